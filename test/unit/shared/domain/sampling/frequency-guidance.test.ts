import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_GUIDANCE,
  checkGuidance,
  expectedOccurrences,
  guidedSize,
} from '../../../../../shared/domain/sampling/frequency-guidance.ts';
import type {
  ControlFrequency,
  GuidanceTable,
} from '../../../../../shared/domain/sampling/frequency-guidance.ts';
import { parsePlainDate } from '../../../../../shared/lib/plain-date.ts';
import type { Period } from '../../../../../shared/lib/plain-date.ts';

function period(start: string, end: string): Period {
  const [from, to] = [parsePlainDate(start), parsePlainDate(end)];
  if (!from.ok || !to.ok) throw new Error('not a period');
  return { start: from.value, end: to.value };
}

const YEAR = period('2025-07-01', '2026-06-30');
const HALF_YEAR = period('2026-01-01', '2026-06-30');

describe('guidedSize', () => {
  it.each<[ControlFrequency, number, number, number]>([
    ['annual', 1, 1, 1],
    ['semiAnnual', 2, 1, 2],
    ['quarterly', 4, 2, 4],
    ['monthly', 12, 2, 4],
    ['twiceMonthly', 24, 3, 6],
    ['weekly', 52, 5, 10],
    ['daily', 250, 20, 30],
    ['manyPerDay', 5000, 25, 45],
    ['automated', 3, 1, 1],
  ])(
    '%s with %i occurrences: %i at low risk, %i at high risk (reference d.4)',
    (frequency, count, low, high) => {
      expect([guidedSize(frequency, 'low', count), guidedSize(frequency, 'high', count)]).toEqual([
        low,
        high,
      ]);
    },
  );

  it.each([
    [0, 0, 0],
    [1, 1, 1],
    [4, 4, 4],
    [5, 5, 5],
    [50, 5, 5],
    [51, 6, 6],
    [184, 19, 19],
    [250, 25, 25],
    [251, 25, 45],
  ])('%i occurrences of a per-occurrence control: %i at low risk, %i at high risk', (count, low, high) => {
    expect([guidedSize('perOccurrence', 'low', count), guidedSize('perOccurrence', 'high', count)]).toEqual([
      low,
      high,
    ]);
  });

  it('tests both occurrences of a quarterly control in six months', () => {
    expect([guidedSize('quarterly', 'low', 2), guidedSize('quarterly', 'high', 2)]).toEqual([2, 2]);
  });

  it('never asks for more than there are, nor for none of some', () => {
    const frequencies = fc.constantFrom<ControlFrequency>(
      'annual',
      'quarterly',
      'weekly',
      'daily',
      'perOccurrence',
    );
    fc.assert(
      fc.property(frequencies, fc.constantFrom('low', 'high'), fc.nat(2000), (frequency, risk, count) => {
        const size = guidedSize(frequency, risk, count);
        expect(size).toBeLessThanOrEqual(count);
        expect(size > 0).toBe(count > 0);
      }),
    );
  });

  it('follows a firm table in place of the default', () => {
    const own: GuidanceTable = {
      ...DEFAULT_GUIDANCE,
      weekly: { low: { kind: 'items', items: 8 }, high: { kind: 'all' } },
    };
    expect([guidedSize('weekly', 'low', 52, own), guidedSize('weekly', 'high', 52, own)]).toEqual([8, 52]);
  });
});

describe('expectedOccurrences', () => {
  it.each<[ControlFrequency, number, number, number, number]>([
    ['annual', 1, 1, 0, 1],
    ['semiAnnual', 2, 2, 1, 1],
    ['quarterly', 4, 4, 2, 2],
    ['monthly', 12, 12, 6, 6],
    ['twiceMonthly', 24, 26, 12, 12],
    ['weekly', 52, 53, 25, 26],
    ['daily', 261, 365, 129, 181],
    ['automated', 1, 1, 1, 1],
  ])(
    '%s: %i to %i in a year, %i to %i in the first half of 2026',
    (frequency, yearFrom, yearTo, halfFrom, halfTo) => {
      expect([expectedOccurrences(frequency, YEAR), expectedOccurrences(frequency, HALF_YEAR)]).toEqual([
        { fewest: yearFrom, most: yearTo },
        { fewest: halfFrom, most: halfTo },
      ]);
    },
  );

  it.each<ControlFrequency>(['manyPerDay', 'perOccurrence'])('sets no number for %s', (frequency) => {
    expect(expectedOccurrences(frequency, YEAR)).toBeUndefined();
  });

  it('counts a month begun as one that may hold an occurrence', () => {
    expect(expectedOccurrences('monthly', period('2025-01-15', '2025-07-20'))).toEqual({
      fewest: 6,
      most: 7,
    });
    expect(expectedOccurrences('quarterly', period('2025-01-01', '2025-08-31'))).toEqual({
      fewest: 2,
      most: 3,
    });
  });

  it('counts the working days of a part week', () => {
    expect(expectedOccurrences('daily', period('2026-01-02', '2026-01-05'))).toEqual({ fewest: 2, most: 4 });
  });
});

describe('checkGuidance', () => {
  it('finds nothing wrong with the default table', () => {
    expect(checkGuidance(DEFAULT_GUIDANCE)).toEqual([]);
  });

  it('names each faulty row of a firm table', () => {
    const share = {
      kind: 'share',
      allUpTo: 4,
      percent: 10,
      minimum: 5,
      maximum: 25,
      beyond: 250,
      beyondItems: 25,
    } as const;
    const own: GuidanceTable = {
      ...DEFAULT_GUIDANCE,
      monthly: { low: { kind: 'items', items: 0 }, high: { kind: 'items', items: 4 } },
      weekly: { low: { kind: 'items', items: 10 }, high: { kind: 'items', items: 5 } },
      daily: { low: { kind: 'items', items: 2.5 }, high: { kind: 'all' } },
      manyPerDay: { low: { kind: 'all' }, high: { kind: 'items', items: 45 } },
      perOccurrence: { low: { ...share, minimum: 30 }, high: share },
    };
    expect(checkGuidance(own)).toEqual([
      { frequency: 'monthly', code: 'size-below-one' },
      { frequency: 'weekly', code: 'high-risk-below-low' },
      { frequency: 'daily', code: 'size-below-one' },
      { frequency: 'manyPerDay', code: 'high-risk-below-low' },
      { frequency: 'perOccurrence', code: 'share-out-of-order' },
    ]);
  });
});

describe('every figure of the default table (reference d.4)', () => {
  it.each([
    ['annual', [1, 1], [1, 1]],
    ['semiAnnual', [2, 1], [2, 2]],
    ['quarterly', [4, 2], [4, 4]],
    ['monthly', [12, 2], [12, 4]],
    ['twiceMonthly', [26, 3], [26, 6]],
    ['weekly', [52, 5], [52, 10]],
    ['daily', [365, 20], [365, 30]],
    ['manyPerDay', [5000, 25], [5000, 45]],
    ['automated', [3, 1], [3, 1]],
  ] as const)('%s', (frequency, [many, low], [count, high]) => {
    expect([guidedSize(frequency, 'low', many), guidedSize(frequency, 'high', count)]).toEqual([low, high]);
  });

  it('takes a share of occurrences: all up to 4, 10 % from 5 to 25, then by risk', () => {
    const sizes = (counts: readonly number[], risk: 'low' | 'high') =>
      counts.map((count) => guidedSize('perOccurrence', risk, count));
    const counts = [0, 1, 4, 5, 50, 51, 184, 241, 250, 251, 9000];
    expect(sizes(counts, 'low')).toEqual([0, 1, 4, 5, 5, 6, 19, 25, 25, 25, 25]);
    expect(sizes(counts, 'high')).toEqual([0, 1, 4, 5, 5, 6, 19, 25, 25, 45, 45]);
  });
});
