import { describe, expect, it } from 'vitest';
import { listDefinitionOf } from '../../../../../shared/domain/access-review/access-list.ts';
import { ruleIds } from '../../../../../shared/domain/access-review/rule.ts';
import { accessRules, ruleOf, rulesFor } from '../../../../../shared/domain/access-review/rule-catalogue.ts';

describe('the catalogue of rules', () => {
  it('has every rule once, in its order', () => {
    expect(accessRules.map(({ id }) => id)).toEqual(ruleIds);
    expect(ruleOf('W7')?.title).toBe('Conflicting roles');
  });

  it('carries the figures of the reference work', () => {
    const figures = accessRules.flatMap(({ id, thresholds }) =>
      thresholds.map(({ name, value }) => `${id}.${name}=${String(value)}`),
    );
    expect(figures).toEqual([
      'W0.days=7',
      'W3.hours=24',
      'W5.days=90',
      'W5.neverDays=30',
      'W9.everyone=1',
      'W13.days=5',
      'W15.hours=8',
      'W15.minutes=15',
      'W16.grants=10',
      'W16.days=30',
      'W17.days=2',
      'W20.days=10',
    ]);
  });

  it('shows a Type I examination the rules that speak for one day', () => {
    const shown = rulesFor('I').map(({ id }) => Number(id.slice(1)));
    expect(shown).toEqual([0, 1, 2, 5, 6, 7, 8, 9, 10, 11, 18, 19, 20, 21]);
    expect(rulesFor('II')).toHaveLength(22);
  });

  it('needs only fields that their lists have', () => {
    for (const { id, needs } of accessRules)
      for (const { kind, fields } of needs) {
        const known = listDefinitionOf(kind).fields.map(({ name }) => name);
        for (const field of fields) expect(known, `${id} needs ${field} of ${kind}`).toContain(field);
      }
  });
});
