/** What the navigation says beside each place: how much is done, and how many gates block there. */
import { criteriaToConclude, isConcluded } from '../criteria/conclusion.ts';
import type { RefusalCode } from '../gates/refusal.ts';
import { all, type EngagementState } from '../journal/state.ts';
import { letterOf } from '../report/letter-filing.ts';
import { reviewBoard } from '../review/review-board.ts';
import { allStandingDeviations } from '../testing/deviation-closing.ts';
import type { HomeBlock } from './home-blocks.ts';
import { isTestDone, standingPopulations, standingTests, type HomeViewer } from './home-input.ts';
import { engagementOf } from './team.ts';

/** Places of the navigation that are counted. */
export type CountedPlace =
  | 'review'
  | 'acceptance'
  | 'scope'
  | 'controls'
  | 'requests'
  | 'populations'
  | 'tests'
  | 'deviations'
  | 'criteria'
  | 'letters'
  | 'report';

/** A count: of a total, or alone. `null` where the place has none. */
export interface PlaceCount {
  readonly done: number | null;
  readonly total: number | null;
  readonly blocks: number;
}

/** Where the cause of a gate is worked on. */
const placeOfGate: Partial<Record<RefusalCode, CountedPlace>> = {
  A1: 'acceptance',
  A2: 'acceptance',
  A3: 'letters',
  A4: 'acceptance',
  P1: 'controls',
  P2: 'scope',
  N1: 'populations',
  S2: 'populations',
};

/** The counts by place. What blocks the report is counted at the report, wherever its cause lies. */
export function placesOf(
  state: EngagementState,
  viewer: HomeViewer,
  blocks: readonly HomeBlock[],
): Readonly<Record<CountedPlace, PlaceCount>> {
  const blocked = (place: CountedPlace): number =>
    blocks.filter(({ refusal }) => refusal.kind === 'block' && placeOf(refusal.code) === place).length;
  const counted = (place: CountedPlace, done: number | null, total: number | null): PlaceCount => ({
    done,
    total,
    blocks: blocked(place),
  });
  const tests = standingTests(state, engagementOf(state)?.type === 'I' ? 'design' : 'operating');
  const populations = standingPopulations(state);
  const criteria = criteriaToConclude(state);
  const requests = all(state, 'evidenceRequest').filter((request) => request.status !== 'withdrawn');
  return {
    review: counted('review', waiting(state, viewer), null),
    acceptance: counted('acceptance', null, null),
    scope: counted('scope', null, null),
    controls: counted('controls', ...agreed(state)),
    requests: counted(
      'requests',
      requests.filter((request) => request.status === 'accepted').length,
      requests.length,
    ),
    populations: counted(
      'populations',
      populations.filter((population) => population.status === 'reconciled').length,
      populations.length,
    ),
    tests: counted('tests', tests.filter(isTestDone).length, tests.length),
    deviations: counted('deviations', allStandingDeviations(state).length, null),
    criteria: counted(
      'criteria',
      criteria.filter((criterion) => isConcluded(state, criterion, viewer.sha256)).length,
      criteria.length,
    ),
    letters: counted('letters', letters(state), 2),
    report: counted('report', null, null),
  };
}

function placeOf(code: RefusalCode): CountedPlace | undefined {
  return code.startsWith('L') ? 'report' : placeOfGate[code];
}

function waiting(state: EngagementState, viewer: HomeViewer): number {
  return reviewBoard(state, viewer).filter((row) => row.waitsForMe || row.changedSinceISigned).length;
}

function agreed(state: EngagementState): readonly [number, number] {
  const controls = all(state, 'control').filter((control) => control.status !== 'retired');
  return [controls.filter((control) => control.status === 'agreed').length, controls.length];
}

/** The two letters without which no report is signed: the assertion and the representation letter. */
function letters(state: EngagementState): number {
  return (['assertion', 'representation'] as const).filter((kind) => letterOf(state, kind) !== undefined)
    .length;
}
