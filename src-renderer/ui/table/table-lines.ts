/** A heading between rows. */
export interface TableGroup {
  readonly id: string;
  readonly label: string;
}

/** A line of the table: the heading of a group with the number of its rows, or a row. */
export type TableLine<Row> =
  | { readonly kind: 'group'; readonly group: TableGroup; readonly count: number }
  | { readonly kind: 'row'; readonly row: Row; readonly index: number };

/** Rows under the headings of their groups, in the order of the groups; a group without rows has no heading. */
export function tableLines<Row>(
  rows: readonly Row[],
  groups: readonly TableGroup[],
  groupOf: ((row: Row) => string) | undefined,
): readonly TableLine<Row>[] {
  if (groupOf === undefined) return rows.map((row, index) => ({ kind: 'row', row, index }));
  const lines: TableLine<Row>[] = [];
  let index = 0;
  for (const group of groups) {
    const members = rows.filter((row) => groupOf(row) === group.id);
    if (members.length > 0) lines.push({ kind: 'group', group, count: members.length });
    for (const row of members) {
      lines.push({ kind: 'row', row, index });
      index += 1;
    }
  }
  return lines;
}

/** The row a key leads to from `index` among `count`; `undefined` for another key. J and K as in a list. */
export function rowAfterKey(key: string, index: number, count: number, page = 12): number | undefined {
  const target = rowTarget(key, index, count, page);
  if (target === undefined || count === 0) return undefined;
  return Math.max(0, Math.min(target, count - 1));
}

function rowTarget(key: string, index: number, count: number, page: number): number | undefined {
  switch (key) {
    case 'j':
    case 'ArrowDown':
      return index + 1;
    case 'k':
    case 'ArrowUp':
      return index - 1;
    case 'PageDown':
      return index + page;
    case 'PageUp':
      return index - page;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
