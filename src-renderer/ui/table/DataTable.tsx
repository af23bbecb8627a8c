import { useState } from 'react';
import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import type { DataColumn } from './data-column.ts';
import { nextSort, sortRows } from './sort-rows.ts';
import type { TableSort } from './sort-rows.ts';
import { TableBody } from './TableBody.tsx';
import { TableHead, TableTotals } from './TableHead.tsx';
import { tableLines } from './table-lines.ts';
import type { TableGroup } from './table-lines.ts';
import styles from './DataTable.module.css';

interface DataTableProps<Row> {
  /** What the rows are: "Workpapers waiting for me". */
  readonly label: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** With a handler the rows can be chosen: pointer, J and K, arrows. */
  readonly onSelect?: (row: Row) => void;
  readonly selectedKey?: string | undefined;
  /** Enter or a double press. */
  readonly onOpen?: (row: Row) => void;
  readonly groups?: readonly TableGroup[];
  readonly groupOf?: (row: Row) => string;
  readonly initialSort?: TableSort;
  /** 31 px, or 42 for a row of two lines. */
  readonly lines?: 'one' | 'two';
  /** `fill`: takes the height of its flex parent and scrolls in itself. */
  readonly height?: 'content' | 'fill';
  /** Without a frame the table stands in a flush card. */
  readonly hasFrame?: boolean;
  /** What stands in place of the rows when there are none. */
  readonly empty?: ReactNode;
}

/** Rows under headings: sorted by press on a heading, chosen by keyboard, virtual over 200 rows. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns, rows } = props;
  const [sort, setSort] = useState(props.initialSort);
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const lines = tableLines(sortedRows(rows, columns, sort), props.groups ?? [], props.groupOf);
  if (rows.length === 0 && props.empty !== undefined) return <>{props.empty}</>;
  return (
    <div ref={setScroller} className={scrollerClass(props)} data-keys="list">
      <table
        className={classNames(styles['table'], props.lines === 'two' && styles['two'])}
        role={props.onSelect === undefined ? undefined : 'grid'}
        aria-label={props.label}
        aria-rowcount={lines.length + 1}
      >
        <colgroup>
          {columns.map((column) => (
            <col key={column.id} style={{ width: column.width }} />
          ))}
        </colgroup>
        <TableHead
          columns={columns}
          sort={sort}
          onSort={(columnId) => {
            setSort(nextSort(sort, columnId));
          }}
        />
        <TableBody
          {...{ scroller, lines, columns, rowKey: props.rowKey }}
          selectedKey={props.selectedKey}
          onSelect={props.onSelect}
          onOpen={props.onOpen}
          rowHeight={props.lines === 'two' ? 42 : 31}
        />
        <TableTotals columns={columns} />
      </table>
    </div>
  );
}

function sortedRows<Row>(
  rows: readonly Row[],
  columns: readonly DataColumn<Row>[],
  sort: TableSort | undefined,
): readonly Row[] {
  const valueOf = columns.find((column) => column.id === sort?.columnId)?.sortValue;
  return valueOf === undefined || sort === undefined ? rows : sortRows(rows, valueOf, sort.direction);
}

function scrollerClass(props: { readonly hasFrame?: boolean; readonly height?: 'content' | 'fill' }): string {
  const { hasFrame = true, height = 'content' } = props;
  return classNames(styles['scroller'], hasFrame && styles['framed'], height === 'fill' && styles['fill']);
}
