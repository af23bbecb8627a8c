import type { reviewContract } from '../../shared/contract/review.ts';
import type { DecisionContext } from '../../shared/domain/journal/decision.ts';
import { notFound } from '../../shared/domain/journal/row-decisions.ts';
import { find, type EngagementState } from '../../shared/domain/journal/state.ts';
import { preparersOf } from '../../shared/domain/review/paper-history.ts';
import { addPaper, writePaper } from '../../shared/domain/review/paper-text.ts';
import type { BoardViewer } from '../../shared/domain/review/review-board.ts';
import { addNote, clearNote, reopenNote, respondToNote } from '../../shared/domain/review/review-note.ts';
import { assignPaper, returnPaper, signOff } from '../../shared/domain/review/sign-off.ts';
import { agreeDeviation, closeDeviation } from '../../shared/domain/testing/deviation-closing.ts';
import { err, ok } from '../../shared/lib/result.ts';
import type { Handlers } from './handlers.ts';
import { plainDateOf } from './inputs.ts';
import { createPaperJournal, type PaperJournal } from './paper-journal.ts';
import type { HashPort } from './ports/hash.ts';
import { boardView, changesView, historyView, memosView, notesView, paperView } from './review-views.ts';
import type { Session } from './session.ts';

type Review = Handlers<typeof reviewContract>;
type Part<Prefix extends string> = Pick<Review, Extract<keyof Review, `${Prefix}.${string}`>>;

/** What the service needs. */
export interface ReviewServicePorts {
  readonly session: Session;
  readonly hash: HashPort;
}

/** Review: board, sign-offs, notes, memos, the end of deviations. */
export function createReviewService(ports: ReviewServicePorts): Review {
  const journal = createPaperJournal(ports.session);
  return {
    ...questions(ports, journal),
    ...signing(ports.session, journal),
    ...noteHandlers(ports.session),
    ...paperHandlers(ports.session),
    ...deviationHandlers(ports.session, journal),
  };
}

/** What the acting person may look at, or `null` before someone signed in. */
function contextOf(session: Session): DecisionContext | null {
  const context = session.contextOn(session.state(), []);
  return context.ok ? context.value : null;
}

type Questions = Pick<Review, 'review.board' | 'review.paper' | 'review.changes' | 'review.history'>;

function questions({ session, hash }: ReviewServicePorts, journal: PaperJournal): Questions {
  const viewer = (): BoardViewer => ({
    personId: session.actor()?.personId ?? null,
    today: session.today(),
    sha256: (text) => hash.sha256Hex(text),
  });
  return {
    'review.board': ({ filter }) => ok(boardView(session.state(), viewer(), filter)),
    'review.paper': ({ workpaperId }) => {
      const state = session.state();
      const paper = find(state, 'workpaper', workpaperId);
      if (paper === undefined) return err(notFound('workpaper', workpaperId));
      const preparers = preparersOf(state, workpaperId, journal.entriesOf(workpaperId));
      return ok(paperView(paper, viewer(), contextOf(session), state, preparers));
    },
    'review.changes': (input) => {
      const state = session.state();
      if (find(state, 'workpaper', input.workpaperId) === undefined)
        return err(notFound('workpaper', input.workpaperId));
      return ok(changesView(state, input, viewer(), journal.entriesOf(input.workpaperId)));
    },
    'review.history': ({ workpaperId, page }) =>
      ok(historyView(session.state(), journal.entriesOf(workpaperId), page)),
  };
}

type Signing = Pick<Review, 'review.signOff' | 'review.return' | 'review.assign'>;

function signing(session: Session, journal: PaperJournal): Signing {
  return {
    'review.signOff': ({ reasons, ...input }) =>
      session.commit('review.signOff', reasons, (context) =>
        signOff(
          context,
          input,
          preparersOf(context.state, input.workpaperId, journal.entriesOf(input.workpaperId)),
        ),
      ),
    'review.return': ({ workpaperId, reason }) =>
      session.commit('review.return', [], (context) => returnPaper(context, workpaperId, reason)),
    'review.assign': ({ workpaperId, assigneeId, dueDate }) =>
      session.commit('review.assign', [], (context) =>
        assignPaper(context, workpaperId, {
          assigneeId,
          dueDate: dueDate === null ? null : plainDateOf(dueDate),
        }),
      ),
  };
}

function noteHandlers(session: Session): Part<'note'> {
  return {
    'note.list': ({ workpaperId }) => ok(notesView(session.state(), workpaperId, contextOf(session))),
    'note.add': (note) => session.commit('note.add', [], (context) => addNote(context, note)),
    'note.respond': ({ noteId, text }) =>
      session.commit('note.respond', [], (context) => respondToNote(context, noteId, text)),
    'note.clear': ({ noteId }) => session.commit('note.clear', [], (context) => clearNote(context, noteId)),
    'note.reopen': ({ noteId }) =>
      session.commit('note.reopen', [], (context) => reopenNote(context, noteId)),
  };
}

function paperHandlers(session: Session): Part<'workpaper'> {
  return {
    'workpaper.memos': () => ok(memosView(session.state())),
    'workpaper.add': (paper) => session.commit('workpaper.add', [], (context) => addPaper(context, paper)),
    'workpaper.write': ({ id, revision, body, reasons }) =>
      session.commit('workpaper.write', reasons, (context) => writePaper(context, { id, revision }, body)),
  };
}

function deviationHandlers(session: Session, journal: PaperJournal): Part<'deviation'> {
  return {
    'deviation.agree': ({ id, revision, agreedOn, ...words }) =>
      session.commit('deviation.agree', [], (context) =>
        agreeDeviation(context, { id, revision }, { ...words, agreedOn: plainDateOf(agreedOn) }),
      ),
    'deviation.close': (ref) =>
      session.commit('deviation.close', [], (context) =>
        closeDeviation(context, ref, evaluatorsOf(context.state, journal, ref.id)),
      ),
  };
}

const evaluated: readonly string[] = [
  'cause',
  'extent',
  'effect',
  'evaluation',
  'isolated',
  'isolationProof',
];

/** The persons who wrote the evaluation of a deviation, from the journal. */
function evaluatorsOf(state: EngagementState, journal: PaperJournal, id: string): ReadonlySet<string> {
  const test = find(state, 'test', find(state, 'deviation', id)?.testId ?? null);
  const entries = test === undefined ? [] : journal.entriesOf(test.workpaperId);
  const wrote = entries.filter((entry) =>
    entry.ops.some(
      (op) => op.op === 'set' && op.entity === 'deviation' && op.id === id && evaluated.includes(op.field),
    ),
  );
  return new Set(wrote.map((entry) => entry.actor));
}
