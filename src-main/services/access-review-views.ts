import type { accessReviewContract } from '../../shared/contract/access-review.ts';
import type { OutputOf } from '../../shared/contract/procedure.ts';
import { exceptionReference } from '../../shared/domain/access-review/answer-sheet.ts';
import {
  countDispositions,
  standingExceptions,
} from '../../shared/domain/access-review/dispose-exceptions.ts';
import { listsOf } from '../../shared/domain/access-review/edit-lists.ts';
import { mappingOfTexts } from '../../shared/domain/access-review/list-mapping.ts';
import { lastRun, runBasis } from '../../shared/domain/access-review/record-run.ts';
import type { RuleId } from '../../shared/domain/access-review/rule.ts';
import { ruleIds } from '../../shared/domain/access-review/rule.ts';
import { resultSentence, type RuleResult } from '../../shared/domain/access-review/run-rules.ts';
import { initialsOf } from '../../shared/domain/engagement/team.ts';
import type { Row } from '../../shared/domain/journal/entities.ts';
import { all, find, where, type EngagementState } from '../../shared/domain/journal/state.ts';
import { drawnPlans } from '../../shared/domain/sampling/plan-state.ts';
import { attributesOf } from '../../shared/domain/testing/start-test.ts';
import type { ComputedReview } from './access-review-computing.ts';

type Contract = typeof accessReviewContract;
type ReviewLine = OutputOf<Contract['accessReview.list']>[number];
type ReviewView = OutputOf<Contract['accessReview.get']>;
type RuleView = ReviewView['rules'][number];
type ExceptionView = OutputOf<Contract['accessReview.exceptions']>['exceptions'][number];
type Item = OutputOf<Contract['accessReview.items']>['items'][number];
type TestChoice = OutputOf<Contract['accessReview.tests']>[number];
type MatchesView = OutputOf<Contract['accessReview.matches']>;
type Sha256 = (text: string) => string;

/** A review in a list of reviews. */
export function reviewLineOf(state: EngagementState, review: Row<'accessReview'>): ReviewLine {
  const { id, revision, workpaperId, title, asOf, reviewedOn, dueOn } = review;
  return {
    ...{ reviewId: id, revision, workpaperId, title, asOf, reviewedOn, dueOn },
    ref: find(state, 'workpaper', workpaperId)?.ref ?? '',
    lists: listsOf(state, id).length,
    counts: countDispositions(standingExceptions(state, id)),
    lastRunAt: lastRun(state, id)?.createdAt ?? null,
  };
}

/** A review with its lists and rules. */
export function reviewViewOf(
  state: EngagementState,
  review: Row<'accessReview'>,
  computed: ComputedReview,
  sha256: Sha256,
): ReviewView {
  const run = lastRun(state, review.id);
  return {
    ...reviewLineOf(state, review),
    status: find(state, 'workpaper', review.workpaperId)?.status ?? '',
    run: run === null ? null : runViewOf(state, review, run, sha256),
    listViews: listsOf(state, review.id).map((list) => listViewOf(state, list)),
    rules: computed.results.map((result) => ruleViewOf(state, review.id, run, result)),
    matchesToConfirm: unmatched(computed).length,
  };
}

function runViewOf(
  state: EngagementState,
  review: Row<'accessReview'>,
  run: Row<'accessRun'>,
  sha256: Sha256,
): NonNullable<ReviewView['run']> {
  const { id, createdAt, createdBy, rulesVersion, resultSha256, inputsSha256 } = run;
  const isCurrent = sha256(runBasis(state, review)) === inputsSha256;
  return {
    runId: id,
    at: createdAt,
    by: initialsOf(state, createdBy),
    rulesVersion,
    resultSha256,
    isCurrent,
  };
}

function listViewOf(state: EngagementState, list: Row<'accessList'>): ReviewView['listViews'][number] {
  const { id, revision, kind, title, sourceSystem, query, extractedBy, asOf, statedCount } = list;
  const { fileSha256, evidenceId, rowCount, columns, remarks } = list;
  return {
    ...{ listId: id, revision, kind, title, sourceSystem, query, extractedBy, asOf, statedCount },
    ...{ fileSha256, evidenceId, rowCount, columns, remarks, mapping: mappingOfTexts(list.mapping) },
    fileName: find(state, 'evidenceFile', evidenceId)?.originalName ?? '',
  };
}

function ruleViewOf(
  state: EngagementState,
  reviewId: string,
  run: Row<'accessRun'> | null,
  result: RuleResult,
): RuleView {
  const { rule, figures, missing } = result;
  const own = where(state, 'accessRuleRun', 'runId', run?.id ?? '').find((row) => row.ruleId === rule.id);
  const counts = countDispositions(standingExceptions(state, reviewId, rule.id));
  return {
    ...{ ruleId: rule.id, title: rule.title, compares: rule.compares, finds: rule.finds },
    ...{
      populationWords: rule.population,
      control: rule.control,
      attribute: rule.attribute,
      missing,
      counts,
    },
    figures: rule.thresholds.map(({ name, label, unit, value, least, most }) => ({
      ...{ name, label, unit, least, most, standard: value, value: figures[name] ?? value },
    })),
    run: own === undefined ? null : ranAs(own),
    sentence: own === undefined ? null : resultSentence(result, counts.deviation),
    taken: takenOf(state, reviewId, rule.id, run),
  };
}

const ranAs = ({ population, compared, exceptions, missing }: Row<'accessRuleRun'>) => ({
  ...{ population, compared, exceptions, didRun: missing.length === 0 },
});

function takenOf(
  state: EngagementState,
  reviewId: string,
  ruleId: RuleId,
  run: Row<'accessRun'> | null,
): RuleView['taken'] {
  return where(state, 'accessResult', 'reviewId', reviewId)
    .filter((row) => row.ruleId === ruleId && !row.withdrawn)
    .map(({ testId, attributeId, items, runId }) => {
      const workpaperId = find(state, 'test', testId)?.workpaperId ?? '';
      return {
        ...{ testId, workpaperId, items, isCurrent: runId === run?.id },
        ref: find(state, 'workpaper', workpaperId)?.ref ?? '',
        attributeKey: find(state, 'attribute', attributeId)?.key ?? '',
      };
    });
}

/** An exception with its reference. */
export function exceptionViewOf(
  state: EngagementState,
  row: Row<'accessException'>,
  sha256: Sha256,
): ExceptionView {
  const { id, revision, key, code, subject, list, rows, words, disposition, reason, evidenceIds } = row;
  const { answer, answeredBy, answeredOn, decidedOn } = row;
  // Only the run writes exceptions, each with the id of a rule.
  const ruleId = ruleIds.find((known) => known === row.ruleId) ?? 'W0';
  return {
    ...{ exceptionId: id, revision, ruleId, code, subject, list, rows, words, disposition, reason },
    ...{
      evidenceIds,
      answer,
      answeredBy,
      answeredOn,
      decidedOn,
      decidedBy: initialsOf(state, row.decidedBy),
    },
    reference: exceptionReference(row.ruleId, key, sha256),
  };
}

/** What a rule said of each record, in the order of its population. */
export function itemsOf({ outcome }: RuleResult): readonly Item[] {
  const words = new Map<string, string>();
  for (const { subject, words: own } of outcome.exceptions)
    words.set(subject.key, [words.get(subject.key), own].filter((text) => text !== undefined).join(' '));
  return outcome.population.map(({ key, label, list, rows }) => {
    const [found, skipped] = [words.get(key), outcome.notCompared.get(key)];
    const verdict = found !== undefined ? 'exception' : skipped !== undefined ? 'notCompared' : 'agrees';
    return { key, label, list, rows, verdict, words: found ?? skipped ?? '' };
  });
}

/** Active accounts of people that belong to nobody, for which somebody is suggested. */
function unmatched({ facts }: ComputedReview): MatchesView['accounts'] {
  return facts.users
    .filter(({ isActive, type }) => isActive && (type === 'human' || type === 'external'))
    .filter((account) => facts.identities.of(account) === null)
    .map((account) => ({
      ...{ accountKey: account.key, name: account.name, email: account.email, matchedBy: null },
      suggestions: facts.identities.suggestionsFor(account).map(({ identity, reason }) => {
        const { personKey, name, email } = identity;
        return { personKey, name, email, reason };
      }),
    }))
    .filter(({ suggestions }) => suggestions.length > 0);
}

/** Matches that wait for a person, a page of them, and all that were decided. */
export function matchesViewOf(
  state: EngagementState,
  reviewId: string,
  computed: ComputedReview,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): MatchesView {
  const accounts = unmatched(computed);
  const decided = where(state, 'accessMatch', 'reviewId', reviewId).map((match) => ({
    ...{ accountKey: match.accountKey, personKey: match.personKey, reason: match.reason },
    ...{ isConfirmed: match.decision === 'confirmed', by: initialsOf(state, match.updatedBy) },
  }));
  return { total: accounts.length, accounts: accounts.slice(offset, offset + limit), decided };
}

/** Operating tests under way, those of the rule's control first. */
export function testChoicesOf(
  state: EngagementState,
  rule: { control: string; attribute: string },
): readonly TestChoice[] {
  const tests = all(state, 'test').filter(
    ({ phase, status }) => phase === 'operating' && status !== 'notStarted',
  );
  const choices = tests.map((test): TestChoice => {
    const control = find(state, 'control', test.controlId);
    const isOfRule = control?.libraryId === rule.control || control?.code === rule.control;
    const plans = drawnPlans(state, test.id);
    return {
      ...{ testId: test.id, workpaperId: test.workpaperId, controlCode: control?.code ?? '', isOfRule },
      ref: find(state, 'workpaper', test.workpaperId)?.ref ?? '',
      takesAll: plans.length > 0 && plans.every(({ basis }) => basis === 'all'),
      attributes: attributesOf(state, test.id).map(({ id, key, text }) => ({
        ...{ attributeId: id, key, text, isOfRule: isOfRule && key === rule.attribute },
      })),
    };
  });
  return choices.toSorted((a, b) => Number(b.isOfRule) - Number(a.isOfRule) || (a.ref < b.ref ? -1 : 1));
}
