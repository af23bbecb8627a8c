import { describe, expect, it } from 'vitest';
import { selectionWarnings } from '../../../../../shared/domain/sampling/selection-warnings.ts';

const systematic = { basis: 'statistical', method: 'systematic' } as const;

describe('selectionWarnings', () => {
  it.each([
    [140, 20, 'seven records a week'],
    [100, 10, 'five records a week'],
    [70, 2, 'seven records a week'],
  ])('warns where %i records give %i items at an interval in step with the week', (records, size, words) => {
    expect(selectionWarnings(systematic, size, records)[0]).toContain(words);
  });

  it('names the records that the interval cannot reach', () => {
    expect(selectionWarnings(systematic, 20, 184)).toEqual([
      'The last 4 records of the list, sorted by key, cannot be taken at this interval.',
    ]);
    expect(selectionWarnings(systematic, 61, 184)[0]).toMatch(/^The last record /);
  });

  it('has nothing to say of an interval out of step that reaches every record', () => {
    expect(selectionWarnings(systematic, 20, 180)).toEqual([]);
  });

  it('has nothing to say of other methods, of all items, or of a size that cannot be drawn', () => {
    expect(selectionWarnings({ ...systematic, method: 'simpleRandom' }, 20, 140)).toEqual([]);
    expect(selectionWarnings({ ...systematic, basis: 'all' }, 140, 140)).toEqual([]);
    expect(selectionWarnings(systematic, 0, 140)).toEqual([]);
    expect(selectionWarnings(systematic, 141, 140)).toEqual([]);
  });
});
