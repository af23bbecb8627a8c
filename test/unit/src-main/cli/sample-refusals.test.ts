import { describe, expect, it } from 'vitest';
import { describeRefusal } from '../../../../src-main/cli/sample-refusals.ts';
import type { SampleRefusal } from '../../../../src-main/cli/sample-refusals.ts';

const refusals: readonly SampleRefusal[] = [
  { code: 'population-too-large', maximum: 10_000_000 },
  { code: 'seed-is-not-text' },
  { code: 'key-is-not-text', position: 1200 },
  { code: 'too-many-strata', strata: 1001, maximum: 1000 },
  { code: 'allocation-does-not-add-up', size: 4, allocated: 3 },
  { code: 'allocation-names-unknown-stratum', stratum: 'east' },
  { code: 'allocation-exceeds-stratum', stratum: 'south', items: 6, records: 5 },
];

describe('describeRefusal', () => {
  it('names the rule, the facts and the next step', () => {
    expect(describeRefusal({ code: 'duplicate-key', key: 'CHG-7', position: 1200 })).toBe(
      'The key "CHG-7" occurs again in row 1,200 below the header, so an item could not name one record. ' +
        'Choose a column that is unique, or correct the list at its source.',
    );
    expect(describeRefusal({ code: 'sample-larger-than-population', size: 7, population: 6 })).toBe(
      'The sample (7) is larger than the population (6). Choose at most 6 items.',
    );
  });

  it.each(refusals)('words $code with its facts', (refusal) => {
    const text = describeRefusal(refusal);
    expect(text).toMatch(/^\S.*\.$/s);
    for (const [name, fact] of Object.entries(refusal)) {
      if (name !== 'code') expect(text.replaceAll(',', '')).toContain(String(fact));
    }
  });
});
