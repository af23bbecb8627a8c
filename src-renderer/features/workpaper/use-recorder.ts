import { useRef, useState } from 'react';
import { useQuery } from '../../app/client.ts';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import type { ActionsFor, GatedCommand } from '../../app/use-gated-command.ts';
import type { CellChange, EnteredMark } from '../../ui/grid/grid-model.ts';
import { EMPTY_QUEUE, entered, marksWith, pastWith, recorded } from './entry-queue.ts';
import type { Entry, QueueStep } from './entry-queue.ts';
import { askedWords, cellsOf, gridQuestion } from './grid-view.ts';
import type { AskedWords, TestGrid } from './grid-view.ts';

/** Changes that wait for a word about them. */
export interface AskedEntry {
  readonly kind: AskedWords;
  readonly changes: readonly CellChange[];
}

/** Records results from the grid. */
export interface Recorder {
  readonly command: GatedCommand<'testing.record'>;
  /** Marks on their way to the record, by cell. */
  readonly underWay: ReadonlyMap<string, EnteredMark>;
  /** What must be said before the last entry is recorded. */
  readonly asked: AskedEntry | undefined;
  readonly enter: (changes: readonly CellChange[]) => void;
  readonly answer: (text: string) => void;
  readonly drop: () => void;
  readonly undo: () => void;
}

const NOTHING_UNDER_WAY: ReadonlyMap<string, EnteredMark> = new Map();

/** Sends entries one after the other, shows them at once, and remembers how to take them back. */
export function useRecorder(grid: TestGrid, testedOn: string, actionsFor: ActionsFor): Recorder {
  const command = useGatedCommand('testing.record', { takesReasons: true, actionsFor });
  const { underWay, past, record } = useEntryQueue(command, grid, testedOn);
  const [asked, setAsked] = useState<AskedEntry>();
  const enter = (changes: readonly CellChange[], isUndo = false): void => {
    if (changes.length === 0) return;
    const kind = askedWords(grid, changes);
    if (kind === undefined) record({ changes, words: {}, isUndo });
    else setAsked({ kind, changes });
  };
  return {
    ...{ command, underWay, asked },
    enter: (changes) => {
      enter(changes);
    },
    answer: (text) => {
      if (asked === undefined) return;
      const words = asked.kind === 'take-back' ? { withdrawReason: text } : { note: text };
      setAsked(undefined);
      record({ changes: asked.changes, words, isUndo: false });
    },
    drop: () => {
      setAsked(undefined);
    },
    undo: () => {
      enter(past.at(-1) ?? [], true);
    },
  };
}

interface SentEntries {
  readonly underWay: ReadonlyMap<string, EnteredMark>;
  /** What would take back each entry that was recorded, the last one at the end. */
  readonly past: readonly (readonly CellChange[])[];
  readonly record: (entry: Entry) => void;
}

/**
 * One entry is on its way at a time. The next one waits until the grid was read again, so that it names the revisions
 * that the last one made; its marks are shown meanwhile.
 */
function useEntryQueue(
  command: GatedCommand<'testing.record'>,
  grid: TestGrid,
  testedOn: string,
): SentEntries {
  const [marks, setMarks] = useState(NOTHING_UNDER_WAY);
  const [past, setPast] = useState<readonly (readonly CellChange[])[]>([]);
  const queue = useRef(EMPTY_QUEUE);
  const { refetch } = useQuery('testing.grid', gridQuestion(grid.testId));
  const isRefused = command.gates.length > 0 || command.failure !== null;

  const follow = (step: QueueStep, shown: TestGrid): void => {
    queue.current = step.queue;
    const { sent } = step;
    if (sent === undefined) return;
    const cells = cellsOf(shown, sent.changes, sent.words);
    command.run({ testId: grid.testId, testedOn, cells }, () => {
      setPast((before) => pastWith(before, sent));
      // The record was touched before it answered: where the grid is being read again already, that reading will do.
      void refetch({ cancelRefetch: false }).then(({ data }) => {
        follow(recorded(queue.current), data ?? shown);
        if (!queue.current.isBusy) setMarks(NOTHING_UNDER_WAY);
      });
    });
  };
  const record = (entry: Entry): void => {
    setMarks((before) => marksWith(before, entry, isRefused));
    const step = entered(queue.current, entry, isRefused);
    if (step.sent !== undefined) command.clear();
    follow(step, grid);
  };
  return { underWay: isRefused ? NOTHING_UNDER_WAY : marks, past, record };
}
