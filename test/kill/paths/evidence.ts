import { randomBytes } from 'node:crypto';
import type { KillPath } from '../kill-path.ts';

/** Files of several pieces are stored and linked, every third of them a second time. */
export const evidencePath: KillPath = {
  name: 'evidence',
  longestMs: 120,
  async step(bench, n) {
    const token =
      n % 3 === 2 ? bench.file('again.bin', 'the same bytes') : bench.file('new.bin', randomBytes(2_500_000));
    const target = { kind: 'workpaper', id: 'wp-operating' } as const;
    const description = { receivedOn: '2026-01-05', sourcePerson: 'Identity lead' };
    await bench.do('evidence.attach', { tokens: [token], target, ...description });
    return {};
  },
};
