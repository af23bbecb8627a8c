import type { ProblemLog } from './problem-log.ts';
import { refuse } from './refusal.ts';

/** A text that shares no memory with the chunk of the file it was cut from, so that keeping it does not keep the file. */
const detach = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le');

/** Finds repeated and blank keys. Keys are compared exactly: case and spaces count. */
export class KeyCheck {
  private readonly column: number;
  private readonly problems: ProblemLog;
  /** The first row of each key; negative once that row has been reported. */
  private readonly firstRows = new Map<string, number>();

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

  check(row: number, cells: readonly string[]): void {
    const key = cells[this.column] ?? '';
    if (key.trim() === '') {
      this.problems.addRow('blank-key', row);
      return;
    }
    const first = this.firstRows.get(key);
    if (first === undefined) {
      this.firstRows.set(detach(key), row);
      return;
    }
    if (first > 0) {
      this.problems.addRow('duplicate-key', first);
      this.firstRows.set(key, -first);
    }
    this.problems.addRow('duplicate-key', row);
  }
}
