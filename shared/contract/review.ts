import { z } from 'zod';
import { findingView } from './engagement.ts';
import {
  command,
  done,
  id,
  longText,
  nothing,
  page,
  plainDate,
  query,
  reasons,
  revision,
  shortText,
} from './procedure.ts';

const level = z.enum(['preparer', 'reviewer', 'manager', 'partner', 'eqr']);
const made = z.strictObject({ id });

/** A stamp of the sign-off block. `stale`: the content changed since, or a lower level signed again. */
const stampView = z.strictObject({
  level,
  state: z.enum(['valid', 'stale', 'missing']),
  signOffId: id.nullable(),
  personId: z.string().nullable(),
  initials: z.string(),
  signedOn: z.string().nullable(),
  at: z.string().nullable(),
});

/** A stamp as it is answered. */
export type StampView = z.output<typeof stampView>;

const boardRow = z.strictObject({
  workpaperId: id,
  ref: z.string(),
  title: z.string(),
  kind: z.string(),
  status: z.string(),
  controlId: z.string().nullable(),
  controlCode: z.string().nullable(),
  assigneeId: z.string().nullable(),
  dueDate: z.string().nullable(),
  stamps: z.array(stampView),
  nextLevel: level.nullable(),
  openNotes: z.int(),
  notesToAnswer: z.int(),
  notesToClear: z.int(),
  waitsForMe: z.boolean(),
  changedSinceISigned: z.boolean(),
  isOverdue: z.boolean(),
  waitingSince: z.string(),
});

const noteView = z.strictObject({
  id,
  revision,
  workpaperId: id,
  ref: z.string(),
  anchor: z.string(),
  text: z.string(),
  status: z.enum(['open', 'responded', 'cleared']),
  authorId: id,
  author: z.string(),
  assigneeId: z.string().nullable(),
  assignee: z.string().nullable(),
  createdAt: z.string(),
  responses: z.array(z.strictObject({ author: z.string(), text: z.string(), at: z.string() })),
  mayClear: z.boolean(),
});

const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);
const changeView = z.strictObject({
  position: z.int(),
  at: z.string(),
  initials: z.string(),
  entity: z.string(),
  id: z.string(),
  label: z.string(),
  field: z.string().nullable(),
  before: value,
  after: value,
});

const touches = ['review', 'note', 'workpaper', 'testing', 'criteria', 'report', 'engagement', 'control'];

/** Review: the board, sign-offs, notes, memos, and the end of a deviation. */
export const reviewContract = {
  /** The board of the acting person. */
  'review.board': query({
    input: z.strictObject({
      filter: z.enum(['waiting', 'changed', 'notes', 'overdue', 'all']).default('all'),
    }),
    output: z.strictObject({
      counts: z.strictObject({
        waiting: z.int(),
        changed: z.int(),
        notes: z.int(),
        overdue: z.int(),
        all: z.int(),
      }),
      /** Operating tests by state; design tests for Type I. */
      tests: z.strictObject({
        notStarted: z.int(),
        inProgress: z.int(),
        concluded: z.int(),
        reviewed: z.int(),
      }),
      deviations: z.int(),
      openNotes: z.int(),
      rows: z.array(boardRow),
    }),
  }),
  /** A workpaper with its sign-off block and what stands before the acting person's next signature. */
  'review.paper': query({
    input: z.strictObject({ workpaperId: id }),
    output: z.strictObject({
      row: boardRow,
      revision,
      body: z.string(),
      /** Hash of the content as it stands: what a signature given now would cover. */
      contentHash: z.string(),
      sections: z.array(z.string()),
      /** The level at which the acting person would sign, and what stands in the way. */
      mine: z.strictObject({ level, findings: z.array(findingView) }).nullable(),
      /** Gate R3 for an edit of this paper; `null` where nobody has signed. */
      editFinding: findingView.nullable(),
    }),
  }),
  /** What changed since a signature, oldest first; by default since the acting person's own latest. */
  'review.changes': query({
    input: z.strictObject({ workpaperId: id, signOffId: id.nullable().default(null) }),
    output: z.strictObject({
      since: stampView.nullable(),
      changes: z.array(changeView).max(500),
      total: z.int(),
    }),
  }),
  /** Everything that happened to a workpaper, newest first. */
  'review.history': query({
    input: z.strictObject({ workpaperId: id, page: page.default({ offset: 0, limit: 100 }) }),
    output: z.strictObject({
      total: z.int(),
      entries: z.array(
        z.strictObject({
          position: z.int(),
          hash: z.string(),
          at: z.string(),
          initials: z.string(),
          kind: z.string(),
          touched: z.array(z.string()),
        }),
      ),
    }),
  }),
  /** Signs a workpaper: gates R1, R2, R6. `contentHash` as shown refuses where the content changed meanwhile. */
  'review.signOff': command({
    input: z.strictObject({
      workpaperId: id,
      level,
      contentHash: z.string().length(64).nullable().default(null),
      reasons,
    }),
    output: z.strictObject({ id, contentHash: z.string() }),
    touches,
  }),
  /** Returns a signed workpaper to its preparer, with the reason as a note. */
  'review.return': command({
    input: z.strictObject({ workpaperId: id, reason: longText }),
    output: z.strictObject({ noteId: id }),
    touches,
  }),
  'review.assign': command({
    input: z.strictObject({ workpaperId: id, assigneeId: id.nullable(), dueDate: plainDate.nullable() }),
    output: done,
    touches: ['review', 'workpaper'],
  }),
  /** Notes of a workpaper, or all that are not cleared. */
  'note.list': query({
    input: z.strictObject({ workpaperId: id.nullable().default(null) }),
    output: z.array(noteView),
  }),
  'note.add': command({
    input: z.strictObject({
      workpaperId: id,
      anchor: z.string().max(100).default(''),
      text: longText,
      assigneeId: id.nullable().default(null),
    }),
    output: made,
    touches: ['note', 'review', 'report'],
  }),
  'note.respond': command({
    input: z.strictObject({ noteId: id, text: longText }),
    output: done,
    touches: ['note', 'review', 'report'],
  }),
  /** Clears an answered note: gate R4. */
  'note.clear': command({
    input: z.strictObject({ noteId: id }),
    output: done,
    touches: ['note', 'review', 'report'],
  }),
  'note.reopen': command({
    input: z.strictObject({ noteId: id }),
    output: done,
    touches: ['note', 'review', 'report'],
  }),
  /** The workpapers that hold text only: planning, summary and further memos. */
  'workpaper.memos': query({
    input: nothing,
    output: z.array(
      z.strictObject({
        id,
        revision,
        ref: z.string(),
        title: z.string(),
        kind: z.string(),
        status: z.string(),
        body: z.string(),
      }),
    ),
  }),
  'workpaper.add': command({
    input: z.strictObject({
      ref: shortText.min(1).max(40),
      title: shortText.min(1),
      kind: z.enum(['planning', 'memo', 'walkthrough']).default('memo'),
    }),
    output: made,
    touches: ['workpaper', 'review'],
  }),
  /** Writes the text of a workpaper; asks R3 where it was signed. */
  'workpaper.write': command({
    input: z.strictObject({ id, revision, body: longText, reasons }),
    output: done,
    touches: ['workpaper', 'review', 'report'],
  }),
  /** Records that the client's owner of the facts agreed a deviation, with management's response. */
  'deviation.agree': command({
    input: z.strictObject({
      id,
      revision,
      agreedBy: shortText,
      agreedOn: plainDate,
      managementResponse: longText.default(''),
    }),
    output: done,
    touches: ['testing', 'deviation', 'review', 'report'],
  }),
  /** Closes a deviation: gate V1, by a person who did not evaluate it. */
  'deviation.close': command({
    input: z.strictObject({ id, revision }),
    output: done,
    touches: ['testing', 'deviation', 'review', 'report'],
  }),
} as const;
