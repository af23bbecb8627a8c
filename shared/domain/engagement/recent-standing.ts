/** How an engagement stood when it was last open: what the list of recent engagements says without opening it again. */
import type { PlainDate } from '../../lib/plain-date.ts';
import type { EngagementState } from '../journal/state.ts';
import { assemblyClock } from './file-lock.ts';
import { blocksOf } from './home-blocks.ts';
import { isTestDone, standingTests, type HomeViewer } from './home-input.ts';
import { engagementOf } from './team.ts';

/** A line about an engagement and the day that matters next. */
export interface RecentStanding {
  /** As "12 of 59 tests"; empty where nothing is counted yet. */
  readonly note: string;
  /** The planned report date, the day by which the file is locked, or the end of its retention. */
  readonly dueOn: PlainDate | null;
  /** Gates that block; counted where the engagement waits for nothing else. */
  readonly blocks: number;
}

/** The standing of the engagement of a file. */
export function recentStanding(state: EngagementState, viewer: HomeViewer): RecentStanding {
  const engagement = engagementOf(state);
  if (engagement === undefined) return { note: '', dueOn: null, blocks: 0 };
  const { status, plannedReportDate, retentionEnd } = engagement;
  if (status === 'issued' || status === 'assembling')
    return { note: '', dueOn: assemblyClock(state, viewer.today)?.dueOn ?? null, blocks: 0 };
  if (status === 'locked') return { note: '', dueOn: retentionEnd, blocks: 0 };
  if (status === 'cancelled') return { note: engagement.statusReason ?? '', dueOn: null, blocks: 0 };
  return {
    note: testsNote(state),
    dueOn: plannedReportDate,
    blocks: status === 'wrapUp' ? blockers(state, viewer) : 0,
  };
}

function testsNote(state: EngagementState): string {
  const tests = standingTests(state, engagementOf(state)?.type === 'I' ? 'design' : 'operating');
  const done = tests.filter(isTestDone).length;
  return tests.length === 0 ? '' : `${String(done)} of ${String(tests.length)} tests`;
}

function blockers(state: EngagementState, viewer: HomeViewer): number {
  // The lists are not read for this: gate S5 looks at them in the fieldwork, and only warns.
  const codes = blocksOf(state, viewer, () => [])
    .filter(({ refusal }) => refusal.kind === 'block')
    .map(({ refusal }) => refusal.code);
  return new Set(codes).size;
}
