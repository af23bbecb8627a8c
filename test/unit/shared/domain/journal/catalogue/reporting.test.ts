import { expect, it } from 'vitest';
import { reportingEntities } from '../../../../../../shared/domain/journal/catalogue/reporting.ts';

it('never lets a signature change after it was given', () => {
  const rules = Object.values(reportingEntities.signOff).map((field) => field.merge);
  expect(new Set(rules)).toEqual(new Set(['appendOnly']));
});

it('keeps a review note as it was written, and lets its status move', () => {
  expect(reportingEntities.reviewNote.text.merge).toBe('appendOnly');
  expect(reportingEntities.reviewNote.status).toMatchObject({
    merge: 'resolve',
    values: ['open', 'responded', 'cleared'],
  });
});
