import type { KeysPort } from '../../services/ports/keys.ts';
import { createPersonKey, openPersonKey, verifySignature } from './person-key.ts';
import { unwrapSecret, wrapSecret } from './wrapped-secret.ts';

/** The keys port over node:crypto. Needs nothing that Electron's crypto library lacks. */
export const nodeKeys: KeysPort = {
  wrapSecret,
  unwrapSecret,
  createPersonKey,
  openPersonKey,
  verifySignature,
};
