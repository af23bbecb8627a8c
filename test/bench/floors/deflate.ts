import { randomBytes } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { timed } from '../benchmark.ts';

/** Reference D: deflate at level 6 of 22 MB, made of 1 MiB of noise in base64, sixteen times over. */
export function deflateReference(): () => Promise<number> {
  const block = randomBytes(1024 * 1024).toString('base64');
  const text = Buffer.from(block.repeat(16));
  return () => timed(() => deflateSync(text, { level: 6 }));
}
