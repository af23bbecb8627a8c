import { createWriteStream, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Benchmark } from './benchmark.ts';
import { importCells, importColumns, importSides } from './import-list.ts';
import { runProgram } from './run-program.ts';

const RECORDS = 1_000_000;

/** The lines of a list with so many records, and its header. */
export function* csvLines(records: number): Generator<string> {
  yield `${importColumns.join(',')}\n`;
  for (let number = 1; number <= records; number += 1) {
    const cells = importCells(number).map((cell) => (cell.includes('\n') ? `"${cell}"` : cell));
    yield `${cells.join(',')}\n`;
  }
}

export const importCsv: Benchmark = {
  name: 'import-csv-1000000',
  meaning:
    'importing a CSV of 1,000,000 records and 12 columns as a population, its bytes kept as evidence, against .import of the sqlite3 command line',
  clock: 'cpu',
  limit: 2.5,
  ceiling: { megabytes: 350 },
  runs: 1,
  prepare: () =>
    importSides(
      RECORDS,
      async (folder) => {
        const list = join(folder, 'changes.csv');
        await pipeline(Readable.from(csvLines(RECORDS)), createWriteStream(list));
        return list;
      },
      async (list, folder) => {
        const database = join(folder, 'floor.db');
        const { cpu } = await runProgram('sqlite3', [database, '-cmd', '.mode csv', `.import ${list} rows`]);
        rmSync(database);
        return cpu;
      },
    ),
};
