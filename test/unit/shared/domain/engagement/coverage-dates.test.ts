import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverageFindings } from '../../../../../shared/domain/engagement/coverage-dates.ts';
import { addDays, addMonths } from '../../../../../shared/lib/plain-date.ts';
import { day } from '../../../../helpers/domain-fixture.ts';

const typeII = (start: string, end: string, categories: readonly string[] = ['Security']) =>
  coverageFindings({ type: 'II', asOfDate: null, periodStart: day(start), periodEnd: day(end), categories });
const codes = (findings: ReturnType<typeof typeII>) => findings.map((finding) => finding.code);

describe('gate E1: dates fit the type', () => {
  const message = 'A Type I report needs one as-of date; a Type II report needs a start and an end date.';

  it.each([
    ['Type I without a date', { type: 'I', asOfDate: null, periodStart: null, periodEnd: null }],
    [
      'Type I with a period',
      { type: 'I', asOfDate: '2026-06-30', periodStart: '2026-01-01', periodEnd: '2026-06-30' },
    ],
    ['Type II without an end', { type: 'II', asOfDate: null, periodStart: '2026-01-01', periodEnd: null }],
    [
      'Type II with an as-of date',
      { type: 'II', asOfDate: '2026-06-30', periodStart: '2025-07-01', periodEnd: '2026-06-30' },
    ],
  ] as const)('blocks %s', (_what, dates) => {
    const at = (text: string | null) => (text === null ? null : day(text));
    const findings = coverageFindings({
      type: dates.type,
      asOfDate: at(dates.asOfDate),
      periodStart: at(dates.periodStart),
      periodEnd: at(dates.periodEnd),
      categories: ['Security'],
    });
    expect(findings).toMatchObject([{ code: 'E1', kind: 'block', message }]);
  });

  it('lets a Type I with its as-of date pass', () => {
    const dates = { type: 'I', asOfDate: day('2026-06-30'), periodStart: null, periodEnd: null } as const;
    expect(coverageFindings({ ...dates, categories: ['Security'] })).toEqual([]);
  });
});

describe('gate E2: at least six months', () => {
  it.each([
    ['2025-01-01', '2025-06-30'],
    ['2025-08-31', '2026-02-27'],
    ['2024-08-31', '2025-02-27'],
    ['2023-08-31', '2024-02-28'],
  ])('lets %s to %s pass', (start, end) => {
    expect(typeII(start, end)).toEqual([]);
  });

  it('names the period and the earliest end date', () => {
    expect(typeII('2025-07-01', '2025-12-30')).toMatchObject([
      {
        code: 'E2',
        message:
          'The period 1 Jul 2025 to 30 Dec 2025 is shorter than six months. A Type II period must be at least six months; the earliest end date is 31 Dec 2025.',
      },
    ]);
  });

  it('is exact by one day for every start date', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (offset) => {
        const start = addDays(day('2000-01-01'), offset);
        const earliest = addDays(addMonths(start, 6), -1);
        const dates = { type: 'II', asOfDate: null, periodStart: start, categories: ['Security'] } as const;
        expect(codes(coverageFindings({ ...dates, periodEnd: earliest }))).toEqual([]);
        expect(codes(coverageFindings({ ...dates, periodEnd: addDays(earliest, -1) }))).toEqual(['E2']);
      }),
    );
  });
});

describe('gates E3 and E5', () => {
  it('demands Security', () => {
    expect(typeII('2025-07-01', '2026-06-30', ['Availability'])).toMatchObject([
      { code: 'E3', message: 'Security must be in scope. Other categories are optional.' },
    ]);
  });

  it('asks for a reason beyond twelve months', () => {
    expect(typeII('2025-07-01', '2026-06-30')).toEqual([]);
    expect(typeII('2025-07-01', '2026-07-01')).toMatchObject([
      { code: 'E5', kind: 'warning', message: 'The period is longer than 12 months. State why.' },
    ]);
  });
});
