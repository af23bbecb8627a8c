/** The six phases of an engagement with what is done and left in each. Source: design 4 and the home mockup. */
import { addDays, type PlainDate } from '../../lib/plain-date.ts';
import { criteriaToConclude, isConcluded } from '../criteria/conclusion.ts';
import type { Row } from '../journal/entities.ts';
import { all, where, type EngagementState } from '../journal/state.ts';
import { assemblyDays, releasedOn } from './file-lock.ts';
import { isTestDone, standingPopulations, standingTests, type HomeViewer } from './home-input.ts';
import type { EngagementStatus } from './lifecycle.ts';
import { engagementOf } from './team.ts';

/** A phase as the home page names it. */
export type HomePhase = 'acceptance' | 'planning' | 'fieldwork' | 'wrapUp' | 'issue' | 'lock';

/** A count within a phase: done of total. */
export interface PhasePart {
  readonly id: 'controls' | 'design' | 'populations' | 'tests' | 'criteria';
  readonly done: number;
  readonly total: number;
}

/** How far a phase is. */
export interface PhaseProgress {
  readonly id: HomePhase;
  readonly state: 'done' | 'current' | 'later';
  /** The day on which it ended, or is planned to end; `null` where neither is known. */
  readonly date: PlainDate | null;
  readonly parts: readonly PhasePart[];
}

const phases: readonly HomePhase[] = ['acceptance', 'planning', 'fieldwork', 'wrapUp', 'issue', 'lock'];

/** The phase in which an engagement of this status works; `null` once nothing is left, or it was cancelled. */
const currentPhase: Readonly<Record<EngagementStatus, HomePhase | null>> = {
  draft: 'acceptance',
  accepted: 'planning',
  planning: 'planning',
  fieldwork: 'fieldwork',
  wrapUp: 'wrapUp',
  issued: 'lock',
  assembling: 'lock',
  locked: null,
  cancelled: null,
};

/** The phases in their order. */
export function phasesOf(state: EngagementState, viewer: HomeViewer): readonly PhaseProgress[] {
  const engagement = engagementOf(state);
  if (engagement === undefined) return [];
  const current = currentPhase[engagement.status];
  const reached = current === null ? phases.length : phases.indexOf(current);
  return phases.map((id, index) => ({
    id,
    state: index < reached ? 'done' : id === current ? 'current' : 'later',
    date: dateOf(state, engagement, id),
    parts: partsOf(state, engagement, id, viewer),
  }));
}

function dateOf(state: EngagementState, engagement: Row<'engagement'>, phase: HomePhase): PlainDate | null {
  const planned = engagement.plannedReportDate;
  switch (phase) {
    case 'acceptance':
    case 'planning':
    case 'fieldwork':
    case 'wrapUp':
      return null;
    case 'issue':
      return releasedOn(state) ?? planned;
    case 'lock': {
      const released = releasedOn(state) ?? planned;
      return released === null ? null : addDays(released, assemblyDays.due);
    }
  }
}

function partsOf(
  state: EngagementState,
  engagement: Row<'engagement'>,
  phase: HomePhase,
  viewer: HomeViewer,
): readonly PhasePart[] {
  if (phase === 'planning') return [agreedControls(state)];
  if (phase !== 'fieldwork') return [];
  const criteria = criteriaToConclude(state);
  const concluded = criteria.filter((criterion) => isConcluded(state, criterion, viewer.sha256)).length;
  const operation = engagement.type === 'II' ? [populationPart(state), testPart(state, 'operating')] : [];
  return [
    testPart(state, 'design'),
    ...operation,
    { id: 'criteria', done: concluded, total: criteria.length },
  ];
}

function agreedControls(state: EngagementState): PhasePart {
  const controls = all(state, 'control').filter((control) => control.status !== 'retired');
  const agreed = controls.filter((control) => control.status === 'agreed').length;
  return { id: 'controls', done: agreed, total: controls.length };
}

function testPart(state: EngagementState, phase: 'design' | 'operating'): PhasePart {
  const tests = standingTests(state, phase);
  const id = phase === 'design' ? 'design' : 'tests';
  return { id, done: tests.filter(isTestDone).length, total: tests.length };
}

function populationPart(state: EngagementState): PhasePart {
  const populations = standingPopulations(state);
  const reconciled = where(state, 'population', 'status', 'reconciled').length;
  return { id: 'populations', done: reconciled, total: populations.length };
}
