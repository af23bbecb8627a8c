import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { set } from '../../shared/domain/journal/ops.ts';
import { timed, type Benchmark } from './benchmark.ts';
import { bareInserts } from './floors/bare-insert.ts';
import { makeLargeEngagement } from './large-engagement.ts';

const entries = 200;
/** About what one changed result takes as a canonical entry. */
const entryBytes = 620;

export const journalAppend: Benchmark = {
  name: 'journal-append',
  meaning: `recording ${String(entries)} changed results in an engagement of 25,000, against inserting rows of the same size`,
  clock: 'wall',
  limit: 4,
  runs: 5,
  prepare: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tickmark-bench-'));
    const { store, team } = await makeLargeEngagement(folder);
    const rows = Array.from({ length: entries }, () => randomBytes(entryBytes));
    let round = 0;
    return {
      floor: bareInserts(join(folder, 'floor.db'), randomBytes(32), rows),
      work: () => {
        round += 1;
        return timed(() => {
          for (let index = 0; index < entries; index += 1) {
            const id = `result-${String(index % 50)}-${String(index % 25)}-1`;
            const note = `Ticket inspected again in round ${String(round)}, item ${String(index)}.`;
            const ops = set(store.state(), 'attributeResult', id, { note });
            store.append(team.staff, 'testing.record', ops, '2026-07-10T09:02:00Z');
          }
        });
      },
      release: async () => {
        store.close();
        await rm(folder, { recursive: true, force: true });
      },
    };
  },
};
