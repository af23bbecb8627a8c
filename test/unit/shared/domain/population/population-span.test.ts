import { describe, expect, it } from 'vitest';
import { find } from '../../../../../shared/domain/journal/state.ts';
import {
  isPart,
  spanFinding,
  spanOf,
  uncoveredDays,
} from '../../../../../shared/domain/population/population-span.ts';
import { day, fieldworkState } from '../../../../helpers/domain-fixture.ts';
import { definedState } from '../../../../helpers/fieldwork-fixture.ts';

const days = (from: string | null, to: string | null) => ({
  coversFrom: from === null ? null : day(from),
  coversTo: to === null ? null : day(to),
});
const state = fieldworkState();
const listed = (...spans: readonly (readonly [string | null, string | null])[]) =>
  spans.map(([from, to]) => {
    const row = find(definedState(days(from, to)), 'population', 'population-1');
    if (row === undefined) throw new Error('no population');
    return row;
  });

describe('the days that a list covers', () => {
  it('are the whole period where nothing else is said', () => {
    expect(spanOf(state, days(null, null))).toEqual({ start: '2025-07-01', end: '2026-06-30' });
    expect(spanOf(state, days(null, '2026-03-31'))).toEqual({ start: '2025-07-01', end: '2026-03-31' });
    expect([isPart(days(null, null)), isPart(days('2026-04-01', null))]).toEqual([false, true]);
  });

  it('lie in order within the period', () => {
    expect(spanFinding(state, days(null, null))).toBeNull();
    expect(spanFinding(state, days('2025-07-01', '2026-06-30'))).toBeNull();
    for (const wrong of [
      days('2025-06-30', null),
      days(null, '2026-07-01'),
      days('2026-04-01', '2026-03-31'),
    ])
      expect(spanFinding(state, wrong)?.message).toBe(
        'A list covers days of the period, 1 Jul 2025 to 30 Jun 2026, its first no later than its last.',
      );
  });

  it('are none for an engagement as of a date', () => {
    const typeI = fieldworkState({
      type: 'I',
      periodStart: null,
      periodEnd: null,
      asOfDate: day('2026-06-30'),
    });
    expect(spanOf(typeI, days(null, null))).toBeNull();
    expect(spanFinding(typeI, days('2026-01-01', null))?.code).toBe('invalid-value');
    expect(uncoveredDays(typeI, [])).toBeNull();
  });

  it('leave the first part of the period that no list covers, in whatever order the lists come', () => {
    expect(uncoveredDays(state, [])).toEqual({ start: '2025-07-01', end: '2026-06-30' });
    expect(uncoveredDays(state, listed([null, null]))).toBeNull();
    expect(uncoveredDays(state, listed([null, '2026-03-31']))).toEqual({
      start: '2026-04-01',
      end: '2026-06-30',
    });
    expect(uncoveredDays(state, listed(['2026-04-01', null], [null, '2026-03-31']))).toBeNull();
    expect(uncoveredDays(state, listed([null, '2025-12-31'], ['2026-02-01', null]))).toEqual({
      ...{ start: '2026-01-01', end: '2026-01-31' },
    });
    expect(uncoveredDays(state, listed([null, '2026-03-31'], ['2025-09-01', '2025-10-31']))).toEqual({
      ...{ start: '2026-04-01', end: '2026-06-30' },
    });
  });
});
