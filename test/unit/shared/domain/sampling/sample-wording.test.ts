import { describe, expect, it } from 'vitest';
import { coverageOf } from '../../../../../shared/domain/sampling/coverage.ts';
import { rateOf } from '../../../../../shared/domain/sampling/deviation-rate.ts';
import type { TestedSample } from '../../../../../shared/domain/sampling/deviation-rate.ts';
import { fractionOf, rateFromBasisPoints } from '../../../../../shared/domain/sampling/fraction.ts';
import { planSampleSize } from '../../../../../shared/domain/sampling/sample-size.ts';
import type { SizeBasis } from '../../../../../shared/domain/sampling/sample-size.ts';
import {
  NO_CONFIDENCE,
  describeAssurance,
  describeCoverage,
  describeRate,
  describeStages,
  explainSize,
  formatCount,
  formatLimit,
  oddsOf,
} from '../../../../../shared/domain/sampling/sample-wording.ts';
import type { PopulationWords } from '../../../../../shared/domain/sampling/sample-wording.ts';
import { day, period } from './sampling-dates.ts';

const plain = (text: string) => text.replaceAll('\u202f', ' ');

function explained(
  risk: number,
  tolerable: number,
  expected: number,
  population?: number,
  words?: PopulationWords,
) {
  const basis: SizeBasis = {
    risk: rateFromBasisPoints(risk),
    tolerable: rateFromBasisPoints(tolerable),
    expected: rateFromBasisPoints(expected),
    ...(population === undefined ? {} : { population }),
  };
  const plan = planSampleSize(basis);
  if (!plan.ok) throw new Error(plan.error.code);
  const { meaning, supports } = explainSize(basis, plan.value, words);
  return [meaning, supports, describeAssurance(basis, plan.value)].map(plain);
}

describe('explainSize and describeAssurance', () => {
  it('words the sampling mockup', () => {
    expect(explained(1000, 1000, 0, 184, { records: 'terminations', deviated: 'were late' })).toEqual([
      'If 19 or more of the 184 terminations were late, a random 20 would show none of them at most 1 time in 10.',
      'No deviation: supports a rate below 10 %. One deviation: does not.',
      '90 % confidence, rate below 10 %',
    ]);
  });

  it('words a large population and allowed deviations', () => {
    expect(explained(500, 600, 500)).toEqual([
      'If 6 % or more of the records deviated, a random 1,580 would show no more than 79 of them at most 1 time in 20.',
      'Up to 79 deviations: supports a rate below 6 %. 80 deviations: do not.',
      '95 % confidence, rate below 6 %',
    ]);
  });

  it('does not claim "below" where the tolerable rate is a whole number of records', () => {
    expect(explained(500, 1000, 0, 100).slice(1)).toEqual([
      'No deviation: supports a rate of at most 10 %. One deviation: does not.',
      '95 % confidence, rate of at most 10 %',
    ]);
  });

  it('claims no confidence where every record is tested', () => {
    expect(explained(500, 500, 100, 30)).toEqual([
      'All 30 records are tested: no smaller sample keeps the planned risk.',
      'Up to 1 deviation: the rate is tolerable. 2 deviations: it is not.',
      'every record, no sampling risk',
    ]);
    expect(explained(500, 500, 0, 12)[1]).toBe(
      'No deviation: the rate is tolerable. One deviation: it is not.',
    );
  });
});

describe('describeStages', () => {
  it('says the real risk of both stages, and whether it is within the plan', () => {
    const planned = fractionOf(5, 100);
    expect(plain(describeStages(fractionOf(74821, 1_000_000), planned))).toBe(
      'The confidence is that of a sample drawn at once: both stages together carry a risk of 7.5 %, where the plan allows 5 %.',
    );
    expect(plain(describeStages(fractionOf(49984, 1_000_000), planned))).toBe(
      'Both stages together keep within the planned risk of 5 % (4.998 %).',
    );
    expect(describeStages(null, planned)).toContain('the real risk is not known');
  });
});

describe('describeRate', () => {
  const statistical = {
    basis: 'statistical',
    risk: fractionOf(1, 10),
    tolerable: fractionOf(1, 10),
  } as const;

  it.each<[TestedSample, string]>([
    [
      { ...statistical, items: 20, deviations: 1, population: 184 },
      '1 deviation in 20 items (5.0 %). Upper limit 17.4 % (32 of 184) at 90 % confidence, above the tolerable 10 %.',
    ],
    [
      { ...statistical, items: 60, deviations: 2 },
      '2 deviations in 60 items (3.3 %). Upper limit 8.6 % at 90 % confidence, within the tolerable 10 %.',
    ],
    [
      { basis: 'all', items: 1200, deviations: 3 },
      'Every record tested: 3 deviations in 1,200 items (0.3 %).',
    ],
    [
      { basis: 'all', items: 1, deviations: 0, population: 800 },
      'Every record looked at, and an attribute applies to 1 of 800: 0 deviations in 1 item (0.0 %).',
    ],
    [
      { basis: 'all', items: 800, deviations: 0, population: 800 },
      'Every record tested: 0 deviations in 800 items (0.0 %).',
    ],
    [{ basis: 'frequencyGuidance', items: 25, deviations: 0 }, '0 deviations in 25 items.'],
    [{ basis: 'targeted', items: 1, deviations: 1 }, '1 deviation in 1 item.'],
  ])('%o', (sample, sentence) => {
    const rate = rateOf(sample);
    expect(rate.ok && plain(describeRate(rate.value))).toBe(sentence);
  });

  it.each(['frequencyGuidance', 'oneInstance', 'targeted'] as const)(
    'never words confidence or a rate for %s',
    (basis) => {
      const rate = rateOf({ basis, items: 25, deviations: 1 });
      expect(rate.ok && describeRate(rate.value)).not.toMatch(/confiden|limit|%|rate/i);
    },
  );

  it('says so beside a size by guidance', () => {
    expect(NO_CONFIDENCE).toBe('no confidence statement, items and deviations only');
  });
});

describe('formatLimit', () => {
  it('adds decimals until the limit shows on its side of the tolerable rate', () => {
    const five = fractionOf(1, 20);
    expect(
      [fractionOf(48_703, 1_000_000), fractionOf(5032, 100_000), fractionOf(49_999, 1_000_000), five].map(
        (limit) => plain(formatLimit(limit, five)),
      ),
    ).toEqual(['4.9 %', '5.03 %', '4.9999 %', '5.0 %']);
  });
});

describe('oddsOf and formatCount', () => {
  it.each([
    [500, '1 time in 20'],
    [1000, '1 time in 10'],
    [750, '3 times in 40'],
    [1, '1 time in 10,000'],
  ])('%i basis points are %s', (basisPoints, odds) => {
    expect(oddsOf(rateFromBasisPoints(basisPoints))).toBe(odds);
  });

  it('sets thousands apart', () => {
    expect([0, 999, 1000, 25_000, 1_000_000].map(formatCount)).toEqual([
      '0',
      '999',
      '1,000',
      '25,000',
      '1,000,000',
    ]);
  });
});

describe('describeCoverage', () => {
  const year = period('2025-07-01', '2026-06-30');
  const everyMonth = ['07', '08', '09', '10', '11', '12'].map((month) => day(`2025-${month}-10`));
  const secondHalf = ['01', '02', '03', '04', '05', '06'].map((month) => day(`2026-${month}-10`));
  const days = [...everyMonth, ...secondHalf];
  const records = days.map((date) => [date, 1] as const);

  it('counts the quarters and says that no month is missing', () => {
    expect(describeCoverage(coverageOf(year, [...days, day('2026-01-11')], records))).toBe(
      '3, 3, 4 and 3 items by quarter; every month has an item',
    );
  });

  it('names the months without an item', () => {
    expect(describeCoverage(coverageOf(year, days.slice(2), records))).toBe(
      '1, 3, 3 and 3 items by quarter; no item in Jul 2025 and Aug 2025',
    );
  });
});
