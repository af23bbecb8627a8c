import { statSync } from 'node:fs';

/**
 * The files that this process has open for work. Opening and closing such a file a second time would drop the locks of
 * the first (a property of POSIX locks), and another program could then write beside us; so it is not even read.
 */
export interface HeldFiles {
  has(path: string): boolean;
  /** Notes a file as open; the function returned takes the note back. */
  hold(path: string): () => void;
}

/** A register with nothing in it. */
export function createHeldFiles(): HeldFiles {
  const held = new Set<string>();
  return {
    has: (path) => {
      const identity = identityOf(path);
      return identity !== null && held.has(identity);
    },
    hold(path) {
      const identity = identityOf(path) ?? path;
      held.add(identity);
      return () => {
        held.delete(identity);
      };
    },
  };
}

/** Device and number of a file, the same by whatever name it is reached; looking them up does not open it. */
function identityOf(path: string): string | null {
  const found = statSync(path, { throwIfNoEntry: false, bigint: true });
  return found === undefined ? null : `${String(found.dev)}:${String(found.ino)}`;
}
