import { existsSync } from 'node:fs';
import { createPathTokens } from '../adapters/path-tokens.ts';
import { compose, type Host, type Program } from './compose.ts';

/** The program behind a window: places are single-use tokens, and passphrases are always typed. */
export function windowProgram(
  host: Pick<Host, 'home' | 'root' | 'choice' | 'processes' | 'onTouched'>,
): Program {
  const tokens = createPathTokens();
  return compose({
    ...host,
    tokens,
    places: {
      pathOf: (place) => tokens.look(place),
      served: (place) => tokens.take(place),
      isPresent: existsSync,
    },
    passphraseOf: () => null,
  });
}
