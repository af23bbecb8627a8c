import { IconPaperclip } from '@tabler/icons-react';
import { memo } from 'react';
import { classNames } from '../class-names.ts';
import { UiIcon } from '../icon/UiIcon.tsx';
import { formatCount } from '../text/format-number.ts';
import { CellGlyph } from './CellGlyph.tsx';
import { cellWords } from './grid-model.ts';
import type { GridAttribute, GridColumn, GridItem } from './grid-model.ts';
import styles from './AttributeGrid.module.css';

interface GridRowProps {
  readonly item: GridItem;
  /** The row among those shown, from 0. */
  readonly row: number;
  readonly columns: readonly GridColumn[];
  readonly attributes: readonly GridAttribute[];
  /** The focused column when the focus is in this row, else -1. */
  readonly focusColumn: number;
  /** The selected columns of this row, or -1 and -1. */
  readonly selectedFrom: number;
  readonly selectedTo: number;
  /** Where a virtual row stands, in pixels from the top of the body. */
  readonly top: number | undefined;
}

/** One item. Memoised: a key press draws again only the rows that gain or lose the focus or the selection. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { item, row, columns, attributes, focusColumn, selectedFrom, selectedTo, top } = props;
  const isFocused = focusColumn >= 0;
  return (
    <div
      role="row"
      aria-rowindex={row + 2}
      className={classNames(
        styles['row'],
        isFocused && styles['focusRow'],
        top !== undefined && styles['virtual'],
      )}
      style={top === undefined ? undefined : { top }}
    >
      <div role="rowheader" aria-colindex={1} className={classNames(styles['number'], styles['frozen'])}>
        {item.number}
      </div>
      <div
        role="rowheader"
        aria-colindex={2}
        className={classNames(styles['key'], styles['frozenKey'])}
        title={item.key}
      >
        {item.key}
      </div>
      {columns.map((column, index) => (
        <ValueCell key={column.id} column={column} item={item} index={index} />
      ))}
      {attributes.map((attribute, index) => (
        <ResultCell
          key={attribute.id}
          item={item}
          attribute={attribute}
          row={row}
          column={index}
          columnIndex={columns.length + index + 3}
          isFocused={focusColumn === index}
          isSelected={index >= selectedFrom && index <= selectedTo}
        />
      ))}
      <div
        role="gridcell"
        aria-colindex={columns.length + attributes.length + 3}
        className={styles['evidence']}
      >
        {formatCount(item.evidenceCount)}
        <UiIcon icon={IconPaperclip} size={14} />
      </div>
    </div>
  );
});

function ValueCell({
  column,
  item,
  index,
}: {
  readonly column: GridColumn;
  readonly item: GridItem;
  readonly index: number;
}) {
  const value = item.values[index];
  return (
    <div
      role="gridcell"
      aria-colindex={index + 3}
      className={classNames(
        styles['value'],
        column.align === 'right' && styles['right'],
        value?.tone === 'attention' && styles['attention'],
      )}
      title={value?.text}
    >
      {value?.text}
    </div>
  );
}

interface ResultCellProps {
  readonly item: GridItem;
  readonly attribute: GridAttribute;
  readonly row: number;
  readonly column: number;
  readonly columnIndex: number;
  readonly isFocused: boolean;
  readonly isSelected: boolean;
}

function ResultCell({ item, attribute, row, column, columnIndex, isFocused, isSelected }: ResultCellProps) {
  const cell = item.cells[column] ?? { mark: 'empty' };
  return (
    <div
      role="gridcell"
      aria-colindex={columnIndex}
      aria-selected={isSelected}
      aria-label={cellWords(item, attribute, cell)}
      tabIndex={isFocused ? 0 : -1}
      data-row={row}
      data-column={column}
      className={classNames(
        styles['result'],
        isSelected && styles['selected'],
        isFocused && styles['focused'],
        cell.mark === 'deviation' && styles['deviationCell'],
      )}
    >
      <CellGlyph mark={cell.mark} tickmark={attribute.tickmark} isAutomated={cell.isAutomated === true} />
    </div>
  );
}
