import type { KeyboardEvent } from 'react';
import { classNames } from '../class-names.ts';
import { formatCount } from '../text/format-number.ts';
import type { DataColumn } from './data-column.ts';
import { rowAfterKey } from './table-lines.ts';
import type { TableLine } from './table-lines.ts';
import { useTableLines } from './use-table-lines.ts';
import styles from './DataTable.module.css';

interface TableBodyProps<Row> {
  /** The element that scrolls; `null` until it is on screen. */
  readonly scroller: HTMLElement | null;
  readonly lines: readonly TableLine<Row>[];
  readonly columns: readonly DataColumn<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly selectedKey: string | undefined;
  readonly onSelect: ((row: Row) => void) | undefined;
  readonly onOpen: ((row: Row) => void) | undefined;
  readonly rowHeight: number;
}

/** The rows and the headings of their groups. */
export function TableBody<Row>(props: TableBodyProps<Row>) {
  const { lines, columns, rowKey, selectedKey, onSelect, onOpen } = props;
  const rows = lines.flatMap((line) => (line.kind === 'row' ? [line.row] : []));
  const selected = rows.findIndex((row) => rowKey(row) === selectedKey);
  const view = useTableLines(props.scroller, lines, props.rowHeight, selected);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (onSelect === undefined || !isRowKey(event)) return;
    const current = rows[focusedRow(event)];
    if (event.key === 'Enter' && current !== undefined) (onOpen ?? onSelect)(current);
    const next = rows[rowAfterKey(event.key, selected, rows.length) ?? -1];
    if (next === undefined) return;
    event.preventDefault();
    view.focusRow(rows.indexOf(next));
    onSelect(next);
  };
  return (
    <tbody onKeyDown={onKeyDown}>
      <Spacer height={view.before} span={columns.length} />
      {view.drawn.map((index) => {
        const line = lines[index];
        if (line === undefined) return null;
        if (line.kind === 'group') {
          return (
            <GroupLine
              key={`group-${line.group.id}`}
              label={line.group.label}
              count={line.count}
              span={columns.length}
            />
          );
        }
        const key = rowKey(line.row);
        return (
          <BodyRow
            key={key}
            {...{ line, columns, onSelect, onOpen, lineIndex: index }}
            isSelected={key === selectedKey}
            isTabStop={line.index === Math.max(0, selected)}
          />
        );
      })}
      <Spacer height={view.after} span={columns.length} />
    </tbody>
  );
}

interface BodyRowProps<Row> {
  readonly line: Extract<TableLine<Row>, { kind: 'row' }>;
  readonly lineIndex: number;
  readonly columns: readonly DataColumn<Row>[];
  readonly isSelected: boolean;
  readonly isTabStop: boolean;
  readonly onSelect: ((row: Row) => void) | undefined;
  readonly onOpen: ((row: Row) => void) | undefined;
}

function BodyRow<Row>({
  line,
  lineIndex,
  columns,
  isSelected,
  isTabStop,
  onSelect,
  onOpen,
}: BodyRowProps<Row>) {
  const choice =
    onSelect === undefined
      ? {}
      : {
          tabIndex: isTabStop ? 0 : -1,
          'aria-selected': isSelected,
          onClick: () => {
            onSelect(line.row);
          },
          onDoubleClick: () => {
            onOpen?.(line.row);
          },
        };
  return (
    <tr
      data-row-index={line.index}
      aria-rowindex={lineIndex + 2}
      className={classNames(onSelect !== undefined && styles['choosable'], isSelected && styles['selected'])}
      {...choice}
    >
      {columns.map((column) => (
        <td
          key={column.id}
          title={column.title?.(line.row)}
          className={classNames(
            column.align === 'right' && styles['right'],
            column.isMono === true && styles['mono'],
          )}
        >
          {column.cell(line.row)}
        </td>
      ))}
    </tr>
  );
}

function GroupLine({
  label,
  count,
  span,
}: {
  readonly label: string;
  readonly count: number;
  readonly span: number;
}) {
  return (
    <tr className={styles['group']}>
      <th colSpan={span} scope="colgroup">
        {label} <span>{formatCount(count)}</span>
      </th>
    </tr>
  );
}

function Spacer({ height, span }: { readonly height: number; readonly span: number }) {
  if (height === 0) return null;
  return (
    <tr aria-hidden="true" className={styles['spacer']}>
      <td colSpan={span} style={{ height }} />
    </tr>
  );
}

/** A key that is meant for the rows: not one typed into a field, nor pressed on a link inside a row. */
/** The row that has the focus: it need not be selected, since Tab leads to the first row where none is. */
function focusedRow(event: KeyboardEvent): number {
  return event.target instanceof HTMLTableRowElement ? Number(event.target.dataset['rowIndex']) : -1;
}

function isRowKey(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  return event.target instanceof HTMLTableRowElement;
}
