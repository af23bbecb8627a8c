import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import type { Actor } from '../../../src-main/services/ports/engagement-store.ts';

/** A person with a signing key of their own, made for one test. */
export interface TestActor extends Actor {
  readonly publicKey: string;
}

/** Makes a person's key. */
export function testActor(personId: string): TestActor {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return { personId, publicKey: rawOf(publicKey), sign: (text) => signWith(privateKey, text) };
}

const signWith = (key: KeyObject, text: string): string =>
  sign(null, Buffer.from(text, 'utf8'), key).toString('hex');

function rawOf(key: KeyObject): string {
  return key.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
}
