/** How a table is sorted. */
export interface TableSort {
  readonly columnId: string;
  readonly direction: 'ascending' | 'descending';
}

/** What a row is sorted by; a row without a value stands last in both directions. */
export type SortValue = string | number | undefined;

const COLLATOR = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** The rows in the order of their values; equal rows keep their order, and numbers in texts count as numbers. */
export function sortRows<Row>(
  rows: readonly Row[],
  valueOf: (row: Row) => SortValue,
  direction: TableSort['direction'],
): readonly Row[] {
  const sign = direction === 'ascending' ? 1 : -1;
  return rows.toSorted((one, other) => {
    const [a, b] = [valueOf(one), valueOf(other)];
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    return sign * compare(a, b);
  });
}

/** The sort after a press on a heading: ascending, then descending, then as given. */
export function nextSort(current: TableSort | undefined, columnId: string): TableSort | undefined {
  if (current?.columnId !== columnId) return { columnId, direction: 'ascending' };
  return current.direction === 'ascending' ? { columnId, direction: 'descending' } : undefined;
}

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : COLLATOR.compare(String(a), String(b));
}
