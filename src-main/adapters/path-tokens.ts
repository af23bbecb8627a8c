import { randomUUID } from 'node:crypto';
import type { PathTokens } from '../services/ports/file-choice.ts';

/** Most tokens kept at a time; the oldest go first, so that a page cannot fill the memory by asking. */
const kept = 2000;

/** Tokens in memory. A token is a random text that tells nothing of its path. */
export function createPathTokens(): PathTokens {
  const paths = new Map<string, string>();
  return {
    issue(path) {
      const token = randomUUID();
      paths.set(token, path);
      const oldest = paths.keys().next().value;
      if (paths.size > kept && oldest !== undefined) paths.delete(oldest);
      return token;
    },
    look: (token) => paths.get(token) ?? null,
    take(token) {
      const path = paths.get(token) ?? null;
      paths.delete(token);
      return path;
    },
  };
}
