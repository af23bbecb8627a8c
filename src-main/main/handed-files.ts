import { resolve } from 'node:path';

/** Engagement files that the system handed over: by a double click, or dropped on the program's icon. */
export interface HandedFiles {
  /** Notes the engagement named among the words of a start, if one is. `folder` is where those words were said. */
  readonly noteStart: (words: readonly string[], folder: string) => void;
  readonly note: (path: string) => void;
  /** The last file noted, once. */
  readonly take: () => string | null;
}

/** `onNoted` is told of every file, so that a page that already stands can ask for it. */
export function createHandedFiles(onNoted: () => void): HandedFiles {
  let waiting: string | null = null;
  const note = (path: string): void => {
    waiting = path;
    onNoted();
  };
  return {
    note,
    noteStart: (words, folder) => {
      const named = words.find((word) => !word.startsWith('-') && /\.tickmark$/i.test(word));
      if (named !== undefined) note(resolve(folder, named));
    },
    take: () => {
      const path = waiting;
      waiting = null;
      return path;
    },
  };
}
