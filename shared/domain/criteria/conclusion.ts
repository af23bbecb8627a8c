/** The conclusion on a criterion. Gates V2 and V3. */
import { err } from '../../lib/result.ts';
import { engagementOf, refusalToActAs } from '../engagement/team.ts';
import { gate, rule, type Refusal } from '../gates/refusal.ts';
import { decidedWith, weigh, type Decided, type DecisionContext } from '../journal/decision.ts';
import type { FieldsOf, Row } from '../journal/entities.ts';
import { add, set } from '../journal/ops.ts';
import { all, find, where, type EngagementState } from '../journal/state.ts';
import type { Sha256 } from '../review/content-hash.ts';
import { standsAt } from '../review/sign-off-standing.ts';
import { allStandingDeviations } from '../testing/deviation-closing.ts';
import { controlsOf, coverageOf, criteriaInScope, isApprovedNotRelevant } from './coverage.ts';

/** What may be concluded on a criterion. */
export type CriterionResult = FieldsOf<'conclusion'>['result'];

/** A conclusion as it is given. */
export type ConclusionInput = Omit<FieldsOf<'conclusion'>, 'criterionCode' | 'concludedBy' | 'concludedAt'>;

/** Fewest characters of a rationale that others rely on. */
const shortestRationale = 20;

/**
 * Concludes a criterion: a manager or above, once every mapped test is concluded and reviewed (V2); a primary control
 * that is not effective is compensated by another tested control, or the criterion is not met (V3). A later conclusion
 * takes the place of the earlier one, which stays in the journal.
 */
export function concludeCriterion(
  context: DecisionContext,
  code: string,
  input: ConclusionInput,
): Decided<{ id: string }> {
  const { state } = context;
  const criterion = criteriaToConclude(state).find((row) => row.code === code);
  if (criterion === undefined)
    return err(
      rule('not-found', `${code} is not to be concluded.`, 'Choose a criterion in scope.', { code }),
    );
  const weighed = weigh(context, [
    refusalToActAs(context, 'manager'),
    refusalOfInput(state, criterion, input),
    ...conclusionFindings(state, criterion, input, context.sha256),
  ]);
  if (!weighed.ok) return err(weighed.error);
  const values = { ...input, concludedBy: context.actorId, concludedAt: context.at };
  const known = conclusionOf(state, code);
  const id = known?.id ?? context.newId();
  const ops =
    known === undefined
      ? [add('conclusion', id, { ...values, criterionCode: code })]
      : set(state, 'conclusion', id, values);
  return decidedWith([...ops, ...weighed.value], { id });
}

/** The criteria that need a conclusion: in scope and not left out as not relevant. */
export const criteriaToConclude = (state: EngagementState): readonly Row<'criterion'>[] =>
  criteriaInScope(state).filter((criterion) => !isApprovedNotRelevant(state, criterion.code));

/** The conclusion on a criterion, if there is one. */
export const conclusionOf = (state: EngagementState, code: string): Row<'conclusion'> | undefined =>
  where(state, 'conclusion', 'criterionCode', code)[0];

function refusalOfInput(
  state: EngagementState,
  criterion: Row<'criterion'>,
  input: ConclusionInput,
): Refusal | null {
  const met = isMet(input.result);
  const isTypeI = engagementOf(state)?.type === 'I';
  const isVendorOnly = coverageOf(state, criterion.code) === 'subservice';
  const faults: readonly (readonly [boolean, string, string])[] = [
    [
      input.rationale.trim().length < shortestRationale,
      'The rationale is missing.',
      `Write at least ${String(shortestRationale)} characters.`,
    ],
    [
      input.result === 'notMet' && input.failedBy === null,
      'What fell short is not said.',
      'Choose design or operation.',
    ],
    [
      input.failedBy === 'operation' && isTypeI,
      'A Type I report says nothing on operation.',
      'Choose design.',
    ],
    [met && input.failedBy !== null, 'A criterion that is met did not fall short.', 'Clear what fell short.'],
    [
      met && isVendorOnly && !input.reliesOnSubserviceControls,
      'Only controls of a subservice organization cover this criterion.',
      'Say that the conclusion relies on them.',
    ],
  ];
  const fault = faults.find(([isFault]) => isFault);
  if (fault === undefined) return null;
  return rule('invalid-value', fault[1], fault[2], {}, { entity: 'criterion', id: criterion.id });
}

const isMet = (result: CriterionResult): boolean => result === 'met' || result === 'metWithDeviations';

/** Gates V2, P1 and V3 of a conclusion. */
export function conclusionFindings(
  state: EngagementState,
  criterion: Row<'criterion'>,
  input: Pick<ConclusionInput, 'result' | 'compensatingControlIds'>,
  sha256: Sha256,
): readonly Refusal[] {
  const open = gateV2(state, criterion, sha256);
  if (open !== null) return [open];
  const bare = uncoveredFinding(state, criterion, input.result);
  if (bare !== null) return [bare];
  return isMet(input.result) ? gateV3(state, criterion, input.compensatingControlIds, sha256) : [];
}

/** Gate P1 again: nothing was tested for a criterion that no agreed control covers, so it cannot be met. */
function uncoveredFinding(
  state: EngagementState,
  criterion: Row<'criterion'>,
  result: CriterionResult,
): Refusal | null {
  if (!isMet(result) || coverageOf(state, criterion.code) !== 'none') return null;
  return gate('P1', { criteria: [criterion.code] }, { entity: 'criterion', id: criterion.id });
}

/** The tests of the agreed controls that are mapped to a criterion; a Type I engagement has tests of design only. */
export function testsOfCriterion(state: EngagementState, code: string): readonly Row<'test'>[] {
  const isTypeI = engagementOf(state)?.type === 'I';
  return controlsOf(state, code)
    .filter((control) => control.status === 'agreed')
    .flatMap((control) => where(state, 'test', 'controlId', control.id))
    .filter((test) => !isTypeI || test.phase === 'design');
}

/** Whether a test is concluded, and a reviewer's signature holds for what it rests on. */
export const isReviewedTest = (state: EngagementState, test: Row<'test'>, sha256: Sha256): boolean =>
  test.status === 'reviewed' && standsAt(state, test.workpaperId, 'reviewer', sha256);

/** V2: every test mapped to the criterion is concluded and reviewed. */
export function gateV2(state: EngagementState, criterion: Row<'criterion'>, sha256: Sha256): Refusal | null {
  const open = testsOfCriterion(state, criterion.code).filter((test) => !isReviewedTest(state, test, sha256));
  const [first] = open;
  if (first === undefined) return null;
  return gate('V2', { n: open.length, criterion: criterion.code }, { entity: 'test', id: first.id });
}

/** V3: each primary control that is not effective is compensated by another tested, effective control. */
function gateV3(
  state: EngagementState,
  criterion: Row<'criterion'>,
  compensatingIds: readonly string[],
  sha256: Sha256,
): readonly Refusal[] {
  const compensated = compensatingIds.filter((id) => isTestedEffective(state, id, sha256));
  return primaryControls(state, criterion.code)
    .filter((control) => isNotEffective(state, control.id))
    .filter((control) => !compensated.some((id) => id !== control.id))
    .map((control) => gate('V3', { control: control.code }, { entity: 'control', id: control.id }));
}

function primaryControls(state: EngagementState, code: string): readonly Row<'control'>[] {
  const primary = where(state, 'mapping', 'criterionCode', code)
    .filter((mapping) => !mapping.withdrawn && mapping.role === 'primary')
    .map((mapping) => mapping.controlId);
  return controlsOf(state, code).filter(
    (control) => primary.includes(control.id) && control.status === 'agreed',
  );
}

const isNotEffective = (state: EngagementState, controlId: string): boolean =>
  where(state, 'test', 'controlId', controlId).some((test) => test.conclusion === 'notEffective');

/** Whether a control was tested, reviewed, and found effective in all its tests. */
function isTestedEffective(state: EngagementState, controlId: string, sha256: Sha256): boolean {
  const isTypeI = engagementOf(state)?.type === 'I';
  const tests = where(state, 'test', 'controlId', controlId).filter(
    (test) => !isTypeI || test.phase === 'design',
  );
  const isGood = (test: Row<'test'>): boolean =>
    (test.conclusion === 'effective' || test.conclusion === 'effectiveWithDeviations') &&
    isReviewedTest(state, test, sha256);
  return find(state, 'control', controlId)?.status === 'agreed' && tests.length > 0 && tests.every(isGood);
}

/** What the tests suggest, as a first value of the form; the person decides. `null` while tests are open. */
export function suggestedResult(
  state: EngagementState,
  criterion: Row<'criterion'>,
  sha256: Sha256,
): CriterionResult | null {
  if (gateV2(state, criterion, sha256) !== null) return null;
  if (gateV3(state, criterion, [], sha256).length > 0) return 'notMet';
  return deviationsOfCriterion(state, criterion.code).length > 0 ? 'metWithDeviations' : 'met';
}

/** The standing deviations in the tests mapped to a criterion. */
export function deviationsOfCriterion(state: EngagementState, code: string): readonly Row<'deviation'>[] {
  const tests = new Set(testsOfCriterion(state, code).map((test) => test.id));
  return allStandingDeviations(state).filter((deviation) => tests.has(deviation.testId));
}

/** Whether a criterion is concluded and its conclusion still rests on reviewed tests. */
export function isConcluded(state: EngagementState, criterion: Row<'criterion'>, sha256: Sha256): boolean {
  const conclusion = conclusionOf(state, criterion.code);
  return conclusion !== undefined && conclusionFindings(state, criterion, conclusion, sha256).length === 0;
}

/** The criteria that lack a conclusion that holds (gate L1). */
export const openCriteria = (state: EngagementState, sha256: Sha256): readonly Row<'criterion'>[] =>
  criteriaToConclude(state).filter((criterion) => !isConcluded(state, criterion, sha256));

/** All conclusions on criteria that are to be concluded. */
export const conclusionsInScope = (state: EngagementState): readonly Row<'conclusion'>[] => {
  const codes = new Set(criteriaToConclude(state).map((criterion) => criterion.code));
  return all(state, 'conclusion').filter((row) => codes.has(row.criterionCode));
};
