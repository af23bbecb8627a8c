import { zstdDecompressSync } from 'node:zlib';
import { createWriteStream, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { engagementFile, makeTemplate, openBench } from '../kill/template.ts';
import { passphrase } from '../helpers/store/test-files.ts';
import { rawClient, rawKey } from '../helpers/store/raw-client.ts';
import { populationRowText } from '../../shared/domain/population/population-row-text.ts';
import { spent } from './benchmark.ts';
import { importCells, importColumns } from './import-list.ts';

/** Records of the population. */
export const recordCount = 1_000_000;

function* lines(): Generator<string> {
  yield `${importColumns.join(',')}\n`;
  for (let number = 1; number <= recordCount; number += 1) {
    const cells = importCells(number).map((cell) => (cell.includes('\n') ? `"${cell}"` : cell));
    yield `${cells.join(',')}\n`;
  }
}

/** The key of every record. */
export function* keys(): Generator<string> {
  for (let number = 1; number <= recordCount; number += 1) yield importCells(number)[0] ?? '';
}

/** The bytes that the digest of the rows covers. */
function rowLines(): Buffer {
  const pieces: Buffer[] = [];
  for (let number = 1; number <= recordCount; number += 1) {
    const [key = '', occurredOn = '', ...rest] = importCells(number);
    const row = { rowNumber: number + 1, key, occurredOn, included: true, cells: [key, occurredOn, ...rest] };
    pieces.push(Buffer.from(populationRowText(row)));
  }
  return Buffer.concat(pieces);
}

/** An open engagement with a received population of a million records and 12 columns. */
export async function openMillion() {
  const folder = mkdtempSync(join(tmpdir(), 'tickmark-bench-'));
  const place = join(folder, 'engagement');
  mkdirSync(place);
  await makeTemplate(place);
  const list = join(folder, 'changes.csv');
  await pipeline(Readable.from(lines()), createWriteStream(list));
  const bench = await openBench(place, () => undefined);
  const definition = { controlId: 'control-1', title: 'Changes', sourceSystem: 'Ticket system' };
  const { populationId } = await bench.do('population.define', definition);
  await bench.do('population.import', {
    ...{ populationId, revision: 1, token: list, receivedOn: '2026-01-05' },
    ...{ keyColumns: ['change'], dateColumn: 'opened' },
  });
  return {
    ...{ bench, populationId },
    file: () => readFileSync(list),
    rowLines,
    /** Gives the engagement up, so that another client may open it. */
    close: async () => {
      await bench.do('engagement.close', {});
    },
    /** Opens it again. */
    reopen: async () => {
      await bench.do('engagement.open', { place: engagementFile(place), passphrase });
    },
    /** Every row and every column read once by a plain client that has the key. */
    fullScan: () => {
      const path = engagementFile(place);
      const database = rawClient(path, rawKey(path, passphrase));
      return spent(() => {
        let rows = 0;
        const all = database.prepare<[], { lines: Buffer }>('select * from population_block').iterate();
        for (const { lines } of all) rows += zstdDecompressSync(lines).toString().split('\n').length - 1;
        database.close();
        if (rows !== recordCount) throw new Error(`the floor read ${String(rows)} rows`);
      });
    },
    release: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
