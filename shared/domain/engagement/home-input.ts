/** What the page of the engagement as a whole looks at beside the state. */
import type { PlainDate } from '../../lib/plain-date.ts';
import type { Row } from '../journal/entities.ts';
import { all, where, type EngagementState } from '../journal/state.ts';
import type { Sha256 } from '../review/content-hash.ts';

/** Who looks, and when. */
export interface HomeViewer {
  /** The person who is signed in; `null` before a key was unlocked. */
  readonly personId: string | null;
  readonly today: PlainDate;
  readonly sha256: Sha256;
}

/** The tests of a phase whose control still stands. */
export function standingTests(state: EngagementState, phase: 'design' | 'operating'): readonly Row<'test'>[] {
  const retired = new Set(where(state, 'control', 'status', 'retired').map((control) => control.id));
  return all(state, 'test').filter((test) => test.phase === phase && !retired.has(test.controlId));
}

/** Whether the work on a test has ended. */
export const isTestDone = (test: Row<'test'>): boolean =>
  test.status === 'concluded' || test.status === 'reviewed';

/** The populations that stand: not sent back for good, not superseded. */
export function standingPopulations(state: EngagementState): readonly Row<'population'>[] {
  return all(state, 'population').filter((population) => population.status !== 'superseded');
}
