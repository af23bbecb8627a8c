import { describe, expect, it } from 'vitest';
import { readPopulationDate } from '../../../../../shared/domain/population/population-date.ts';
import { utc } from '../../../../helpers/fieldwork-fixture.ts';

const india = { name: 'Asia/Kolkata', offsetOf: () => 19_800 };

describe('the day of a record', () => {
  it.each([
    ['2026-03-04', '2026-03-04'],
    ['2026-03-04T23:59:00', '2026-03-04'],
    ['2026-03-04 00:10:05.250', '2026-03-04'],
    ['2026-03-04T08:15', '2026-03-04'],
    [' 2026-03-04 ', '2026-03-04'],
  ])('reads %j without an offset as that local day', (cell, date) => {
    expect(readPopulationDate(cell, india)).toEqual({ kind: 'date', date });
  });

  it.each([
    ['2026-06-30T20:30:00-04:00', '2026-07-01'],
    ['2026-01-01T02:43:01+05:30', '2025-12-31'],
    ['2026-01-01T00:00:00Z', '2026-01-01'],
    ['2026-01-01T02:43+05:30', '2025-12-31'],
  ])('honours the offset of %j', (cell, date) => {
    expect(readPopulationDate(cell, utc)).toEqual({ kind: 'date', date });
  });

  it('takes the day in the zone of the engagement, not in UTC', () => {
    expect(readPopulationDate('2025-12-31T20:00:00Z', india)).toEqual({ kind: 'date', date: '2026-01-01' });
  });

  it.each(['03/04/2026', '3.4.26', '13/04/2026', '03-04-2026 10:00'])('guesses nothing about %j', (cell) => {
    expect(readPopulationDate(cell, utc)).toEqual({ kind: 'ambiguous' });
  });

  it.each([
    ['03/04/2026', 'dayFirst', '2026-04-03'],
    ['03/04/2026', 'monthFirst', '2026-03-04'],
    ['3.4.2026', 'dayFirst', '2026-04-03'],
    ['12-31-2025 11:59 PM', 'monthFirst', '2025-12-31'],
    ['31/12/2025, 23:59:59', 'dayFirst', '2025-12-31'],
    ['2026-03-04', 'monthFirst', '2026-03-04'],
  ] as const)('reads %j with %s as stated', (cell, order, date) => {
    expect(readPopulationDate(cell, india, order)).toEqual({ kind: 'date', date });
  });

  it.each([
    ['13/04/2026', 'monthFirst'],
    ['04/13/2026', 'dayFirst'],
    ['30/02/2026', 'dayFirst'],
    ['03/04/26', 'dayFirst'],
    ['03/04.2026', 'dayFirst'],
    ['03/04/2026 25:00', 'dayFirst'],
    ['03/04/2026 10:00Z', 'dayFirst'],
  ] as const)('does not force %j into %s', (cell, order) => {
    expect(readPopulationDate(cell, utc, order)).toEqual({ kind: 'unreadable' });
  });

  it.each(['4 Mar 2026', '2026-02-30', '46085', '2026-03-04T25:00:00', 'n/a', '20260304'])(
    'does not read %j',
    (cell) => {
      expect(readPopulationDate(cell, utc)).toEqual({ kind: 'unreadable' });
    },
  );

  it.each(['', '   '])('sees that %j is blank', (cell) => {
    expect(readPopulationDate(cell, utc)).toEqual({ kind: 'blank' });
  });
});
