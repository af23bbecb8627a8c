import { hash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { inProject } from '../harness/project.ts';
import { timed, type Benchmark } from './benchmark.ts';
import { runProgram } from './run-program.ts';

const KEYS = 1_000_000;

function* keys(): Generator<string> {
  for (let number = 1; number <= KEYS; number += 1) yield `CHG-${String(number).padStart(7, '0')}`;
}

/** The list as a client would export it: the key among other columns. */
function* lines(): Generator<string> {
  yield 'change,opened,owner,state\n';
  let number = 0;
  for (const key of keys()) {
    number += 1;
    const day = String((number % 28) + 1).padStart(2, '0');
    yield `${key},2026-03-${day},user${String(number % 997)},done\n`;
  }
}

export const drawMillion: Benchmark = {
  name: 'draw-60-of-1000000',
  meaning:
    'the command line reading a list of a million records and drawing 60 by key, against hashing each key once',
  clock: 'wall',
  limit: 8,
  ceiling: { seconds: 5, megabytes: 600 },
  runs: 3,
  prepare: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tickmark-bench-'));
    const list = join(folder, 'changes.csv');
    await pipeline(Readable.from(lines()), createWriteStream(list));
    const options = ['--population', list, '--key', 'change', '--seed', 'bench', '--size', '60', '--json'];
    const args = [inProject('src-main/cli/main.ts'), 'sample', 'draw', ...options];
    return {
      floor: () =>
        timed(() => {
          for (const key of keys()) hash('sha256', key, 'hex');
        }),
      work: async () => {
        const { wall, output } = await runProgram(process.execPath, args);
        if (!output.includes(`"count":${String(KEYS)}`)) throw new Error('the draw was refused');
        return wall;
      },
      release: () => rm(folder, { recursive: true, force: true }),
    };
  },
};
