import { describe, expect, it } from 'vitest';
import { DEFAULT_GUIDANCE } from '../../../../../shared/domain/sampling/frequency-guidance.ts';
import {
  allowedBy,
  expectedIn,
  guidanceSize,
  suggestSize,
  type PlanQuestion,
} from '../../../../../shared/domain/sampling/plan-size.ts';
import { day } from '../../../../helpers/domain-fixture.ts';

const question: PlanQuestion = {
  ...({ basis: 'statistical', records: 184, frequency: 'perOccurrence', controlRisk: 'high' } as const),
  rates: { risk: 1000, tolerableRate: 1000, expectedRate: 0 },
  guidance: DEFAULT_GUIDANCE,
  before: null,
};

const items = (count: number) => ({ kind: 'items', items: count }) as const;

function suggested(overrides: Partial<PlanQuestion> = {}) {
  const suggestion = suggestSize({ ...question, ...overrides });
  if (!suggestion.ok) throw new Error(suggestion.error.message);
  return suggestion.value;
}

describe('the size of a statistical plan', () => {
  it('uses the number of records of a small population, and puts the other ways beside it', () => {
    const { size, allowedDeviations, ways, meaning } = suggested();
    expect({ size, allowedDeviations }).toEqual({ size: 20, allowedDeviations: 0 });
    expect(ways.map(({ way, size: items }) => [way, items])).toEqual([
      ['exactFinite', 20],
      ['exactLarge', 22],
      ['guidance', 19],
    ]);
    expect(meaning).toBe(
      'If 19 or more of the 184 records deviated, a random 20 would show none of them at most 1 time in 10.',
    );
  });

  it('uses the large-population size where the sample hardly uses up the records', () => {
    expect(
      suggested({ records: 100_000, rates: { risk: 500, tolerableRate: 500, expectedRate: 0 } }).size,
    ).toBe(59);
  });

  it('refuses rates that contradict each other', () => {
    const expectedRate = 1000;
    const refused = suggestSize({ ...question, rates: { risk: 1000, tolerableRate: 1000, expectedRate } });
    expect(refused).toMatchObject({
      ok: false,
      error: { message: 'The expected rate must be below the tolerable rate.' },
    });
    expect(suggestSize({ ...question, rates: null })).toMatchObject({
      ok: false,
      error: { code: 'invalid-value' },
    });
  });
});

describe('the size on every other basis', () => {
  it.each([
    ['frequencyGuidance', 19],
    ['all', 184],
    ['oneInstance', 1],
    ['targeted', 1],
  ] as const)('%s', (basis, size) => {
    expect(suggested({ basis }).size).toBe(size);
    expect(suggested({ basis }).allowedDeviations).toBeNull();
  });

  it('says nothing about confidence', () => {
    for (const basis of ['frequencyGuidance', 'all', 'oneInstance', 'targeted'] as const) {
      const { meaning, supports, ways } = suggested({ basis });
      const said = [
        meaning,
        ...ways.filter((way) => way.way !== 'guidance').map((way) => way.assurance),
      ].join(' ');
      expect(said).not.toMatch(/confiden|\d\s?%/);
      expect(supports.replace('and no confidence', '')).not.toMatch(/confiden/);
    }
  });

  it('has nothing to sample in an empty population', () => {
    expect(suggestSize({ ...question, records: 0 })).toMatchObject({ ok: false });
  });
});

describe('guidance by the frequency of the control', () => {
  it('leaves for a top-up what the size for the whole period leaves, and says so', () => {
    const before = { records: 130, items: 14 };
    const { size, meaning } = suggested({ basis: 'frequencyGuidance', rates: null, records: 54, before });
    expect(size).toBe(5);
    expect(meaning).toBe(
      'Guidance by frequency over the 184 records of the period leaves 5 for these 54, after the 14 drawn before.',
    );
  });

  it('goes by the firm’s own table where the engagement has one', () => {
    const own = { ...DEFAULT_GUIDANCE, perOccurrence: { low: items(30), high: items(60) } };
    const { size, ways } = suggested({ basis: 'frequencyGuidance', rates: null, guidance: own });
    expect(size).toBe(60);
    expect(ways.find(({ way }) => way === 'guidance')?.size).toBe(60);
  });

  it.each([
    ['annual', 1, 1],
    ['semiannual', 2, 2],
    ['quarterly', 4, 4],
    ['monthly', 12, 4],
    ['weekly', 52, 10],
    ['daily', 365, 30],
    ['multiplePerDay', 5000, 45],
    ['perOccurrence', 3, 3],
    ['continuousAutomated', 1, 1],
  ] as const)('%s', (frequency, records, size) => {
    const asked = {
      frequency,
      records,
      controlRisk: 'high',
      guidance: DEFAULT_GUIDANCE,
      before: null,
    } as const;
    expect(guidanceSize(asked)).toBe(size);
  });

  it('says how often a control runs in the period', () => {
    const period = { start: day('2026-01-01'), end: day('2026-06-30') };
    expect(expectedIn(period, 'quarterly')).toEqual({ fewest: 2, most: 2 });
    expect(expectedIn(period, 'perOccurrence')).toBeNull();
    expect(expectedIn(null, 'quarterly')).toBeNull();
  });

  it('gives the deviations that a first stage allows', () => {
    expect(allowedBy({ risk: 500, tolerableRate: 500, expectedRate: 100 }, 5000)).toBe(1);
  });
});

describe('each basis in its own words', () => {
  it.each([
    ['all', 184, 'All 184 records are tested.'],
    [
      'oneInstance',
      1,
      'One instance of each type shows how the setting works; the history of the setting carries it over the period.',
    ],
    ['targeted', 1, 'The auditor names the items. What they show is not projected on the population.'],
    ['frequencyGuidance', 19, 'Guidance by frequency gives 19 of 184 records.'],
  ] as const)('%s', (basis, size, meaning) => {
    const { size: suggestedSize, meaning: said, allowedDeviations } = suggested({ basis, rates: null });
    expect({ size: suggestedSize, meaning: said, allowedDeviations }).toEqual({
      ...{ size, meaning, allowedDeviations: null },
    });
  });

  it('says that there is nothing to sample where there are no records, and only there', () => {
    const empty = suggestSize({ ...question, basis: 'frequencyGuidance', rates: null, records: 0 });
    expect(empty).toMatchObject({ ok: false, error: { code: 'invalid-value' } });
    expect(empty.ok ? '' : empty.error.message).toContain('nothing to sample');
    expect(suggested({ basis: 'all', rates: null, records: 1 }).size).toBe(1);
  });
});

describe('which exact figure decides', () => {
  const rates = { risk: 500, tolerableRate: 500, expectedRate: 0 };

  it('is the counted one below 2,000 records, and explains itself by the count', () => {
    const { size, meaning, ways } = suggested({ records: 250, rates });
    expect(size).toBe(51);
    expect(meaning).toContain('of the 250 records');
    expect(ways.map(({ way, size: items }) => [way, items]).slice(0, 2)).toEqual([
      ['exactFinite', 51],
      ['exactLarge', 59],
    ]);
  });

  it('is the large one where the sample hardly uses up the list, and explains itself by the rate', () => {
    const { size, meaning } = suggested({ records: 5000, rates });
    expect(size).toBe(59);
    expect(meaning).toContain('5\u202f% or more of the records');
  });

  it('is the counted one where no large sample is practical', () => {
    const close = { risk: 500, tolerableRate: 500, expectedRate: 499 };
    const { ways, size } = suggested({ records: 300, rates: close });
    expect(ways.map(({ way }) => way)).toEqual(['exactFinite', 'guidance']);
    expect(size).toBeLessThanOrEqual(300);
  });

  it('allows nothing where the rates give no size', () => {
    expect(allowedBy({ risk: 500, tolerableRate: 100, expectedRate: 100 }, 300)).toBe(0);
    expect(allowedBy({ risk: 500, tolerableRate: 500, expectedRate: 100 }, 100_000)).toBe(1);
  });

  it('says no with the code of a value that does not fit', () => {
    const refused = suggestSize({
      ...question,
      rates: { risk: 1000, tolerableRate: 100, expectedRate: 100 },
    });
    expect(refused.ok ? null : refused.error.code).toBe('invalid-value');
  });
});
