import type Database from 'better-sqlite3';
import type { PopulationRow, PopulationRowStore } from '../../services/ports/engagement-store.ts';
import type { EnsureRoom } from './disk-room.ts';
import { dropImport, dropOthers } from './drop-others.ts';
import { guarded } from './failures.ts';

interface StoredRow {
  readonly row_number: number;
  readonly key: string;
  readonly occurred_on: string | null;
  readonly included: number;
  readonly cells: string;
}

/** What a row takes with its index, roughly: for the question whether a batch fits. */
const typicalRowBytes = 400;

const columns = 'row_number, key, occurred_on, included, cells';

/** Rows read at once: one step of the database costs more than the row that it gives. */
const pageRows = 4000;

/** Rows of populations in one table, read in the order of the source file. */
export function createPopulationRows(
  database: Database.Database,
  ensureRoom: EnsureRoom = () => undefined,
): PopulationRowStore {
  const count = database
    .prepare<[string], number>('select count(*) from population_row where population_id = ?')
    .pluck();
  const select = (rest: string) =>
    database.prepare<unknown[], StoredRow>(
      `select ${columns} from population_row where population_id = ? ${rest}`,
    );
  const everyRow = select('order by row_number');
  const includedRows = select('and included = 1 order by row_number');
  const pageOfRows = select('order by row_number limit ? offset ?');
  // One pass over the rows for all keys: a list is asked for the items of a sample, which are many times fewer.
  const rowsByKeys = select('and key in (select value from json_each(?)) order by row_number');
  const days = database
    .prepare<[string], string>(
      'select distinct occurred_on from population_row where population_id = ? and included = 1 and occurred_on is not null order by occurred_on',
    )
    .pluck();
  const writes = createRowWrites(database);

  return {
    write: (populationId, rows) => {
      ensureRoom(rows.length * typicalRowBytes);
      guarded(() => {
        writes.write(populationId, rows);
      });
    },
    discard: (populationId) => {
      guarded(() => {
        writes.remove(populationId);
      });
    },
    setIncluded(populationId, isIncluded) {
      const changes: [number, number][] = [];
      for (const stored of everyRow.iterate(populationId)) {
        const isWanted = isIncluded(decode(stored));
        if (isWanted !== (stored.included === 1)) changes.push([isWanted ? 1 : 0, stored.row_number]);
      }
      guarded(() => {
        writes.mark(populationId, changes);
      });
    },
    count: (populationId) => count.get(populationId) ?? 0,
    *included(populationId) {
      for (const stored of includedRows.iterate(populationId)) yield decode(stored);
    },
    *all(populationId) {
      for (const stored of everyRow.iterate(populationId)) yield decode(stored);
    },
    ...createRowPages(database),
    days: (populationId) => days.all(populationId),
    page: (populationId, offset, limit) => pageOfRows.all(populationId, limit, offset).map(decode),
    byKeys: (populationId, keys) => rowsByKeys.all(populationId, JSON.stringify(keys)).map(decode),
  };
}

/** Removes rows that no import has recorded: of unknown populations, and of imports that did not end. */
export function sweepPopulationRows(
  database: Database.Database,
  isRecorded: (populationId: string) => boolean,
): void {
  dropOthers(database, 'population_row', isRecorded);
}

function createRowWrites(database: Database.Database) {
  const insert = database.prepare(
    `insert into population_row (population_id, ${columns}) values (?, ?, ?, ?, ?, ?)`,
  );
  const mark = database.prepare(
    'update population_row set included = ? where population_id = ? and row_number = ?',
  );
  return {
    remove: dropImport(database, 'population_row'),
    write: database.transaction((populationId: string, rows: readonly PopulationRow[]) => {
      for (const { rowNumber, key, occurredOn, included, cells } of rows)
        insert.run(populationId, rowNumber, key, occurredOn, included ? 1 : 0, JSON.stringify(cells));
    }),
    mark: database.transaction((populationId: string, changes: readonly [number, number][]) => {
      for (const [included, rowNumber] of changes) mark.run(included, populationId, rowNumber);
    }),
  };
}

/** Readings of a whole list that need little of each row. */
function createRowPages(database: Database.Database): Pick<PopulationRowStore, 'lines' | 'keys'> {
  const paged = pagesOf(database);
  return {
    *lines(populationId) {
      for (const rows of paged(populationId, columns)) yield rows.map(lineOf).join('');
    },
    *keys(populationId) {
      for (const rows of paged(populationId, 'row_number, key, occurred_on', 'and included = 1'))
        for (const [rowNumber, key, occurredOn] of rows) yield { rowNumber, key, occurredOn, included: true };
    },
  };
}

/** A row as a list, in the order of the columns asked for. */
type Listed = readonly [
  rowNumber: number,
  key: string,
  occurredOn: string | null,
  included: number,
  cells: string,
];

/** Reads all rows of a population page by page, in the order of the file. */
function pagesOf(database: Database.Database) {
  return function* pages(populationId: string, wanted: string, rest = ''): Generator<readonly Listed[]> {
    const page = database
      .prepare<[string, number], Listed>(
        `select ${wanted} from population_row where population_id = ? and row_number > ? ${rest} order by row_number limit ${String(pageRows)}`,
      )
      .raw();
    for (let last = -1; ;) {
      const rows = page.all(populationId, last);
      if (rows.length > 0) yield rows;
      if (rows.length < pageRows) return;
      last = rows.at(-1)?.[0] ?? last;
    }
  };
}

/** The line of `populationRowText`, made from the stored text of the cells, which was written the same way. */
function lineOf([rowNumber, key, occurredOn, included, cells]: Listed): string {
  const day = occurredOn === null ? 'null' : JSON.stringify(occurredOn);
  return `[${String(rowNumber)},${JSON.stringify(key)},${day},${included === 1 ? 'true' : 'false'},${cells}]\n`;
}

function decode(stored: StoredRow): PopulationRow {
  return {
    rowNumber: stored.row_number,
    key: stored.key,
    occurredOn: stored.occurred_on,
    included: stored.included === 1,
    cells: JSON.parse(stored.cells) as string[], // written as a list of texts
  };
}
