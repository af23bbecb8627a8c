import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { startNodeHash } from '../../../../../src-main/adapters/hash/running-hash.ts';

it('hashes pieces as the whole, text as UTF-8', () => {
  const hash = startNodeHash();
  hash.update('Z\u00fc');
  hash.update(Buffer.from('rich'));
  expect(hash.hex()).toBe(createHash('sha256').update('Z\u00fcrich', 'utf8').digest('hex'));
});
