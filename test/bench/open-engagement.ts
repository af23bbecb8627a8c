import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { passphrase, testFiles, valueOf } from '../helpers/store/test-files.ts';
import type { Benchmark } from './benchmark.ts';
import { plainRead } from './floors/plain-read.ts';
import { makeLargeEngagement, resultCount } from './large-engagement.ts';

export const openEngagement: Benchmark = {
  name: 'open-engagement',
  meaning:
    'opening an engagement of 25,000 attribute results, against a plain client that reads the same tables',
  clock: 'wall',
  limit: 1.5,
  runs: 5,
  prepare: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tickmark-bench-'));
    const { store, path } = await makeLargeEngagement(folder);
    store.close();
    const files = testFiles();
    return {
      floor: plainRead(path, passphrase),
      work: async () => {
        const start = performance.now();
        const large = valueOf(await files.open(path, passphrase));
        const took = performance.now() - start;
        if (large.state().rows.attributeResult.size !== resultCount) throw new Error('results are missing');
        large.close();
        return took;
      },
      release: () => rm(folder, { recursive: true, force: true }),
    };
  },
};
