import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tallyNearDuplicates } from '../../../../../shared/domain/population/key-findings.ts';
import { createAlikeTable, plainKey } from '../../../../../shared/domain/population/plain-key.ts';
import { nearDuplicateFindings, sequenceFindings } from '../../../../helpers/list-shapes.ts';

const numbered = (...numbers: readonly number[]) => numbers.map((n) => `CHG-${String(n).padStart(5, '0')}`);

describe('numbers that no key has', () => {
  it('are runs between the first and the last', () => {
    expect(sequenceFindings(numbered(1, 2, 5, 6, 7, 9, 10))).toMatchObject({
      ...{ gapCount: 2, missing: 3 },
      gaps: [
        { prefix: 'CHG-', from: 3, to: 4, missing: 2 },
        { prefix: 'CHG-', from: 8, to: 8, missing: 1 },
      ],
    });
    expect(sequenceFindings(numbered(4, 3, 2, 1, 5)).gaps).toEqual([]);
  });

  it('are looked for under each prefix alone', () => {
    const other = ['INC-10', 'INC-11', 'INC-12', 'INC-13', 'INC-15'];
    expect(sequenceFindings([...numbered(1, 2, 3, 4, 5), ...other]).gaps).toEqual([
      { prefix: 'INC-', from: 14, to: 14, missing: 1 },
    ]);
  });

  it('are none where the numbers are no sequence: too few, or spread too wide', () => {
    expect(sequenceFindings(numbered(1, 2, 3, 9)).gapCount).toBe(0);
    expect(sequenceFindings(numbered(1, 2, 3, 4, 10)).gapCount).toBe(1);
    expect(sequenceFindings(numbered(1, 2, 3, 4, 11)).gapCount).toBe(0);
    expect(sequenceFindings(['a', 'b', 'c', '']).gapCount).toBe(0);
  });

  it('add up, with the records, to the whole span', () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 19 }), { minLength: 10 });
    fc.assert(
      fc.property(numbers, (found) => {
        const { missing } = sequenceFindings(numbered(...found));
        expect(missing + found.length).toBe(Math.max(...found) - Math.min(...found) + 1);
      }),
    );
  });

  it('are read from the last fifteen figures, whatever zeros stand before them', () => {
    const long = ['1', '2', '3', '4', '6'].map((last) => `9000${last.padStart(16, '0')}`);
    expect(sequenceFindings(long).gaps).toEqual([{ prefix: '9', from: 5, to: 5, missing: 1 }]);
    expect(sequenceFindings(['01', '002', '3', '0004', '00006']).gaps).toMatchObject([
      { prefix: '', from: 5 },
    ]);
  });

  it('are found among many prefixes with one number each, in the order of the list', () => {
    const alone = Array.from(
      { length: 500 },
      (_, index) => `${String.fromCharCode(97 + (index % 26)).repeat(1 + Math.floor(index / 26))}-7`,
    );
    const inc = ['INC-1', 'INC-2', 'INC-3', 'INC-4', 'INC-6'];
    const found = sequenceFindings([inc[0] ?? '', ...alone, ...numbered(1, 2, 3, 4, 6), ...inc.slice(1)]);
    expect(found.gaps.map(({ prefix, from }) => [prefix, from])).toEqual([
      ['INC-', 5],
      ['CHG-', 5],
    ]);
  });

  it('are counted once however often a number stands in the list', () => {
    expect(sequenceFindings(numbered(1, 2, 2, 3, 4, 5, 7, 7))).toMatchObject({ gapCount: 1, missing: 1 });
  });

  it('are counted beyond the hundred that are listed', () => {
    const odd = Array.from({ length: 300 }, (_, index) => index + Math.floor(index / 2));
    const { gapCount, gaps } = sequenceFindings(numbered(...odd));
    expect([gapCount, gaps.length]).toEqual([149, 100]);
  });
});

describe('keys that may be one record written twice', () => {
  it.each([
    ['case', 'a.smith', 'A.Smith'],
    ['spaces and marks', 'CHG 12', 'CHG-12'],
    ['leading zeros', 'CHG-0012', 'CHG-12'],
    ['full-width digits', 'CHG-１２', 'CHG-12'],
    ['a mark at the start', '#0012', '12'],
    ['marks around a number', '(007)-a', '7 A'],
  ])('differ only in %s', (_what, one, other) => {
    expect(nearDuplicateFindings([one, 'x-9', other]).nearDuplicates).toEqual([[one, other]]);
  });

  it('are named by all the ways in which they are written', () => {
    expect(nearDuplicateFindings(['a-1', 'b', 'A 1', 'a/01']).nearDuplicates).toEqual([
      ['a-1', 'A 1', 'a/01'],
    ]);
  });

  it('are the same keys as when every two are compared', () => {
    const keys = fc.uniqueArray(
      fc.string({ unit: fc.constantFrom('a', 'A', '0', '1', '-', 'é'), maxLength: 5 }),
    );
    fc.assert(
      fc.property(keys, (all) => {
        const forms = Map.groupBy(all, plainKey);
        const alike = [...forms.values()].filter((written) => written.length > 1);
        const { nearDuplicates, nearDuplicateCount } = nearDuplicateFindings(all);
        expect(nearDuplicateCount).toBe(alike.length);
        expect(new Set(nearDuplicates.map(String))).toEqual(new Set(alike.slice(0, 100).map(String)));
      }),
    );
  });

  it('are not those of records that the filters leave out', () => {
    const table = createAlikeTable();
    const tally = tallyNearDuplicates(table);
    for (const [key, isKept] of [
      ['a-1', false],
      ['A1', true],
      ['b-1', true],
      ['B1', false],
      ['a 1', true],
    ] as const) {
      table.add(key);
      tally.take(key, table.size - 1, isKept);
    }
    expect(tally.findings().nearDuplicates).toEqual([['A1', 'a 1']]);
  });

  it('are not keys with another number or letter', () => {
    expect(nearDuplicateFindings(['CHG-12', 'CHG-120', 'CHG-102', 'CHG-21']).nearDuplicateCount).toBe(0);
    expect(nearDuplicateFindings(['a', 'a']).nearDuplicateCount).toBe(0);
  });
});
