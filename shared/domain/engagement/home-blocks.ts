/** What stands in the way of the present phase, each with the thing that it is about. */
import { initialsOf, engagementOf } from './team.ts';
import { gate, type Refusal } from '../gates/refusal.ts';
import type { Row } from '../journal/entities.ts';
import { all, find, where, type EngagementState } from '../journal/state.ts';
import { buildReportFacts } from '../report/build-facts.ts';
import type { ReportFacts } from '../report/report-facts.ts';
import { readinessFindings } from '../report/gates-readiness.ts';
import { drawnPlans } from '../sampling/plan-state.ts';
import { coverageFindings, type RecordDays } from '../testing/sample-coverage.ts';
import { standingDeviations } from '../testing/deviations.ts';
import { resultsOf } from '../testing/test-results.ts';
import { assemblyClock } from './file-lock.ts';
import { isTestDone, standingPopulations, standingTests, type HomeViewer } from './home-input.ts';
import { engagementMoves, gateP1, gateP2, gatesToMove, type EngagementStatus } from './lifecycle.ts';

/** A gate that stands in the way. */
export interface HomeBlock {
  readonly refusal: Refusal;
  /** What it is about, in a line: `LA-02, item E-20724, attribute B`. Empty where the message says it. */
  readonly subject: string;
}

/** The gates of the present phase that do not hold: blocks before warnings. */
export function blocksOf(
  state: EngagementState,
  viewer: HomeViewer,
  recordDays: RecordDays,
): readonly HomeBlock[] {
  const found = foundIn(state, viewer, recordDays);
  return [
    ...found.filter((block) => block.refusal.kind === 'block'),
    ...found.filter((block) => block.refusal.kind === 'warning'),
  ];
}

function foundIn(state: EngagementState, viewer: HomeViewer, recordDays: RecordDays): readonly HomeBlock[] {
  const engagement = engagementOf(state);
  if (engagement === undefined) return [];
  const { status } = engagement;
  if (status === 'fieldwork') return fieldworkBlocks(state, recordDays);
  const before = beforeFieldwork.includes(status) ? independence(state) : [];
  return [...before, ...gatesOfPhase(state, engagement, viewer).map((refusal) => ({ refusal, subject: '' }))];
}

const beforeFieldwork: readonly EngagementStatus[] = ['draft', 'accepted', 'planning'];

function gatesOfPhase(
  state: EngagementState,
  engagement: Row<'engagement'>,
  viewer: HomeViewer,
): readonly Refusal[] {
  const { status } = engagement;
  if (beforeFieldwork.includes(status)) return nextGates(state, engagement);
  if (status === 'wrapUp')
    return readinessFindings(state, { today: viewer.today, sha256: viewer.sha256, facts: factsOf(state) });
  const finding = assemblyClock(state, viewer.today)?.finding ?? null;
  return finding === null ? [] : [finding];
}

/** The figures of Section IV as they stand; what a signature adds is left open. */
function factsOf(state: EngagementState): ReportFacts | null {
  const built = buildReportFacts(state, { journal: { words: [], entryCount: 0 }, keyFingerprint: null });
  return built.ok ? built.value : null;
}

function nextGates(state: EngagementState, engagement: Row<'engagement'>): readonly Refusal[] {
  const [next] = engagementMoves[engagement.status];
  return next === undefined ? [] : gatesToMove(state, engagement.status, next);
}

/** A2 for every member: who has not confirmed independence cannot work. */
function independence(state: EngagementState): readonly HomeBlock[] {
  return all(state, 'teamMember')
    .filter((member) => member.leftOn === null && member.independenceConfirmedAt === null)
    .map((member) => ({
      refusal: gate(
        'A2',
        { person: initialsOf(state, member.personId) },
        { entity: 'teamMember', id: member.id },
      ),
      subject: '',
    }));
}

function fieldworkBlocks(state: EngagementState, recordDays: RecordDays): readonly HomeBlock[] {
  return [
    ...[...gateP1(state), ...gateP2(state)].map((refusal) => ({ refusal, subject: '' })),
    ...openDeviations(state),
    ...unreconciled(state),
    ...plansToApprove(state),
    ...emptyQuarters(state, recordDays),
  ];
}

/** T3, test by test. */
function openDeviations(state: EngagementState): readonly HomeBlock[] {
  return standingTests(state, 'operating').flatMap((test) => {
    const open = standingDeviations(state, test.id).filter(
      ({ status }) => status === 'identified' || status === 'underEvaluation',
    );
    const [first] = open;
    if (first === undefined) return [];
    const target = { entity: 'deviation', id: first.id } as const;
    return [{ refusal: gate('T3', { n: open.length }, target), subject: deviationSubject(state, first) }];
  });
}

function deviationSubject(state: EngagementState, deviation: Row<'deviation'>): string {
  const test = find(state, 'test', deviation.testId);
  const parts = [
    codeOf(state, test?.controlId ?? null),
    find(state, 'sampleItem', deviation.itemId)?.populationKey,
    find(state, 'attribute', deviation.attributeId)?.key,
  ];
  const [control = '', item, attribute] = parts;
  const place = [
    control,
    ...(item === undefined ? [] : [`item ${item}`]),
    ...(attribute === undefined ? [] : [`attribute ${attribute}`]),
  ].join(', ');
  return deviation.nature === '' ? place : `${place}: ${deviation.nature}`;
}

/** N1 for each list that was received and not reconciled. */
function unreconciled(state: EngagementState): readonly HomeBlock[] {
  return standingPopulations(state)
    .filter((population) => population.status === 'received')
    .map((population) => ({
      refusal: gate('N1', {}, { entity: 'population', id: population.id }),
      subject: `${codeOf(state, population.controlId)} ${population.title}: ${missingTests(state, population)}`,
    }));
}

function missingTests(state: EngagementState, population: Row<'population'>): string {
  const passed = where(state, 'ipeTest', 'populationId', population.id).filter(
    (test) => !test.withdrawn && test.result === 'pass',
  );
  const missing = (['completeness', 'accuracy'] as const).filter(
    (direction) => !passed.some((test) => test.direction === direction),
  );
  return missing.length === 0 ? 'ready to be reconciled' : `no ${missing.join(' and no ')} test on record`;
}

/** S2 for each plan that waits for a second person. */
function plansToApprove(state: EngagementState): readonly HomeBlock[] {
  return where(state, 'samplePlan', 'status', 'proposed').map((plan) => {
    const test = find(state, 'test', plan.testId);
    const items = `${String(plan.chosenSize)} ${plan.chosenSize === 1 ? 'item' : 'items'}`;
    const code = codeOf(state, test?.controlId ?? null);
    return {
      refusal: gate('S2', {}, { entity: 'samplePlan', id: plan.id }),
      subject: `${code}: ${items} proposed by ${initialsOf(state, plan.createdBy)}`,
    };
  });
}

/** S5 for each test under way whose sample leaves a quarter without an item. */
function emptyQuarters(state: EngagementState, recordDays: RecordDays): readonly HomeBlock[] {
  return standingTests(state, 'operating')
    .filter((test) => !isTestDone(test))
    .flatMap((test) => {
      const results = resultsOf(state, test.id);
      const records = Math.max(
        0,
        ...drawnPlans(state, test.id).map((plan) => plan.drawnPopulationCount ?? 0),
      );
      const subject = `${codeOf(state, test.controlId)}: ${String(results.items.length)} items of ${String(records)}`;
      return coverageFindings(state, test, results, recordDays).map((refusal) => ({ refusal, subject }));
    });
}

const codeOf = (state: EngagementState, controlId: string | null): string =>
  find(state, 'control', controlId)?.code ?? '';
