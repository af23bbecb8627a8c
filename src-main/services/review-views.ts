import type { OutputOf } from '../../shared/contract/procedure.ts';
import type { reviewContract, StampView } from '../../shared/contract/review.ts';
import { engagementOf, initialsOf } from '../../shared/domain/engagement/team.ts';
import type { DecisionContext } from '../../shared/domain/journal/decision.ts';
import type { Row } from '../../shared/domain/journal/entities.ts';
import type { Op } from '../../shared/domain/journal/entry.ts';
import { all, find, where, type EngagementState } from '../../shared/domain/journal/state.ts';
import { contentHash, type Sha256 } from '../../shared/domain/review/content-hash.ts';
import { findR3 } from '../../shared/domain/review/edit-after-sign-off.ts';
import { changesSince, rowLabel, type PaperEntry } from '../../shared/domain/review/paper-history.ts';
import {
  boardRow,
  reviewBoard,
  type BoardRow,
  type BoardViewer,
} from '../../shared/domain/review/review-board.ts';
import { valueReference } from '../../shared/domain/review/row-reference.ts';
import { gateR4, openNotes } from '../../shared/domain/review/review-note.ts';
import { emptySections, signFindings } from '../../shared/domain/review/sign-off.ts';
import { standingOf, type LevelStanding } from '../../shared/domain/review/sign-off-standing.ts';
import { allStandingDeviations } from '../../shared/domain/testing/deviation-closing.ts';
import { finding } from './planning-views.ts';

type Contract = typeof reviewContract;
type BoardOutput = OutputOf<Contract['review.board']>;
type Filter = 'waiting' | 'changed' | 'notes' | 'overdue' | 'all';

/** One level of the sign-off block. */
function stamp(state: EngagementState, standing: LevelStanding): StampView {
  const { level, signOff, state: held } = standing;
  return {
    level,
    state: held,
    signOffId: signOff?.id ?? null,
    personId: signOff?.personId ?? null,
    initials: signOff === null ? '' : initialsOf(state, signOff.personId),
    signedOn: signOff?.signedOn ?? null,
    at: signOff?.at ?? null,
  };
}

function rowView(state: EngagementState, row: BoardRow): BoardOutput['rows'][number] {
  const { id, ref, title, kind, status, controlId, assigneeId, dueDate } = row.paper;
  const { nextLevel, openNotes: notes, notesToAnswer, notesToClear, waitsForMe } = row;
  const { changedSinceISigned, isOverdue, waitingSince } = row;
  return {
    ...{ workpaperId: id, ref, title, kind, status, controlId, assigneeId, dueDate },
    ...{ nextLevel, openNotes: notes, notesToAnswer, notesToClear, waitsForMe },
    ...{ changedSinceISigned, isOverdue, waitingSince },
    controlCode: row.control?.code ?? null,
    stamps: row.standing.map((standing) => stamp(state, standing)),
  };
}

const filters: Readonly<Record<Filter, (row: BoardRow) => boolean>> = {
  waiting: (row) => row.waitsForMe,
  changed: (row) => row.changedSinceISigned,
  notes: (row) => row.openNotes > 0,
  overdue: (row) => row.isOverdue,
  all: () => true,
};

/** The review board for a person. */
export function boardView(state: EngagementState, viewer: BoardViewer, filter: Filter): BoardOutput {
  const rows = reviewBoard(state, viewer);
  const count = (name: Filter): number => rows.filter(filters[name]).length;
  const phase = engagementOf(state)?.type === 'I' ? 'design' : 'operating';
  const tests = where(state, 'test', 'phase', phase);
  const inState = (status: Row<'test'>['status']): number =>
    tests.filter((test) => test.status === status).length;
  return {
    counts: {
      waiting: count('waiting'),
      changed: count('changed'),
      notes: count('notes'),
      overdue: count('overdue'),
      all: rows.length,
    },
    tests: {
      notStarted: inState('notStarted'),
      inProgress: inState('inProgress'),
      concluded: inState('concluded'),
      reviewed: inState('reviewed'),
    },
    deviations: allStandingDeviations(state).length,
    openNotes: openNotes(state).length,
    rows: rows.filter(filters[filter]).map((row) => rowView(state, row)),
  };
}

/** A workpaper with its sign-off block and the acting person's next signature. */
export function paperView(
  paper: Row<'workpaper'>,
  viewer: BoardViewer,
  context: DecisionContext | null,
  state: EngagementState,
  preparers: ReadonlySet<string>,
): OutputOf<Contract['review.paper']> {
  const row = boardRow(state, paper, viewer);
  const edit = findR3(state, paper.id);
  const level = row.nextLevel;
  const findings =
    context === null || level === null
      ? []
      : signFindings(context, paper, level, preparers).filter((one) => one !== null);
  return {
    row: rowView(state, row),
    revision: paper.revision,
    body: paper.body,
    contentHash: contentHash(state, paper.id, viewer.sha256),
    sections: [...emptySections(state, paper)],
    mine: level === null || context === null ? null : { level, findings: findings.map(finding) },
    editFinding: edit === null ? null : finding(edit),
  };
}

/** Changes that a list shows at once. */
const mostChanges = 500;

/** What changed since a signature: the one named, else the person's own latest, else the latest that is stale. */
export function changesView(
  state: EngagementState,
  input: { readonly workpaperId: string; readonly signOffId: string | null },
  viewer: { readonly personId: string | null; readonly sha256: Sha256 },
  entries: readonly PaperEntry[],
): OutputOf<Contract['review.changes']> {
  const standing = standingOf(state, input.workpaperId, viewer.sha256);
  const signed = where(state, 'signOff', 'workpaperId', input.workpaperId);
  const chosen =
    signed.find((row) => row.id === input.signOffId) ??
    signed.findLast((row) => row.personId === viewer.personId) ??
    standing.findLast((row) => row.state === 'stale')?.signOff ??
    null;
  const changes = chosen === null ? [] : changesSince(state, input.workpaperId, entries, chosen.createdIn);
  const held = standing.find((row) => row.signOff?.id === chosen?.id);
  return {
    since:
      chosen === null ? null : stamp(state, held ?? { level: chosen.level, signOff: chosen, state: 'stale' }),
    changes: changes.slice(-mostChanges).map(({ actor, before, after, ...change }) => ({
      ...change,
      initials: initialsOf(state, actor),
      before: plain(valueReference(state, change.entity, change.field ?? '', before)),
      after: plain(valueReference(state, change.entity, change.field ?? '', after)),
    })),
    total: changes.length,
  };
}

type Value = OutputOf<Contract['review.changes']>['changes'][number]['before'];

const plain = (value: string | number | boolean | readonly string[] | null): Value =>
  typeof value === 'object' && value !== null ? [...value] : value;

/** The entries of a workpaper, newest first. */
export function historyView(
  state: EngagementState,
  entries: readonly PaperEntry[],
  page: { readonly offset: number; readonly limit: number },
): OutputOf<Contract['review.history']> {
  const shown = [...entries].reverse().slice(page.offset, page.offset + page.limit);
  return {
    total: entries.length,
    entries: shown.map(({ position, hash, at, actor, kind, ops }) => ({
      ...{ position, hash, at, kind },
      initials: initialsOf(state, actor),
      touched: touchedLabels(state, ops),
    })),
  };
}

/** What an entry touched, each row once; the reasons given at gates stand first. */
function touchedLabels(state: EngagementState, ops: readonly Op[]): string[] {
  const [reasons, rows] = [
    ops.filter(({ entity }) => entity === 'gateReason'),
    ops.filter(({ entity }) => entity !== 'gateReason'),
  ];
  return [...new Set([...reasons, ...rows].map((op) => rowLabel(state, op.entity, op.id)))].slice(0, 50);
}

/** Notes of one workpaper, or all that are not cleared, oldest first. */
export function notesView(
  state: EngagementState,
  workpaperId: string | null,
  context: DecisionContext | null,
): OutputOf<Contract['note.list']> {
  const notes =
    workpaperId === null ? openNotes(state) : where(state, 'reviewNote', 'workpaperId', workpaperId);
  return notes.map((note) => {
    const { id, revision, anchor, text, status, authorId, assigneeId, createdAt } = note;
    return {
      ...{ id, revision, anchor, text, status, authorId, assigneeId, createdAt },
      workpaperId: note.workpaperId,
      ref: find(state, 'workpaper', note.workpaperId)?.ref ?? '',
      author: initialsOf(state, authorId),
      assignee: assigneeId === null ? null : initialsOf(state, assigneeId),
      responses: where(state, 'noteResponse', 'noteId', id).map((response) => ({
        author: initialsOf(state, response.authorId),
        text: response.text,
        at: response.at,
      })),
      mayClear: context !== null && status === 'responded' && gateR4(context, note) === null,
    };
  });
}

/** The workpapers without tests. */
export function memosView(state: EngagementState): OutputOf<Contract['workpaper.memos']> {
  return all(state, 'workpaper')
    .filter((paper) => paper.controlId === null)
    .map(({ id, revision, ref, title, kind, status, body }) => ({
      id,
      revision,
      ref,
      title,
      kind,
      status,
      body,
    }));
}
