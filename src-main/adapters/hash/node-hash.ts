import { hash } from 'node:crypto';
import type { HashPort } from '../../services/ports/hash.ts';

/** SHA-256 by the one-shot call of Node's crypto, which costs about a microsecond for a short key. */
export function createNodeHash(): HashPort {
  return {
    sha256Hex: (content) => hash('sha256', content, 'hex'),
    sha256Bytes: (content) => hash('sha256', content, 'buffer'),
  };
}
