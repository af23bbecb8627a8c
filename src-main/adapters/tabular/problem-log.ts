import { PROBLEM_ROWS_LISTED } from '../../../shared/domain/population/table-problem.ts';
import type { TableProblem, TableProblemCode } from '../../../shared/domain/population/table-problem.ts';

interface Entry {
  readonly rows: Set<number>;
  readonly names: Set<string>;
  count: number;
  lastRow: number;
}

/** Gathers problems while a list is read, in bounded memory. */
export class ProblemLog {
  private readonly entries = new Map<TableProblemCode, Entry>();

  private entry(code: TableProblemCode): Entry {
    const known = this.entries.get(code);
    if (known !== undefined) return known;
    const made: Entry = { rows: new Set(), names: new Set(), count: 0, lastRow: 0 };
    this.entries.set(code, made);
    return made;
  }

  /** Notes a row; a row noted again right away (several cells of it) counts once. */
  addRow(code: TableProblemCode, row: number): void {
    const entry = this.entry(code);
    if (entry.lastRow === row) return;
    entry.lastRow = row;
    entry.count += 1;
    if (entry.rows.size < PROBLEM_ROWS_LISTED) entry.rows.add(row);
  }

  /** Notes the rows from `first` to `last`, both included. */
  addRows(code: TableProblemCode, first: number, last: number): void {
    const listed = Math.min(last, first + PROBLEM_ROWS_LISTED);
    for (let row = first; row <= listed; row += 1) this.addRow(code, row);
    if (last > listed) this.entry(code).count += last - listed;
  }

  /** Notes things by name, with no row. */
  addNames(code: TableProblemCode, names: readonly string[]): void {
    const entry = this.entry(code);
    for (const name of names.slice(0, PROBLEM_ROWS_LISTED)) entry.names.add(name);
    entry.count += names.length;
  }

  /** Takes over a problem that was found elsewhere. */
  add(problem: TableProblem): void {
    const entry = this.entry(problem.code);
    for (const row of problem.rows) entry.rows.add(row);
    for (const name of problem.names) entry.names.add(name);
    entry.count += problem.count;
  }

  has(code: TableProblemCode): boolean {
    return this.entries.has(code);
  }

  /** All problems, in the order in which their kinds were first met. */
  list(): readonly TableProblem[] {
    return [...this.entries].map(([code, entry]) => ({
      code,
      rows: [...entry.rows].sort((a, b) => a - b),
      count: Math.max(entry.count, entry.rows.size),
      names: [...entry.names],
    }));
  }
}
