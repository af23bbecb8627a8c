import { expect, it } from 'vitest';
import { contentHash } from '../../../../../shared/domain/review/content-hash.ts';
import { changed, sha256 } from '../../../../helpers/domain-fixture.ts';
import { testedState } from '../../../../helpers/concluding-fixture.ts';

it('is a digest of one paper’s content and its versions, the same for the same state', () => {
  const state = testedState();
  const hash = contentHash(state, 'wp-operating', sha256);
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(contentHash(testedState(), 'wp-operating', sha256)).toBe(hash);
  expect(contentHash(state, 'wp-design', sha256)).not.toBe(hash);
  const there = changed(state, 'attributeResult', 'result-1', { note: 'x' });
  const back = changed(there, 'attributeResult', 'result-1', { note: '' });
  const hashes = [state, there, back].map((one) => contentHash(one, 'wp-operating', sha256));
  expect(new Set(hashes).size).toBe(3);
  expect(new Set([state, there, back].map((one) => contentHash(one, 'wp-design', sha256))).size).toBe(1);
});
