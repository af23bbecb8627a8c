import { describe, expect, it } from 'vitest';
import { populationHealth } from '../../../../../shared/domain/population/population-health.ts';
import { day } from '../../../../helpers/domain-fixture.ts';
import { shapeOfDays } from '../../../../helpers/list-shapes.ts';

const period = { start: day('2025-07-01'), end: day('2025-12-31') };
const dates = ['2025-07-04', '2025-07-07', '2025-07-07', '2025-10-01', '2025-12-31'].map(day);

describe('the shape of a population', () => {
  it('counts by month, quarter and weekday', () => {
    const health = populationHealth(shapeOfDays([...dates, null]), period, 'perOccurrence');
    expect(health.months.map(({ label, records }) => [label, records])).toEqual([
      ['Jul 2025', 3],
      ['Aug 2025', 0],
      ['Sep 2025', 0],
      ['Oct 2025', 1],
      ['Nov 2025', 0],
      ['Dec 2025', 1],
    ]);
    expect(health.quarters.map(({ records }) => records)).toEqual([3, 2]);
    expect(health.weekdays).toEqual([2, 0, 2, 0, 1, 0, 0]);
    expect(health).toMatchObject({ records: 6, undated: 1, firstDate: '2025-07-04', lastDate: '2025-12-31' });
  });

  it('names gaps in the measure of the frequency, and the longest pause', () => {
    expect(populationHealth(shapeOfDays(dates), period, 'perOccurrence').gaps).toEqual([
      { start: '2025-08-01', end: '2025-09-30' },
      { start: '2025-11-01', end: '2025-11-30' },
    ]);
    expect(populationHealth(shapeOfDays(dates), period, 'quarterly').gaps).toEqual([]);
    expect(populationHealth(shapeOfDays(dates), period, 'monthly').longestPause).toEqual({
      start: '2025-10-01',
      end: '2025-12-31',
    });
  });

  it('shows an empty list over the period without calling it a gap', () => {
    const health = populationHealth(shapeOfDays([]), period, 'monthly');
    expect(health).toMatchObject({ records: 0, gaps: [], firstDate: null, longestPause: null });
    expect(health.months).toHaveLength(6);
  });

  it('spans the dates themselves where the engagement has no period', () => {
    expect(populationHealth(shapeOfDays(dates), null, 'monthly').months).toHaveLength(6);
    expect(populationHealth(shapeOfDays([]), null, 'monthly').months).toEqual([]);
  });
});
