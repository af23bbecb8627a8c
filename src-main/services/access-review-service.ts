import type { accessReviewContract } from '../../shared/contract/access-review.ts';
import type { InputOf } from '../../shared/contract/procedure.ts';
import {
  answerColumns,
  answerRows,
  exceptionsToAsk,
  readAnswers,
} from '../../shared/domain/access-review/answer-sheet.ts';
import type { Account } from '../../shared/domain/access-review/access-record.ts';
import { decideMatches } from '../../shared/domain/access-review/decide-matches.ts';
import {
  disposeExceptions,
  recordAnswers,
  standingExceptions,
} from '../../shared/domain/access-review/dispose-exceptions.ts';
import { editList, withdrawList } from '../../shared/domain/access-review/edit-lists.ts';
import { editReview, openReview, setFigures } from '../../shared/domain/access-review/edit-review.ts';
import { lastRun, recordRun } from '../../shared/domain/access-review/record-run.ts';
import { ruleOf } from '../../shared/domain/access-review/rule-catalogue.ts';
import { resultSentence, type RuleResult } from '../../shared/domain/access-review/run-rules.ts';
import { takeResults, type LookedAt } from '../../shared/domain/access-review/take-results.ts';
import { rule, type Refusal } from '../../shared/domain/gates/refusal.ts';
import type { Row } from '../../shared/domain/journal/entities.ts';
import { notFound } from '../../shared/domain/journal/row-decisions.ts';
import { all, find } from '../../shared/domain/journal/state.ts';
import type { ZoneOffset } from '../../shared/lib/plain-date.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import { createReviewComputer, type ReviewComputer } from './access-review-computing.ts';
import {
  choiceOf,
  importAccessList,
  previewAccessList,
  type AccessListPorts,
} from './access-review-lists.ts';
import {
  exceptionViewOf,
  itemsOf,
  matchesViewOf,
  reviewLineOf,
  reviewViewOf,
  testChoicesOf,
} from './access-review-views.ts';
import { fileRefusal, tableRefusal } from './file-refusal.ts';
import type { CallContext, Handlers } from './handlers.ts';
import { plainDateOf } from './inputs.ts';
import type { ClockPort } from './ports/clock.ts';
import type { HashPort } from './ports/hash.ts';
import type { WorkbookPort } from './ports/workbook.ts';

/** What the access review needs. */
export interface AccessReviewPorts extends AccessListPorts {
  readonly hash: HashPort;
  readonly clock: ClockPort;
  readonly workbook: WorkbookPort;
  readonly offsetOf: ZoneOffset;
}

type Contract = typeof accessReviewContract;
type Reviews = Handlers<Contract>;
type Part<Name extends string> = Pick<Reviews, Extract<keyof Reviews, `accessReview.${Name}`>>;

/** What every handler shares: the ports, and the reviews as computed. */
interface Desk extends AccessReviewPorts {
  readonly computer: ReviewComputer;
  readonly sha256: (text: string) => string;
}

/** The user access review from its lists to the grid. */
export function createAccessReviewService(ports: AccessReviewPorts): Reviews {
  const computer = createReviewComputer(ports.session, ports.offsetOf);
  const desk = { ...ports, computer, sha256: (text: string) => ports.hash.sha256Hex(text) };
  return { ...editing(desk), ...asking(desk), ...running(desk), ...answering(desk) };
}

type Editing =
  | 'open'
  | 'edit'
  | 'setFigures'
  | 'previewList'
  | 'importList'
  | 'editList'
  | 'withdrawList'
  | 'decideMatches';

function editing(desk: Desk): Part<Editing> {
  const { session } = desk;
  return {
    'accessReview.open': (input) =>
      session.commit('accessReview.open', input.reasons, (context) => openReview(context, datesOf(input))),
    'accessReview.edit': ({ reviewId, revision, ...input }) =>
      session.commit('accessReview.edit', input.reasons, (context) =>
        editReview(context, { ...datesOf(input), reviewId, revision }),
      ),
    'accessReview.setFigures': ({ reasons, ...input }) =>
      session.commit('accessReview.setFigures', reasons, (context) => setFigures(context, input)),
    'accessReview.previewList': (input, call) => previewAccessList(desk, input, call),
    'accessReview.importList': (input, call) => importAccessList(desk, input, call),
    'accessReview.editList': ({ reasons, ...input }) =>
      session.commit('accessReview.editList', reasons, (context) =>
        editList(context, { ...input, asOf: input.asOf === null ? null : plainDateOf(input.asOf) }),
      ),
    'accessReview.withdrawList': ({ reasons, ...input }) =>
      session.commit('accessReview.withdrawList', reasons, (context) => withdrawList(context, input)),
    'accessReview.decideMatches': ({ reasons, ...input }) =>
      session.commit('accessReview.decideMatches', reasons, (context) => decideMatches(context, input)),
  };
}

function asking(desk: Desk): Part<'list' | 'get' | 'matches' | 'exceptions' | 'items' | 'tests'> {
  const { session, computer, sha256 } = desk;
  return {
    'accessReview.list': () => {
      const state = session.state();
      return ok(all(state, 'accessReview').map((review) => reviewLineOf(state, review)));
    },
    'accessReview.get': ({ reviewId }) => {
      const review = known(desk, reviewId);
      if (!review.ok) return review;
      return ok(reviewViewOf(session.state(), review.value, computer.of(review.value), sha256));
    },
    'accessReview.matches': ({ reviewId, ...page }) => {
      const review = known(desk, reviewId);
      if (!review.ok) return review;
      return ok(matchesViewOf(session.state(), reviewId, computer.of(review.value), page));
    },
    'accessReview.exceptions': ({ reviewId, ruleId, disposition, offset, limit }) => {
      const state = session.state();
      const wanted = disposition === 'unset' ? null : disposition;
      const rows = standingExceptions(state, reviewId, ruleId).filter(
        (row) => disposition === null || row.disposition === wanted,
      );
      const exceptions = rows.slice(offset, offset + limit).map((row) => exceptionViewOf(state, row, sha256));
      return ok({ total: rows.length, exceptions });
    },
    'accessReview.items': ({ reviewId, ruleId, verdict, offset, limit }) => {
      const result = resultOf(desk, reviewId, ruleId);
      if (!result.ok) return result;
      const items = itemsOf(result.value).filter((item) => verdict === null || item.verdict === verdict);
      return ok({ total: items.length, items: items.slice(offset, offset + limit) });
    },
    'accessReview.tests': ({ ruleId }) => {
      const own = ruleOf(ruleId);
      return own === undefined ? err(noRule(ruleId)) : ok(testChoicesOf(session.state(), own));
    },
  };
}

function running(desk: Desk): Part<'run' | 'dispose' | 'takeResults'> {
  const { session, computer } = desk;
  return {
    'accessReview.run': ({ reviewId, reasons }) => {
      const review = known(desk, reviewId);
      if (!review.ok) return review;
      const { results } = computer.of(review.value);
      return session.commit('accessReview.run', reasons, (context) =>
        recordRun(context, { reviewId, results }),
      );
    },
    'accessReview.dispose': ({ reasons, ...input }) =>
      session.commit('accessReview.dispose', reasons, (context) => disposeExceptions(context, input)),
    'accessReview.takeResults': ({ reasons, ...input }) => takeIntoGrid(desk, { ...input, reasons }),
  };
}

type TakeRequest = InputOf<Contract['accessReview.takeResults']>;

function takeIntoGrid(desk: Desk, { reasons, ...input }: TakeRequest) {
  const { session, computer } = desk;
  const state = session.state();
  const result = resultOf(desk, input.reviewId, input.ruleId);
  if (!result.ok) return result;
  const review = known(desk, input.reviewId);
  if (!review.ok) return review;
  const run = lastRun(state, input.reviewId);
  if (run === null) return err(rule('wrong-state', 'The rules have not been run.', 'Run the rules first.'));
  const view = reviewViewOf(state, review.value, computer.of(review.value), desk.sha256);
  if (view.run?.isCurrent !== true)
    return err(
      rule('wrong-state', 'The lists, figures or matches changed since the run.', 'Run the rules again.'),
    );
  const sentence = resultSentence(result.value, null);
  const records = lookedAt(desk, review.value, result.value);
  return session.commit('accessReview.takeResults', reasons, (context) =>
    takeResults(context, { ...input, runId: run.id, sentence, records }),
  );
}

function lookedAt(
  { computer }: Desk,
  review: Row<'accessReview'>,
  { outcome }: RuleResult,
): readonly LookedAt[] {
  const { lists } = computer.of(review).facts;
  const files = new Map(lists.map((list) => [`${list.kind} ${list.list}`, list.fileSha256]));
  return outcome.population.map((subject) => ({
    ...{ key: subject.key, rows: subject.rows, isCompared: !outcome.notCompared.has(subject.key) },
    names: [...new Set([subject.key, ...accountNames(subject)])],
    fileSha256: files.get(`${subject.kind} ${subject.list}`) ?? '',
  }));
}

/** An account is also known by its name alone and by its person. */
function accountNames(subject: object): readonly string[] {
  const { accountId = '', personKey = '' } = subject as Partial<Account>; // records that are no accounts have neither
  return [accountId, personKey].filter((text) => text !== '');
}

function answering(desk: Desk): Part<'exportExceptions' | 'importAnswers'> {
  return {
    'accessReview.exportExceptions': ({ reviewId, token }) => exportExceptions(desk, reviewId, token),
    'accessReview.importAnswers': (input, call) => importAnswers(desk, input, call),
  };
}

async function exportExceptions(
  { session, files, workbook, clock, hash, sha256 }: Desk,
  reviewId: string,
  token: string,
): Promise<Result<{ exceptions: number; size: number }, Refusal>> {
  const state = session.state();
  const review = find(state, 'accessReview', reviewId);
  if (review === undefined) return err(notFound('accessReview', reviewId));
  const exceptions = exceptionsToAsk(state, reviewId);
  const bytes = await workbook.write({
    title: review.title,
    creator: all(state, 'firm')[0]?.name ?? '',
    createdAt: clock.now(),
    sheets: [{ name: 'Exceptions', columns: answerColumns, rows: answerRows(exceptions, sha256) }],
  });
  const target = files.saveTarget(token);
  if (!target.ok) return err(fileRefusal(target.error));
  const written = await target.value.write([bytes], hash.sha256Hex(bytes));
  if (!written.ok) return err(fileRefusal(written.error));
  files.spend(token);
  return ok({ exceptions: exceptions.length, size: written.value.size });
}

type AnswersRequest = InputOf<Contract['accessReview.importAnswers']>;

async function importAnswers(
  { session, files, tabular, sha256 }: Desk,
  { reviewId, token, sheet, answeredOn, reasons }: AnswersRequest,
  call: CallContext,
): Promise<Result<{ answered: number; empty: number; unknown: readonly string[] }, Refusal>> {
  const source = await files.open(token);
  if (!source.ok) return err(fileRefusal(source.error));
  const rows: (readonly string[])[] = [];
  const choice = choiceOf({ sheet, encoding: null, delimiter: null, headerRow: null });
  const read = await tabular.readRows(source.value.path, choice, (batch) => void rows.push(...batch), {
    signal: call.signal,
  });
  if (!read.ok) return err(tableRefusal(read.error));
  const about = { answeredOn: plainDateOf(answeredOn), sha256 };
  const answers = readAnswers(read.value.header, rows, standingExceptions(session.state(), reviewId), about);
  if (answers.missingColumns.length > 0) return err(noColumns(answers.missingColumns));
  const done = session.commit('accessReview.importAnswers', reasons, (context) =>
    recordAnswers(context, { reviewId, answers: answers.answers }),
  );
  if (!done.ok) return done;
  files.spend(token);
  return ok({ answered: done.value.answered, empty: answers.empty, unknown: answers.unknown.slice(0, 50) });
}

function noColumns(columns: readonly string[]): Refusal {
  return rule(
    'unreadable-file',
    `The file has no column ${columns.map((column) => `“${column}”`).join(' and ')}.`,
    'Choose the workbook that was exported, with the client’s answers in it.',
    { columns },
  );
}

function known({ session }: Desk, reviewId: string): Result<Row<'accessReview'>, Refusal> {
  const review = find(session.state(), 'accessReview', reviewId);
  return review === undefined ? err(notFound('accessReview', reviewId)) : ok(review);
}

function resultOf(desk: Desk, reviewId: string, ruleId: string): Result<RuleResult, Refusal> {
  const review = known(desk, reviewId);
  if (!review.ok) return review;
  const result = desk.computer.of(review.value).results.find((own) => own.rule.id === ruleId);
  return result === undefined ? err(noRule(ruleId)) : ok(result);
}

function noRule(ruleId: string): Refusal {
  return rule('not-found', `This engagement does not use rule ${ruleId}.`, 'Choose a rule of the overview.');
}

interface DatesInput {
  readonly title: string;
  readonly asOf: string;
  readonly reviewedOn: string | null;
  readonly dueOn: string | null;
}

function datesOf({ title, asOf, reviewedOn, dueOn }: DatesInput) {
  const dateOf = (text: string | null) => (text === null ? null : plainDateOf(text));
  return { title, asOf: plainDateOf(asOf), reviewedOn: dateOf(reviewedOn), dueOn: dateOf(dueOn) };
}
