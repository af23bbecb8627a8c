/**
 * Taking the results of a rule into the grid of a test whose items are all records of a list (basis “all items”): where a
 * program compared every record, there is no risk of sampling.
 */
import { err } from '../../lib/result.ts';
import { rule, type Refusal } from '../gates/refusal.ts';
import { decidedWith, shortestReason, type Decided, type DecisionContext } from '../journal/decision.ts';
import type { Row } from '../journal/entities.ts';
import { add, set } from '../journal/ops.ts';
import { find, where, type EngagementState } from '../journal/state.ts';
import { drawnPlans, itemsUnderTest } from '../sampling/plan-state.ts';
import { standingDeviation } from '../testing/deviations.ts';
import { existing } from '../testing/fieldwork-rules.ts';
import { recordResults, type CellInput } from '../testing/record-results.ts';
import { attributesOf } from '../testing/start-test.ts';
import { isOpen, standingExceptions } from './dispose-exceptions.ts';
import type { RuleId } from './rule.ts';

/** A record that a rule looked at, as the records of a population may name it. */
export interface LookedAt {
  readonly key: string;
  /** Texts by which a population may know it: its key, its account, its person. */
  readonly names: readonly string[];
  readonly fileSha256: string;
  readonly rows: readonly number[];
  readonly isCompared: boolean;
}

/** What taking results is about. */
export interface TakeInput {
  readonly reviewId: string;
  readonly ruleId: RuleId;
  readonly testId: string;
  readonly attributeId: string;
  readonly runId: string;
  /** The result of the rule in one sentence; it stands in every cell as what was seen. */
  readonly sentence: string;
  readonly records: readonly LookedAt[];
}

/** What was taken. */
export interface Taken {
  readonly passed: number;
  readonly deviations: number;
  /** Items whose exceptions nobody decided on yet. */
  readonly waiting: number;
  /** Items that the rule did not compare, or that its lists do not have. */
  readonly left: number;
}

/** Records the results of a rule in an attribute: every item that the rule compared and on which nothing is left open. */
export function takeResults(context: DecisionContext, input: TakeInput): Decided<Taken> {
  const { state } = context;
  const test = existing(state, 'test', input.testId);
  const run = existing(state, 'accessRun', input.runId);
  if (!test.ok) return test;
  if (!run.ok) return run;
  const refusal = basisFinding(state, test.value) ?? attributeFinding(state, input);
  if (refusal !== null) return err(refusal);
  const { cells, ...counts } = cellsOf(state, input);
  const recorded = recordResults(context, { testId: input.testId, cells, testedOn: context.today });
  if (!recorded.ok) return recorded;
  const link = linkOps(context, input, cells.length);
  return decidedWith([...recorded.value.ops, ...link], counts);
}

function basisFinding(state: EngagementState, test: Row<'test'>): Refusal | null {
  const plans = drawnPlans(state, test.id);
  if (plans.length > 0 && plans.every(({ basis }) => basis === 'all')) return null;
  return rule(
    'wrong-state',
    plans.length === 0
      ? 'No item was drawn for this test.'
      : 'The items of this test are a sample; a rule speaks for all records of a list.',
    'Plan the test with the basis “all items”, have the plan approved, and draw it.',
    {},
    { entity: 'test', id: test.id },
  );
}

function attributeFinding(state: EngagementState, { testId, attributeId }: TakeInput): Refusal | null {
  if (attributesOf(state, testId).some(({ id }) => id === attributeId)) return null;
  return rule('not-found', 'The test has no such attribute.', 'Choose an attribute of the test.');
}

interface Cells extends Taken {
  readonly cells: readonly CellInput[];
}

function cellsOf(state: EngagementState, input: TakeInput): Cells {
  const recordOf = recordFinder(state, input);
  const exceptions = Map.groupBy(
    standingExceptions(state, input.reviewId, input.ruleId),
    (row) => row.subjectKey,
  );
  const cells: CellInput[] = [];
  let [passed, deviations, waiting, left] = [0, 0, 0, 0];
  for (const item of itemsUnderTest(state, input.testId)) {
    const record = recordOf(item);
    const own = record === null ? [] : (exceptions.get(record.key) ?? []);
    if (record?.isCompared !== true) left += 1;
    else if (own.some(isOpen)) waiting += 1;
    else {
      const isDeviation = own.some(({ disposition }) => disposition === 'deviation');
      if (isDeviation) deviations += 1;
      else passed += 1;
      cells.push(cellOf(state, input, item.id, own));
    }
  }
  return { cells, passed, deviations, waiting, left };
}

/** Items are found by the row of the file where list and population are the same file, else by the key. */
function recordFinder(state: EngagementState, { testId, records }: TakeInput) {
  const byRow = new Map<string, LookedAt>();
  const byName = new Map<string, LookedAt>();
  for (const record of records) {
    for (const row of record.rows) byRow.set(`${record.fileSha256} ${String(row)}`, record);
    for (const name of record.names) if (!byName.has(name)) byName.set(name, record);
  }
  const files = new Map(
    drawnPlans(state, testId).map((plan) => [
      plan.id,
      find(state, 'population', plan.populationId)?.fileSha256 ?? '',
    ]),
  );
  return (item: Row<'sampleItem'>): LookedAt | null => {
    const row = byRow.get(`${files.get(item.planId) ?? ''} ${String(item.rowNumber)}`);
    return row ?? byName.get(item.populationKey) ?? null;
  };
}

function cellOf(
  state: EngagementState,
  { attributeId, ruleId, sentence }: TakeInput,
  itemId: string,
  own: readonly Row<'accessException'>[],
): CellInput {
  const deviating = own.filter(({ disposition }) => disposition === 'deviation');
  const isDeviation = deviating.length > 0;
  const judged = own.map(({ words, reason }) => `${words} ${reason}`.trim());
  const before = standingDeviation(state, itemId, attributeId);
  const lost = judged.join(' ').padEnd(shortestReason, '.');
  return {
    ...{ itemId, attributeId, result: isDeviation ? 'deviation' : 'pass', evidenceIds: evidenceOf(own) },
    note: isDeviation ? deviating.map(({ words }) => words).join(' ') : judged.join(' '),
    observation: `Access review, rule ${ruleId}: ${sentence}`,
    withdrawReason:
      before === undefined || isDeviation
        ? ''
        : judged.length > 0
          ? lost
          : `Rule ${ruleId} no longer finds it.`,
  };
}

const evidenceOf = (own: readonly Row<'accessException'>[]): readonly string[] => [
  ...new Set(own.flatMap(({ evidenceIds }) => evidenceIds)),
];

function linkOps(context: DecisionContext, input: TakeInput, items: number) {
  const { reviewId, ruleId, testId, attributeId, runId } = input;
  const before = resultsInTest(context.state, testId).find(
    (row) => row.reviewId === reviewId && row.ruleId === ruleId && row.attributeId === attributeId,
  );
  if (before !== undefined) return set(context.state, 'accessResult', before.id, { runId, items });
  const fields = { reviewId, ruleId, testId, attributeId, runId, items, withdrawn: false };
  return [add('accessResult', context.newId(), fields)];
}

/** The rules whose results were taken into a test. */
export function resultsInTest(state: EngagementState, testId: string): readonly Row<'accessResult'>[] {
  return where(state, 'accessResult', 'testId', testId).filter((row) => !row.withdrawn);
}

/** Exceptions behind the results of a test that still wait for a decision: they keep it from being concluded (gate T3). */
export function openExceptionsOf(state: EngagementState, testId: string): readonly Row<'accessException'>[] {
  return resultsInTest(state, testId).flatMap(({ reviewId, ruleId }) =>
    standingExceptions(state, reviewId, ruleId).filter(isOpen),
  );
}
