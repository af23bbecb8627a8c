/** What waits for the person who is signed in, the most urgent first. */
import type { PlainDate } from '../../lib/plain-date.ts';
import type { Row } from '../journal/entities.ts';
import { all, find, where, type EngagementState } from '../journal/state.ts';
import { boardRow, preparerOf, type BoardRow } from '../review/review-board.ts';
import { openNotes } from '../review/review-note.ts';
import { resultsOf } from '../testing/test-results.ts';
import { isTestDone, standingPopulations, type HomeViewer } from './home-input.ts';
import { initialsOf } from './team.ts';

/** One thing to do. */
export interface HomeTask {
  readonly kind: 'test' | 'signOff' | 'note' | 'population' | 'request';
  /** Where it is done. */
  readonly target: { readonly entity: 'workpaper' | 'population' | 'evidenceRequest'; readonly id: string };
  /** Control, workpaper or request by its reference. */
  readonly reference: string;
  readonly text: string;
  readonly dueOn: PlainDate | null;
}

/** The tasks of a person; none before someone is signed in. */
export function tasksOf(state: EngagementState, viewer: HomeViewer): readonly HomeTask[] {
  const { personId } = viewer;
  if (personId === null) return [];
  const tasks = [
    ...paperTasks(state, personId, viewer),
    ...noteTasks(state, personId),
    ...populationTasks(state, personId),
    ...requestTasks(state, personId),
  ];
  return tasks.sort((a, b) => compareDue(a.dueOn, b.dueOn));
}

/** Things without a date stand last; things of one day keep their order. */
function compareDue(a: PlainDate | null, b: PlainDate | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}

function paperTasks(state: EngagementState, personId: string, viewer: HomeViewer): readonly HomeTask[] {
  return all(state, 'workpaper').flatMap((paper) => {
    const isAtWork = paper.status === 'notStarted' || paper.status === 'inProgress';
    const task = isAtWork ? workTask(state, paper, personId) : signTask(boardRow(state, paper, viewer));
    if (task === null) return [];
    const control = find(state, 'control', paper.controlId);
    return [
      {
        ...task,
        target: { entity: 'workpaper' as const, id: paper.id },
        reference: control?.code ?? paper.ref,
        dueOn: paper.dueDate,
      },
    ];
  });
}

type PaperTask = Pick<HomeTask, 'kind' | 'text'>;

/** A paper at work is its preparer's. */
function workTask(state: EngagementState, paper: Row<'workpaper'>, personId: string): PaperTask | null {
  const [test] = where(state, 'test', 'workpaperId', paper.id);
  if (preparerOf(state, paper) !== personId) return null;
  if (test === undefined) return { kind: 'test', text: paper.title };
  return {
    kind: 'test',
    text: `${test.phase === 'design' ? 'Design' : 'Operating'} test, ${progressOf(state, test)}`,
  };
}

function progressOf(state: EngagementState, test: Row<'test'>): string {
  if (isTestDone(test)) return 'to be signed';
  if (test.status === 'notStarted') return 'not started';
  if (test.phase === 'design') return 'under way';
  const { cells, counts } = resultsOf(state, test.id);
  if (cells.length === 0) return 'no item drawn yet';
  return `${String(cells.length - counts.empty)} of ${String(cells.length)} cells`;
}

function signTask(row: BoardRow): PaperTask | null {
  if (row.changedSinceISigned) return { kind: 'signOff', text: 'Changed since you signed' };
  if (!row.waitsForMe || row.nextLevel === null) return null;
  return { kind: 'signOff', text: `${paperWords(row.paper)}, your sign-off as ${row.nextLevel}` };
}

/** The two papers of a control have one title: which of them it is stands before. */
function paperWords({ kind, title }: Row<'workpaper'>): string {
  if (kind === 'design') return `Design: ${title}`;
  return kind === 'operating' ? `Operation: ${title}` : title;
}

function noteTasks(state: EngagementState, personId: string): readonly HomeTask[] {
  return openNotes(state).flatMap((note) => {
    const isToAnswer = note.status === 'open' && note.assigneeId === personId;
    const isToClear = note.status === 'responded' && note.authorId === personId;
    if (!isToAnswer && !isToClear) return [];
    const from = isToAnswer ? `Note from ${initialsOf(state, note.authorId)}` : 'Answered note';
    return [
      {
        kind: 'note' as const,
        target: { entity: 'workpaper' as const, id: note.workpaperId },
        reference: find(state, 'workpaper', note.workpaperId)?.ref ?? '',
        text: `${from}: ${note.text}`,
        dueOn: null,
      },
    ];
  });
}

function populationTasks(state: EngagementState, personId: string): readonly HomeTask[] {
  return standingPopulations(state)
    .filter((population) => population.status === 'received' && population.updatedBy === personId)
    .map((population) => ({
      kind: 'population' as const,
      target: { entity: 'population' as const, id: population.id },
      reference: find(state, 'control', population.controlId)?.code ?? '',
      text: 'Population received, not reconciled',
      dueOn: null,
    }));
}

function requestTasks(state: EngagementState, personId: string): readonly HomeTask[] {
  return all(state, 'evidenceRequest')
    .filter((request) => request.createdBy === personId)
    .filter(({ status }) => status === 'sent' || status === 'received')
    .map((request) => ({
      kind: 'request' as const,
      target: { entity: 'evidenceRequest' as const, id: request.id },
      reference: request.code,
      text: request.status === 'sent' ? 'Request to the client' : 'Received, not accepted',
      dueOn: request.dueDate,
    }));
}
