import { describe, expect, it } from 'vitest';
import { accessReviewEntities } from '../../../../../../shared/domain/journal/catalogue/access-review.ts';
import { listKinds } from '../../../../../../shared/domain/access-review/access-list.ts';
import { entityNames, fieldsOf, isEntityName } from '../../../../../../shared/domain/journal/entities.ts';

describe('catalogue of the access review', () => {
  it('records every kind of list that the rules know, and no other', () => {
    expect(accessReviewEntities.accessList.kind.values).toEqual(listKinds);
  });

  it('stands behind the entities that it refers to', () => {
    const place = (name: string) => entityNames.findIndex((entity) => entity === name);
    for (const name of Object.keys(accessReviewEntities).filter(isEntityName))
      for (const field of Object.values(fieldsOf(name))) {
        if (field.kind !== 'ref') continue;
        expect(place(field.to), `${name} refers to ${field.to}`).toBeGreaterThanOrEqual(0);
        expect(place(field.to)).toBeLessThan(place(name));
      }
  });

  it('keeps what identifies an exception, and lets what a person decides be changed', () => {
    const { key, ruleId, disposition, reason } = accessReviewEntities.accessException;
    expect([key.merge, ruleId.merge]).toEqual(['appendOnly', 'appendOnly']);
    expect([disposition.merge, reason.merge]).toEqual(['resolve', 'resolve']);
  });
});
