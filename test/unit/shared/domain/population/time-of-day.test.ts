import { describe, expect, it } from 'vitest';
import type { LocalZone } from '../../../../../shared/domain/population/population-date.ts';
import { tallyHours, type HourCounts } from '../../../../../shared/domain/population/time-of-day.ts';

/** A clock five hours behind UTC at every instant. */
const eastern = { name: 'Eastern', offsetOf: () => -5 * 3600 };
function countHours(cells: readonly string[], zone: LocalZone): HourCounts {
  const tally = tallyHours(zone);
  for (const cell of cells) tally.take(cell);
  return tally.counts();
}

const counted = (...cells: readonly string[]) => {
  const { hours, untimed } = countHours(cells, eastern);
  return { at: hours.flatMap((count, hour) => (count > 0 ? [[hour, count]] : [])), untimed };
};

describe('the hours of a list', () => {
  it('counts times that carry no offset, which are taken to be those of the zone', () => {
    const cells = ['2026-01-05T09:15', '2026-01-05T03:30:00Z', '2026-01-05', '2026-01-05 10:00:00'];
    expect(countHours(cells, eastern)).toMatchObject({ withoutOffset: 2, untimed: 1 });
  });

  it('takes a local time as it stands', () => {
    expect(counted('2026-01-05T09:15', '2026-01-05 09:59:59', '2026-01-05T23:00:00.5')).toEqual({
      ...{
        at: [
          [9, 2],
          [23, 1],
        ],
        untimed: 0,
      },
    });
  });

  it('takes an instant in the zone of the engagement', () => {
    expect(counted('2026-01-05T03:30:00Z', '2026-01-05T09:30+02:00')).toEqual({
      ...{
        at: [
          [2, 1],
          [22, 1],
        ],
        untimed: 0,
      },
    });
  });

  it('counts what has no time of day apart', () => {
    expect(counted('2026-01-05', '', '03/04/2026 10:00', '2026-01-05T25:00')).toEqual({ at: [], untimed: 4 });
    expect(countHours([], eastern).hours).toHaveLength(24);
  });
});
