import type Database from 'better-sqlite3';
import { keyMark } from '../../../shared/domain/population/key-table.ts';
import { blockOf, rowsOfLines } from '../../../shared/domain/population/row-block.ts';
import type { PopulationRow, PopulationRowStore } from '../../services/ports/engagement-store.ts';
import type { EnsureRoom } from './disk-room.ts';
import { dropImport, dropOthers } from './drop-others.ts';
import { guarded } from './failures.ts';
import {
  checkedBlock,
  placesOf,
  rowsAt,
  storedBlock,
  unpacked,
  type PopulationBlock,
} from './population-block.ts';

const columns = 'first_row, last_row, row_count, days, key_marks, lines';

/** Rows of populations in blocks, read in the order of the source file. */
export function createPopulationRows(
  database: Database.Database,
  ensureRoom: EnsureRoom = () => undefined,
): PopulationRowStore {
  const { blocks, count, days } = createBlockReads(database);
  const finds = createRowFinds(database);
  const writes = createBlockWrites(database);

  function* all(populationId: string): Generator<PopulationRow> {
    for (const { lines } of blocks.iterate(populationId)) yield* rowsOfLines(textOf(lines));
  }

  return {
    write: (populationId, blocks) => {
      const stored = blocks.map(storedBlock);
      ensureRoom(stored.reduce((sum, { lines }) => sum + lines.length, 0));
      guarded(() => {
        writes.add(populationId, stored);
      });
    },
    discard: (populationId) => {
      guarded(() => {
        writes.remove(populationId);
      });
    },
    setIncluded: (populationId, isIncluded) => {
      guarded(() => {
        writes.mark(populationId, isIncluded);
      });
    },
    count: (populationId) => count.get(populationId) ?? 0,
    *included(populationId) {
      for (const row of all(populationId)) if (row.included) yield row;
    },
    all,
    *blocks(populationId) {
      for (const block of blocks.iterate(populationId)) yield checkedBlock(block);
    },
    days: (populationId) => days.all(populationId),
    ...finds,
  };
}

const textOf = (lines: Uint8Array | undefined): string =>
  lines === undefined ? '' : unpacked(lines).toString();

/** Removes rows that no import has recorded: of unknown populations, and of imports that did not end. */
export function sweepPopulationRows(
  database: Database.Database,
  isRecorded: (populationId: string) => boolean,
): void {
  dropOthers(database, 'population_block', isRecorded);
}

function createBlockReads(database: Database.Database) {
  return {
    blocks: database.prepare<[string], PopulationBlock>(
      `select ${columns} from population_block where population_id = ? order by first_row`,
    ),
    count: database
      .prepare<[string], number>(
        'select coalesce(sum(row_count), 0) from population_block where population_id = ?',
      )
      .pluck(),
    days: database
      .prepare<[string], string>(
        'select distinct value from population_block, json_each(days) where population_id = ? order by value',
      )
      .pluck(),
  };
}

/** Rows that are asked for one by one: the lines of a block are read only where it holds some of them. */
function createRowFinds(database: Database.Database): Pick<PopulationRowStore, 'page' | 'byKeys'> {
  const index = database.prepare<[string], Pick<PopulationBlock, 'first_row' | 'row_count' | 'key_marks'>>(
    'select first_row, row_count, key_marks from population_block where population_id = ? order by first_row',
  );
  const linesOf = database
    .prepare<[string, number], Buffer>(
      'select lines from population_block where population_id = ? and first_row = ?',
    )
    .pluck();
  const read = (populationId: string, firstRow: number, places: readonly number[]) =>
    places.length === 0 ? [] : rowsAt(textOf(linesOf.get(populationId, firstRow)), places);

  return {
    page: (populationId, offset, limit) => {
      const rows: PopulationRow[] = [];
      let before = 0;
      for (const { first_row, row_count } of index.iterate(populationId)) {
        const from = Math.max(0, offset - before);
        const to = Math.min(row_count, offset + limit - before);
        const places = Array.from({ length: Math.max(0, to - from) }, (_, place) => from + place);
        rows.push(...read(populationId, first_row, places));
        before += row_count;
        if (before >= offset + limit) break;
      }
      return rows;
    },
    byKeys: (populationId, keys) => {
      const wanted = new Set(keys);
      const marks = new Set(keys.map(keyMark));
      const rows: PopulationRow[] = [];
      for (const { first_row, key_marks } of index.iterate(populationId))
        rows.push(...read(populationId, first_row, placesOf(key_marks, marks)));
      return rows.filter(({ key }) => wanted.has(key));
    },
  };
}

function createBlockWrites(database: Database.Database) {
  const insert = database.prepare(
    `insert into population_block (population_id, ${columns}) values (?, ?, ?, ?, ?, ?, ?)`,
  );
  const lastRow = database
    .prepare<[string], number>(
      'select last_row from population_block where population_id = ? order by first_row desc limit 1',
    )
    .pluck();
  const firstRows = database
    .prepare<[string], number>(
      'select first_row from population_block where population_id = ? order by first_row',
    )
    .pluck();
  const block = database.prepare<[string, number], PopulationBlock>(
    `select ${columns} from population_block where population_id = ? and first_row = ?`,
  );
  const update = database.prepare(
    'update population_block set days = ?, lines = ? where population_id = ? and first_row = ?',
  );
  return {
    remove: dropImport(database, 'population_block'),
    add: database.transaction((populationId: string, blocks: readonly PopulationBlock[]) => {
      let last = lastRow.get(populationId) ?? 0;
      for (const { first_row, last_row, row_count, days, key_marks, lines } of blocks) {
        if (first_row <= last) throw new Error('the blocks of a population come in the order of the file');
        insert.run(populationId, first_row, last_row, row_count, days, key_marks, lines);
        last = last_row;
      }
    }),
    // One block at a time is in memory, however many rows change.
    mark: database.transaction((populationId: string, isIncluded: (row: PopulationRow) => boolean) => {
      for (const first of firstRows.all(populationId)) {
        const stored = block.get(populationId, first);
        if (stored === undefined) continue;
        const rows = rowsOfLines(textOf(stored.lines));
        const marked = rows.map((row) => ({ ...row, included: isIncluded(row) }));
        if (marked.every(({ included }, place) => included === rows[place]?.included)) continue;
        const { days, lines } = storedBlock(blockOf(marked));
        update.run(days, lines, populationId, first);
      }
    }),
  };
}
