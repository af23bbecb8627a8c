import { createHash } from 'node:crypto';
import type { StartHash } from '../../services/ports/running-hash.ts';

/** SHA-256 by Node's crypto, piece by piece. */
export const startNodeHash: StartHash = () => {
  const hash = createHash('sha256');
  return {
    update: (piece) => {
      hash.update(piece);
    },
    hex: () => hash.digest('hex'),
  };
};
