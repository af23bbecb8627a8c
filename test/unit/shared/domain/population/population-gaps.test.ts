import { describe, expect, it } from 'vitest';
import {
  expectedParts,
  gapFindings,
  gapReasonsOf,
  gapsIn,
  longestPause,
} from '../../../../../shared/domain/population/population-gaps.ts';
import { add } from '../../../../../shared/domain/journal/ops.ts';
import { after, day, fieldworkState } from '../../../../helpers/domain-fixture.ts';

const period = { start: day('2025-07-01'), end: day('2026-06-30') };
const on = (...days: readonly string[]) => new Map(days.map((text) => [day(text), 1]));

describe('parts of the period that must have a record (gate N3)', () => {
  it('follows the frequency of the control', () => {
    expect(expectedParts(period, 'perOccurrence')).toHaveLength(12);
    expect(expectedParts(period, 'quarterly')).toHaveLength(4);
    expect(expectedParts(period, 'annual')).toEqual([period]);
    expect(expectedParts(period, 'semiannual')).toEqual([period]);
  });

  it('joins months without a record to one gap', () => {
    const parts = expectedParts(period, 'monthly');
    const months = ['2025-07-03', '2025-08-03', '2025-11-30', '2025-12-01', '2026-01-05', '2026-02-05'];
    expect(gapsIn(parts, on(...months, '2026-04-01', '2026-05-01', '2026-06-30'))).toEqual([
      { start: '2025-09-01', end: '2025-10-31' },
      { start: '2026-03-01', end: '2026-03-31' },
    ]);
  });

  it('finds none where every part has a record', () => {
    const quarters = on('2025-07-01', '2025-10-01', '2026-01-01', '2026-04-01');
    expect(gapsIn(expectedParts(period, 'quarterly'), quarters)).toEqual([]);
  });

  it('asks to explain each gap in the words of the gate', () => {
    const [finding] = gapFindings([{ start: day('2025-09-01'), end: day('2025-10-31') }], 'population-1');
    expect(finding).toMatchObject({
      code: 'N3',
      kind: 'warning',
      message: 'No records between 1 Sep 2025 and 31 Oct 2025. Explain the gap.',
    });
  });
});

describe('the longest pause', () => {
  it('lies between two days with records', () => {
    expect(longestPause(on('2025-11-25', '2025-11-14', '2025-11-10'))).toEqual({
      start: '2025-11-14',
      end: '2025-11-25',
    });
  });

  it('is none for one day, or for days that follow each other', () => {
    expect(longestPause(on('2025-11-25'))).toBeNull();
    expect(longestPause(on('2025-11-25', '2025-11-26'))).toBeNull();
  });
});

describe('the reasons of gaps', () => {
  it('are those typed at gate N3 for the same list and the same gap', () => {
    const [may, june] = [
      { start: day('2026-05-01'), end: day('2026-05-31') },
      { start: day('2026-06-01'), end: day('2026-06-30') },
    ];
    const [finding] = gapFindings([may], 'population-1');
    const reason = { gate: 'N3', reason: 'The office was closed.', fact: finding?.message ?? '' };
    const state = after(fieldworkState(), [
      add('gateReason', 'g-1', { ...reason, target: 'population/population-1' }),
      add('gateReason', 'g-2', { ...reason, reason: 'Of another list.', target: 'population/population-2' }),
    ]);
    expect(gapReasonsOf(state, 'population-1', [may, june])).toEqual(['The office was closed.', null]);
  });
});
