import { randomBytes, createHash } from 'node:crypto';
import { join } from 'node:path';
import type { KillPath } from '../kill-path.ts';

const bytes = randomBytes(3_000_000);
const sha256 = createHash('sha256').update(bytes).digest('hex');

/** Evidence is copied out, again and again under the same and under new names. */
export const exportPath: KillPath = {
  name: 'export',
  longestMs: 120,
  async prepare(bench) {
    const token = bench.file('large.bin', bytes);
    await bench.do('evidence.attach', { tokens: [token], receivedOn: '2026-01-05' });
  },
  async step(bench, n) {
    const { files } = await bench.do('evidence.list', {});
    const path = join(bench.folder, `copy-${String(n)}.bin`);
    await bench.do('evidence.export', { evidenceId: files[0]?.id ?? '', token: path });
    return { file: { path, sha256 } };
  },
};
