import { useEffect, useRef, useState } from 'react';
import { call, useQuery } from './client.ts';
import { isUnrecorded, shownTexts, type KeptDraft, type Texts } from './kept-texts.ts';

/** How long the hands rest before what they typed is kept. */
const restMs = 400;

/** The words of a form that outlive the window until they are recorded. */
export interface KeptTexts<T> {
  readonly texts: T;
  readonly change: (part: Partial<T>) => void;
  /** They were recorded: what is on screen stays, the draft goes. */
  readonly recorded: () => void;
  /** They are given up: what is recorded stands again. */
  readonly clear: () => void;
  /** When the words on screen were typed, where that was before the form was opened; ISO 8601. */
  readonly typedAt: string | undefined;
}

/**
 * Holds the words of a form and keeps them on this computer, under the key of the person who types, until they are
 * recorded. `place` names the form and the rows it is about; `base` is what is recorded.
 */
export function useKeptTexts<T extends Texts>(place: string, base: T): KeptTexts<T> {
  const before = useKeptDraft(place);
  const [typed, setTyped] = useState<Partial<T>>({});
  // What this form typed it holds itself; the draft of an earlier time is asked until it is recorded or given up.
  const [isForgotten, setForgotten] = useState(false);
  const kept = isForgotten ? undefined : before;
  const keeper = useKeeper(place, base);
  const isFresh = Object.keys(typed).length === 0;
  const texts = shownTexts(base, kept, typed);
  const forget = (shown: Partial<T>): void => {
    keeper.stop();
    setTyped(shown);
    setForgotten(true);
    if (before !== undefined || !isFresh) beside(call('draft.drop', { place }));
  };
  return {
    texts,
    typedAt: isFresh && isUnrecorded(base, kept) ? kept?.at : undefined,
    change: (part) => {
      const next = { ...typed, ...part };
      setTyped(next);
      keeper.keep(shownTexts(base, kept, next));
    },
    recorded: () => {
      forget(texts);
    },
    clear: () => {
      forget({});
    },
  };
}

/** Whether words wait in a form that is not open. */
export function useHasKept(place: string): boolean {
  return useKeptDraft(place) !== undefined;
}

function useKeptDraft(place: string): KeptDraft | undefined {
  const drafts = useQuery('draft.list', {});
  return drafts.data?.find((draft) => draft.place === place);
}

/** Keeps words once the hands rest, and at once where the form goes. */
function useKeeper(place: string, base: Texts) {
  const waiting = useRef<{ readonly timer: number; readonly run: () => void }>(undefined);
  const stop = (): void => {
    window.clearTimeout(waiting.current?.timer);
    waiting.current = undefined;
  };
  useEffect(
    () => () => {
      const { current } = waiting;
      window.clearTimeout(current?.timer);
      current?.run();
    },
    [],
  );
  return {
    stop,
    keep: (texts: Texts): void => {
      stop();
      const run = (): void => {
        waiting.current = undefined;
        beside(call('draft.keep', { place, texts, base }));
      };
      waiting.current = { timer: window.setTimeout(run, restMs), run };
    },
  };
}

/** A draft that could not be kept stops nobody: the words are on screen, and recording them says what is wrong. */
function beside(keeping: Promise<unknown>): void {
  keeping.catch(() => undefined);
}
