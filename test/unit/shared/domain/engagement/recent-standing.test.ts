import { describe, expect, it } from 'vitest';
import { recentStanding } from '../../../../../shared/domain/engagement/recent-standing.ts';
import { emptyState } from '../../../../../shared/domain/journal/state.ts';
import { changed, day, fieldworkState, sha256 } from '../../../../helpers/domain-fixture.ts';

const viewer = { personId: null, today: day('2026-07-10'), sha256 };

describe('how an engagement stood', () => {
  it('counts tests until the report date', () => {
    const state = changed(fieldworkState(), 'test', 'test-operating', { status: 'concluded' });
    expect(recentStanding(state, viewer)).toEqual({ note: '1 of 1 tests', dueOn: '2026-08-31', blocks: 0 });
  });

  it('counts the gates of a report, each once', () => {
    const { blocks, note } = recentStanding(fieldworkState({ status: 'wrapUp' }), viewer);
    expect(note).toBe('0 of 1 tests');
    expect(blocks).toBeGreaterThan(3);
    expect(blocks).toBeLessThanOrEqual(11);
  });

  it('names the end of retention of a locked file, and why one was cancelled', () => {
    const locked = fieldworkState({ status: 'locked', retentionEnd: day('2031-08-22') });
    expect(recentStanding(locked, viewer)).toEqual({ note: '', dueOn: '2031-08-22', blocks: 0 });
    const cancelled = fieldworkState({ status: 'cancelled', statusReason: 'The client withdrew.' });
    expect(recentStanding(cancelled, viewer)).toEqual({
      note: 'The client withdrew.',
      dueOn: null,
      blocks: 0,
    });
  });

  it('has nothing to say of an empty file, nor a day for an issued one without a release', () => {
    expect(recentStanding(emptyState(), viewer)).toEqual({ note: '', dueOn: null, blocks: 0 });
    expect(recentStanding(fieldworkState({ status: 'issued' }), viewer).dueOn).toBeNull();
  });
});
