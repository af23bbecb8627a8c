import { join } from 'node:path';
import { testEngagement } from '../../helpers/store/test-program.ts';
import type { KillPath } from '../kill-path.ts';

/** New engagements are made one after another. */
export const createPath: KillPath = {
  name: 'create',
  longestMs: 2500,
  async step(bench, n) {
    const path = join(bench.folder, `new-${String(n)}.tickmark`);
    await bench.do('engagement.create', testEngagement(path));
    return { engagement: path };
  },
};
