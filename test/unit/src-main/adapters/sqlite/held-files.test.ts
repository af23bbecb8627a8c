import { linkSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { createHeldFiles } from '../../../../../src-main/adapters/sqlite/held-files.ts';
import { temporaryFolder } from '../../../../helpers/store/test-files.ts';

const folder = temporaryFolder();
afterAll(folder.remove);

it('knows an open file by whatever name it is reached', () => {
  const path = join(folder.path, 'a');
  writeFileSync(path, 'x');
  writeFileSync(join(folder.path, 'b'), 'x');
  symlinkSync(path, join(folder.path, 'symbolic'));
  linkSync(path, join(folder.path, 'hard'));
  const held = createHeldFiles();
  expect(held.has(path)).toBe(false);
  const release = held.hold(path);
  expect(['a', 'symbolic', 'hard', 'b', 'none'].map((name) => held.has(join(folder.path, name)))).toEqual([
    ...[true, true, true, false, false],
  ]);
  release();
  expect(held.has(path)).toBe(false);
});
