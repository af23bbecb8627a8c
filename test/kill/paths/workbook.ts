import { join } from 'node:path';
import type { KillPath } from '../kill-path.ts';

/** The workpapers are written as a workbook. */
export const workbookPath: KillPath = {
  name: 'workbook',
  longestMs: 1500,
  async step(bench, n) {
    const path = join(bench.folder, `papers-${String(n)}.xlsx`);
    const { sha256 } = await bench.do('workpapers.export', { token: path });
    return { file: { path, sha256 } };
  },
};
