import { createKeyTable } from '../../../shared/domain/population/key-table.ts';
import type { RowCells } from '../../../shared/domain/population/row-cells.ts';
import type { ProblemLog } from './problem-log.ts';
import { refuse } from './refusal.ts';

/** Finds repeated and blank keys. Keys are compared exactly: case and spaces count. */
export class KeyCheck {
  private readonly column: number;
  private readonly problems: ProblemLog;
  private readonly keys = createKeyTable();
  /** The first row of each key by its place; negative once that row has been reported. */
  private readonly firstRows: number[] = [];

  constructor(keyColumn: string, header: readonly string[], problems: ProblemLog) {
    const places = header.flatMap((name, index) => (name === keyColumn ? [index] : []));
    const [column] = places;
    if (column === undefined) {
      refuse('no-such-column', `There is no column ${JSON.stringify(keyColumn)} in this list.`, {
        column: keyColumn,
        columns: header,
      });
    }
    if (places.length > 1) {
      refuse('ambiguous-column', `${places.length} columns have the header ${JSON.stringify(keyColumn)}.`, {
        column: keyColumn,
        count: places.length,
      });
    }
    this.column = column;
    this.problems = problems;
  }

  check(row: number, cells: RowCells): void {
    const key = cells.at(this.column);
    if (key.trim() === '') {
      this.problems.addRow('blank-key', row);
      return;
    }
    const place = this.keys.add(key);
    if (place === -1) {
      this.firstRows.push(row);
      return;
    }
    const first = this.firstRows[place] ?? 0;
    if (first > 0) {
      this.problems.addRow('duplicate-key', first);
      this.firstRows[place] = -first;
    }
    this.problems.addRow('duplicate-key', row);
  }
}
