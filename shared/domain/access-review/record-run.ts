/** Recording a run: what each rule answered, and the exceptions that wait for a person. */
import { err } from '../../lib/result.ts';
import { rule } from '../gates/refusal.ts';
import { decidedWith, weigh, type Decided, type DecisionContext } from '../journal/decision.ts';
import type { FieldsOf, Row } from '../journal/entities.ts';
import type { Op } from '../journal/entry.ts';
import { add, set } from '../journal/ops.ts';
import { where, type EngagementState } from '../journal/state.ts';
import { editOps, existing, gathering, refusalOfPhase } from '../testing/fieldwork-rules.ts';
import { listsOf } from './edit-lists.ts';
import type { FoundException, RuleId } from './rule.ts';
import { comparedCount, type RuleResult } from './run-rules.ts';

/** The version of the rules: a change of what a rule finds is a new version. */
export const rulesVersion = 'access-rules/1';

/** Most exceptions of a run: more say that a column is read wrongly, not that so many things are odd. */
const mostExceptions = 20_000;

/**
 * Everything that a run rests on, as one text: lists with their files and mappings, dates, figures, matches. The same
 * text gives the same results.
 */
export function runBasis(state: EngagementState, review: Row<'accessReview'>): string {
  const lists = listsOf(state, review.id).map(
    ({ kind, title, asOf, statedCount, fileSha256, rowsSha256, mapping }) => ({
      ...{ kind, title, asOf, statedCount, fileSha256, rowsSha256, mapping },
    }),
  );
  const matches = where(state, 'accessMatch', 'reviewId', review.id).map(
    ({ accountKey, personKey, decision }) => [accountKey, personKey, decision],
  );
  const { asOf, reviewedOn, dueOn, figures } = review;
  return JSON.stringify([rulesVersion, asOf, reviewedOn, dueOn, figures, lists, matches]);
}

/** Every answer of a run as one text, by which two runs are compared. */
export function resultText(results: readonly RuleResult[]): string {
  return JSON.stringify(
    results.map(({ rule: { id }, figures, missing, outcome }) => [
      ...[id, figures, missing, outcome.population.length, comparedCount(outcome)],
      outcome.exceptions.map(({ key, words }) => [key, words]),
    ]),
  );
}

/**
 * Records a run. Exceptions found before keep what was decided on them; those that are no longer found stay on record as
 * no longer standing.
 */
export function recordRun(
  context: DecisionContext,
  input: { readonly reviewId: string; readonly results: readonly RuleResult[] },
): Decided<{ runId: string; exceptions: number }> {
  const { state } = context;
  const review = existing(state, 'accessReview', input.reviewId);
  if (!review.ok) return review;
  const weighed = weigh(context, [refusalOfPhase(context, gathering)]);
  if (!weighed.ok) return weighed;
  const lists = listsOf(state, input.reviewId);
  if (lists.length === 0)
    return err(rule('wrong-state', 'The review has no list.', 'Add the user lists and the HR roster first.'));
  const found = input.results.flatMap(({ rule: { id }, outcome }) =>
    outcome.exceptions.map((exception) => ({ ruleId: id, exception })),
  );
  if (found.length > mostExceptions) return err(tooMany(input.results, found.length));
  const runId = context.newId();
  const run = add('accessRun', runId, {
    reviewId: input.reviewId,
    inputsSha256: context.sha256(runBasis(state, review.value)),
    resultSha256: context.sha256(resultText(input.results)),
    rulesVersion,
    asOf: review.value.asOf,
    lists: lists.map(
      ({ kind, title, fileSha256, rowCount }) => `${kind} ${title}: ${String(rowCount)} rows, ${fileSha256}`,
    ),
  });
  const ops = [
    run,
    ...input.results.map((result) => add('accessRuleRun', context.newId(), ruleRunFields(runId, result))),
    ...exceptionOps(context, input.reviewId, found),
    ...editOps(state, review.value.workpaperId),
    ...weighed.value,
  ];
  return decidedWith(ops, { runId, exceptions: found.length });
}

function tooMany(results: readonly RuleResult[], count: number) {
  const [worst] = results.toSorted((a, b) => b.outcome.exceptions.length - a.outcome.exceptions.length);
  const id = worst?.rule.id ?? '';
  return rule(
    'invalid-value',
    `The rules found ${String(count)} exceptions, most of them by ${id}. So many say that a column is read wrongly.`,
    `Look at the mapping of the lists and at the figures of ${id}.`,
    { n: count, ruleId: id },
  );
}

function ruleRunFields(
  runId: string,
  { rule: { id }, figures, missing, outcome }: RuleResult,
): FieldsOf<'accessRuleRun'> {
  return {
    ...{ runId, ruleId: id, missing },
    figures: Object.entries(figures).map(([name, value]) => `${name}=${String(value)}`),
    population: outcome.population.length,
    compared: comparedCount(outcome),
    exceptions: outcome.exceptions.length,
  };
}

interface Found {
  readonly ruleId: RuleId;
  readonly exception: FoundException;
}

function exceptionOps(context: DecisionContext, reviewId: string, found: readonly Found[]): readonly Op[] {
  const { state } = context;
  const before = where(state, 'accessException', 'reviewId', reviewId);
  const known = new Map(before.map((row) => [row.key, row]));
  const standing = new Set(found.map(({ exception }) => exception.key));
  const kept = found.flatMap(({ ruleId, exception }): readonly Op[] => {
    const row = known.get(exception.key);
    if (row === undefined)
      return [add('accessException', context.newId(), newException(reviewId, ruleId, exception))];
    const rows = exception.subject.rows.map(String);
    return set(state, 'accessException', row.id, { words: exception.words, standing: true, rows });
  });
  const gone = before
    .filter((row) => row.standing && !standing.has(row.key))
    .flatMap((row) => set(state, 'accessException', row.id, { standing: false }));
  return [...kept, ...gone];
}

function newException(
  reviewId: string,
  ruleId: RuleId,
  { key, code, subject, words }: FoundException,
): FieldsOf<'accessException'> {
  return {
    ...{ reviewId, ruleId, key, code, subjectKey: subject.key, subject: subject.label, list: subject.list },
    ...{ rows: subject.rows.map(String), words, standing: true, disposition: null, reason: '' },
    ...{ evidenceIds: [], decidedBy: null, decidedOn: null, answer: '', answeredBy: '', answeredOn: null },
  };
}

/** The last run of a review. */
export function lastRun(state: EngagementState, reviewId: string): Row<'accessRun'> | null {
  return where(state, 'accessRun', 'reviewId', reviewId).at(-1) ?? null;
}
