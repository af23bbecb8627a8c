import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  createOutsideCopies,
  type OpenPath,
  type OutsideCopies,
} from '../adapters/evidence-files/outside-copies.ts';
import { createPathTokens } from '../adapters/path-tokens.ts';
import { compose, type Host, type Program } from './compose.ts';

/** What the window gives the program behind it. */
interface WindowHost extends Pick<Host, 'home' | 'root' | 'choice' | 'processes' | 'onTouched'> {
  /** Opens a file with the system's program for it. */
  readonly openPath: OpenPath;
}

/** The program behind a window, and the copies that are removed when it ends. */
interface WindowProgram extends Program {
  readonly outside: OutsideCopies;
}

/** The program behind a window: places are single-use tokens, and passphrases are always typed. */
export function windowProgram({ openPath, ...host }: WindowHost): WindowProgram {
  const tokens = createPathTokens();
  const outside = createOutsideCopies(join(host.home, 'opened'), openPath);
  const program = compose({
    ...host,
    tokens,
    outside,
    places: {
      pathOf: (place) => tokens.look(place),
      served: (place) => tokens.take(place),
      isPresent: existsSync,
    },
    passphraseOf: () => null,
  });
  return { ...program, outside };
}
