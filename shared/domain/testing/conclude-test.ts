/** Concluding an operating test. Gates E4, T1 to T6, T8, T9, S5, D3, D4. */
import { formatDate } from '../../lib/plain-date.ts';
import { holdsRole, engagementOf } from '../engagement/team.ts';
import { gate, rule, type Refusal } from '../gates/refusal.ts';
import { decided, weigh, type Decided, type DecisionContext } from '../journal/decision.ts';
import type { FieldsOf, Row } from '../journal/entities.ts';
import { set } from '../journal/ops.ts';
import { find, where, type EngagementState } from '../journal/state.ts';
import { openExceptionsOf } from '../access-review/take-results.ts';
import { evidenceOf } from '../evidence/evidence-link.ts';
import { drawnPlans, itemsOf, standingPlans } from '../sampling/plan-state.ts';
import { formatExactPercent } from '../sampling/fraction.ts';
import { formatLimit } from '../sampling/sample-wording.ts';
import {
  editOps,
  existing,
  operatingFinding,
  refusalOfPhase,
  shortestExplanation,
  staleFinding,
  testing,
  textFinding,
} from './fieldwork-rules.ts';
import { standingDeviations } from './deviations.ts';
import { startedFinding, testMoveFinding } from './edit-test.ts';
import { supportFinding } from './record-results.ts';
import { rollForwardFindings } from './roll-forward.ts';
import { coverageFindings, type RecordDays } from './sample-coverage.ts';
import { designFinding } from './start-test.ts';
import { resultsOf, sampleRates, type TestResults } from './test-results.ts';

/** What may be concluded on the operation of a control. */
export type OperatingConclusion = NonNullable<FieldsOf<'test'>['conclusion']>;

/** What a conclusion is weighed with. */
export interface ConcludeInput {
  readonly testId: string;
  readonly revision?: number | undefined;
  readonly conclusion: OperatingConclusion;
  readonly text: string;
  /** The days on which each list has records, for gate S5. */
  readonly recordDays: RecordDays;
}

/** Concludes an operating test; the gates that stand in the way come together, so that all of them can be put right at once. */
export function concludeTest(context: DecisionContext, input: ConcludeInput): Decided {
  const found = existing(context.state, 'test', input.testId);
  if (!found.ok) return found;
  const test = found.value;
  const weighed = weigh(context, [
    refusalOfPhase(context, testing),
    staleFinding(context, 'test', test, input.revision),
    ...stateFindings(test, input.conclusion),
    textFinding(input.text, 'The conclusion', 10),
    ...conclusionFindings(context, test, input.conclusion, input.recordDays),
  ]);
  if (!weighed.ok) return weighed;
  return decided([
    ...set(context.state, 'test', test.id, {
      conclusion: input.conclusion,
      conclusionText: input.text,
      status: 'concluded',
      concludedBy: context.actorId,
      concludedAt: context.at,
    }),
    ...editOps(context.state, test.workpaperId),
    ...weighed.value,
  ]);
}

/** A test that would be moot is concluded “not tested” without being started: gate D3 keeps it from starting. */
function stateFindings(test: Row<'test'>, conclusion: OperatingConclusion): readonly (Refusal | null)[] {
  const isMoot = conclusion === 'notTested' && test.status === 'notStarted' && test.phase === 'operating';
  return isMoot ? [] : [startedFinding(test), testMoveFinding(test.status, 'concluded')];
}

/** What stands against a conclusion on the present results, warnings included: shown before anyone concludes. */
export function conclusionFindings(
  context: DecisionContext,
  test: Row<'test'>,
  conclusion: OperatingConclusion,
  recordDays: RecordDays,
): readonly Refusal[] {
  const { state } = context;
  const general = [operatingFinding(state), periodFinding(context)];
  const findings = [...general, ...specificFindings(state, test, conclusion, recordDays)];
  return findings.filter((finding) => finding !== null);
}

function specificFindings(
  state: EngagementState,
  test: Row<'test'>,
  conclusion: OperatingConclusion,
  recordDays: RecordDays,
): readonly (Refusal | null)[] {
  switch (conclusion) {
    case 'notTested':
      return [notTestedFinding(state, test)];
    case 'didNotOperate':
      return [zeroFinding(state, test)];
    case 'notEffective':
      return resultFindings(state, test, recordDays);
    case 'effective':
    case 'effectiveWithDeviations':
      return [...resultFindings(state, test, recordDays), ...relianceFindings(state, test, conclusion)];
  }
}

/** Gate E4: the period has ended. */
function periodFinding({ state, today }: DecisionContext): Refusal | null {
  const end = engagementOf(state)?.periodEnd ?? null;
  return end !== null && end > today ? gate('E4', { end: formatDate(end) }) : null;
}

/** Gates T1, T2, T3 and S5, which hold whatever the items showed. */
function resultFindings(
  state: EngagementState,
  test: Row<'test'>,
  recordDays: RecordDays,
): readonly (Refusal | null)[] {
  const results = resultsOf(state, test.id);
  const target = { entity: 'test', id: test.id } as const;
  const unsupported = results.cells.find((cell) => cell.isUnsupported);
  const open = standingDeviations(state, test.id).filter(
    ({ status }) => status === 'identified' || status === 'underEvaluation',
  );
  return [
    sampleFinding(state, test, results),
    unsupported === undefined ? null : supportFinding(state, unsupported.item, unsupported.attribute),
    results.counts.empty === 0 ? null : gate('T2', { n: results.counts.empty }, target),
    open.length === 0 ? null : gate('T3', { n: open.length }, { entity: 'deviation', id: open[0]?.id ?? '' }),
    exceptionFinding(state, test),
    ...coverageFindings(state, test, results, recordDays),
  ];
}

/** Gate T3 for what an access review found in the items of the test and nobody decided on yet. */
function exceptionFinding(state: EngagementState, test: Row<'test'>): Refusal | null {
  const [first, ...more] = openExceptionsOf(state, test.id);
  if (first === undefined) return null;
  return gate('T3', { n: 1 + more.length }, { entity: 'accessException', id: first.id });
}

function sampleFinding(state: EngagementState, test: Row<'test'>, results: TestResults): Refusal | null {
  const target = { entity: 'test', id: test.id } as const;
  const undrawn = standingPlans(state, test.id).find(
    ({ status }) => status === 'proposed' || status === 'approved',
  );
  if (undrawn !== undefined)
    return rule(
      'wrong-state',
      `A plan for ${undrawn.chosenSize === 1 ? '1 item' : `${String(undrawn.chosenSize)} items`} was not drawn.`,
      'Draw the items, or supersede the plan with a reason.',
      {},
      { entity: 'samplePlan', id: undrawn.id },
    );
  if (results.cells.length > 0) return null;
  const isSampled = results.items.length > 0;
  return isSampled
    ? rule('wrong-state', 'The test has no attribute.', 'Say what is tested on each item.', {}, target)
    : rule('wrong-state', 'No item was drawn for this test.', 'Plan and draw the sample.', {}, target);
}

/** Gates T4, T4J, T6, T8, T9, T9B, D3 for a conclusion that the control operated. */
function relianceFindings(
  state: EngagementState,
  test: Row<'test'>,
  conclusion: 'effective' | 'effectiveWithDeviations',
): readonly (Refusal | null)[] {
  const control = find(state, 'control', test.controlId);
  const standing = standingDeviations(state, test.id);
  return [
    control === undefined ? null : designFinding(state, control),
    wordingFinding(conclusion, standing.length, test),
    nothingTestedFinding(state, test),
    ...limitFindings(state, test),
    judgmentFinding(state, test),
    ...rollForwardFindings(state, test),
    control === undefined ? null : settingFinding(state, test, control),
    control === undefined ? null : reportFinding(state, test, control),
  ];
}

/** A test in which nothing applied says nothing on operation. Empty cells are gate T2. */
function nothingTestedFinding(state: EngagementState, test: Row<'test'>): Refusal | null {
  const { cells, counts } = resultsOf(state, test.id);
  if (cells.length === 0 || counts.notApplicable < cells.length) return null;
  return rule(
    'wrong-state',
    'Every result is “not applicable”, so no item was tested.',
    'Test items to which the attributes apply, or conclude that the control did not operate.',
    {},
    { entity: 'test', id: test.id },
  );
}

function wordingFinding(
  conclusion: 'effective' | 'effectiveWithDeviations',
  deviations: number,
  test: Row<'test'>,
): Refusal | null {
  if ((conclusion === 'effective') === (deviations === 0)) return null;
  const target = { entity: 'test', id: test.id } as const;
  const found = deviations === 1 ? '1 deviation was' : `${String(deviations)} deviations were`;
  return deviations === 0
    ? rule('invalid-value', 'No deviation was found.', 'Conclude “effective”.', {}, target)
    : rule(
        'invalid-value',
        `${found} found.`,
        'Conclude “effective with deviations” or “not effective”.',
        {},
        target,
      );
}

/** Gate T4: the exact upper limit of a statistical sample is at most the tolerable rate. */
function limitFindings(state: EngagementState, test: Row<'test'>): readonly Refusal[] {
  return sampleRates(state, test.id).flatMap(({ rate, plan }) => {
    if (rate?.kind !== 'limited' || rate.supportsReliance) return [];
    const u = plainNumber(formatLimit(rate.limit.rate, rate.tolerable));
    const facts = { u, t: plainNumber(formatExactPercent(rate.tolerable)) };
    return [gate('T4', facts, { entity: 'samplePlan', id: plan.id })];
  });
}

/** The figure of a percentage without its sign, for a message that prints the sign itself. */
function plainNumber(percent: string): string {
  return percent.replace(/[^\d.,]/g, '');
}

/**
 * Gate T4J: deviations that no statistical limit covers need the manager's judgment with a compensating control: those of
 * another basis, and those of a sample that was superseded.
 */
function judgmentFinding(state: EngagementState, test: Row<'test'>): Refusal | null {
  const plans = drawnPlans(state, test.id).filter(({ basis }) => basis === 'statistical');
  const covered = new Set(plans.flatMap((plan) => itemsOf(state, plan.id).map((item) => item.id)));
  const judged = standingDeviations(state, test.id).filter(({ itemId }) => !covered.has(itemId ?? ''));
  if (judged.length === 0) return null;
  const { managerJudgment, managerJudgmentBy, compensatingControlIds } = test;
  const isJudged =
    (managerJudgment ?? '').trim().length >= shortestExplanation &&
    managerJudgmentBy !== null &&
    holdsRole(state, managerJudgmentBy, 'manager') &&
    compensatingControlIds.length > 0;
  return isJudged ? null : gate('T4J', { n: judged.length }, { entity: 'test', id: test.id });
}

/** Gate T6: one instance of an automated control speaks for the period only with the history of the setting and its evidence. */
function settingFinding(state: EngagementState, test: Row<'test'>, control: Row<'control'>): Refusal | null {
  const isOneInstance = drawnPlans(state, test.id).every(({ basis }) => basis === 'oneInstance');
  if (control.nature !== 'automated' || !isOneInstance) return null;
  const isWritten = (test.settingHistory ?? '').trim().length >= shortestExplanation;
  const isProved = evidenceOf(state, { kind: 'test', id: test.id }).length > 0;
  return isWritten && isProved ? null : gate('T6', {}, { entity: 'test', id: test.id });
}

/** Gate T8: a person's control over a report of a system is as good as that report, which is tested itself. */
function reportFinding(state: EngagementState, test: Row<'test'>, control: Row<'control'>): Refusal | null {
  if (control.nature !== 'itDependentManual') return null;
  const isWritten = (test.reportTest ?? '').trim().length >= shortestExplanation;
  const isProved = evidenceOf(state, { kind: 'test', id: test.id }).length > 0;
  return isWritten && isProved ? null : gate('T8', {}, { entity: 'test', id: test.id });
}

/** Gate T5: an empty population, reconciled, with the reason why nothing occurred; and no record in any other. */
function zeroFinding(state: EngagementState, test: Row<'test'>): Refusal | null {
  const reconciled = where(state, 'population', 'controlId', test.controlId).filter(
    ({ status }) => status === 'reconciled',
  );
  const isEmpty = reconciled.length > 0 && reconciled.every(({ recordCount }) => recordCount === 0);
  const isExplained = reconciled.every(({ zeroReason }) => (zeroReason ?? '').trim() !== '');
  return isEmpty && isExplained ? null : gate('T5', {}, { entity: 'test', id: test.id });
}

/** Operation is left untested only where the design is concluded not effective (D3): then its test would be moot. */
function notTestedFinding(state: EngagementState, test: Row<'test'>): Refusal | null {
  const isDeficient = where(state, 'test', 'controlId', test.controlId).some(
    (other) => other.phase === 'design' && other.conclusion === 'notEffective',
  );
  if (isDeficient) return null;
  return rule(
    'wrong-state',
    'The design is not concluded “not effective”, so operation is tested.',
    'Conclude on the results of the test.',
    {},
    { entity: 'test', id: test.id },
  );
}
