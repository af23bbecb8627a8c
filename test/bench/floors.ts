import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './benchmark.ts';
import { bareInserts } from './floors/bare-insert.ts';
import { deflateReference } from './floors/deflate.ts';
import { bareApplication, windowStart } from './window-start.ts';

const RUNS = 3;

/** What this machine does at least, in milliseconds: the floors that the ratios are taken against. */
export async function measureFloors(): Promise<Record<string, number>> {
  const directory = await mkdtemp(join(tmpdir(), 'tickmark-floors-'));
  try {
    const bare = join(directory, 'bare');
    await bareApplication(bare);
    const rows = Array.from({ length: 200 }, () => randomBytes(600));
    const floors = {
      'bare-window': () => windowStart(bare),
      'deflate-22-mb': deflateReference(),
      'bare-insert-200': bareInserts(join(directory, 'floor.db'), randomBytes(32), rows),
    };
    const measured: Record<string, number> = {};
    for (const [name, floor] of Object.entries(floors)) measured[name] = await medianOf(floor);
    return measured;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function medianOf(floor: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) times.push(await floor());
  return Math.round(median(times) * 10) / 10;
}
