import { useId, useState } from 'react';
import type { Ref } from 'react';
import { GridBody } from './GridBody.tsx';
import { GridHead, GridTotals } from './GridHead.tsx';
import { GridLegend } from './GridLegend.tsx';
import type { AttributeGridHandle, CellMark, GridAttribute, GridColumn, GridItem } from './grid-model.ts';
import type { GridEntryHandlers } from './use-grid-entry.ts';
import { useFilteredItems } from './use-grid-rows.ts';
import { useGridSelection } from './use-grid-selection.ts';
import styles from './AttributeGrid.module.css';

interface AttributeGridProps extends Partial<Omit<GridEntryHandlers, 'onChange'>> {
  /** What the grid is about: "LA-02, operating test". */
  readonly label: string;
  /** The heading of the key column: "Employee". */
  readonly keyLabel: string;
  readonly items: readonly GridItem[];
  readonly columns: readonly GridColumn[];
  readonly attributes: readonly GridAttribute[];
  readonly filter: CellMark | undefined;
  readonly onFilter: (mark: CellMark | undefined) => void;
  readonly onChange: GridEntryHandlers['onChange'];
  readonly onFocusCell?: (itemId: string, attributeId: string) => void;
  readonly ref?: Ref<AttributeGridHandle>;
}

/**
 * Items by attributes, entered like a spreadsheet: arrows, Tab and Enter move, Shift extends, P D N and Delete
 * enter, Ctrl D fills down, copy and paste exchange with a spreadsheet. Results live with the caller.
 */
export function AttributeGrid(props: AttributeGridProps) {
  const { label, items, columns, attributes, filter, onFilter } = props;
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const shown = useFilteredItems(items, filter);
  const grid = useGridSelection(scroller, shown, attributes, {
    onChange: props.onChange,
    onUndo: props.onUndo,
    onUnread: props.onUnread,
    onRequest: props.onRequest,
    isReadOnly: props.isReadOnly === true,
    hasLetterKeys: props.hasLetterKeys !== false,
    onFocusCell: props.onFocusCell,
    handle: props.ref,
  });
  const { focus } = grid.selection;
  const hintId = useId();
  return (
    <div className={styles['wrap']}>
      <div
        ref={setScroller}
        role="grid"
        aria-label={label}
        aria-describedby={hintId}
        aria-rowcount={shown.length + 2}
        aria-colcount={columns.length + attributes.length + 3}
        aria-multiselectable
        aria-readonly={props.isReadOnly === true}
        data-keys="grid"
        className={styles['grid']}
        style={{ '--grid-columns': gridTracks(columns, attributes) }}
        {...grid.handlers}
      >
        <div role="presentation" className={styles['content']}>
          <GridHead
            keyLabel={props.keyLabel}
            columns={columns}
            attributes={attributes}
            focusColumn={focus.column}
          />
          <GridBody
            scroller={scroller}
            items={shown}
            columns={columns}
            attributes={attributes}
            selection={grid.selection}
          />
          <GridTotals items={items} columns={columns} attributes={attributes} rowIndex={shown.length + 2} />
        </div>
      </div>
      <GridLegend items={items} filter={filter} onFilter={onFilter} hint="P pass, D deviation, N n/a" />
      <span id={hintId} className={styles['spoken']}>
        P enters no deviation, D deviation, N not applicable, Delete empties, Control D fills down.
      </span>
      <span className={styles['spoken']} aria-live="polite">
        {grid.announcement}
      </span>
    </div>
  );
}

/** Item and key are fixed, columns of the population share what is left, attributes have 54 px each. */
function gridTracks(columns: readonly GridColumn[], attributes: readonly GridAttribute[]): string {
  const shares = columns.map((column) => `minmax(64px, ${String(column.share ?? 1)}fr)`).join(' ');
  return `44px minmax(92px, 1fr) ${shares} repeat(${String(attributes.length)}, 54px) 86px`;
}
