import { GridRow } from './GridRow.tsx';
import type { GridAttribute, GridColumn, GridItem } from './grid-model.ts';
import { selectedRange } from './grid-selection.ts';
import type { GridSelection } from './grid-selection.ts';
import { useDrawnRows } from './use-grid-rows.ts';
import styles from './AttributeGrid.module.css';

interface GridBodyProps {
  /** The element that scrolls; `null` until it is on screen. */
  readonly scroller: HTMLElement | null;
  readonly items: readonly GridItem[];
  readonly columns: readonly GridColumn[];
  readonly attributes: readonly GridAttribute[];
  readonly selection: GridSelection;
}

/** The rows of the items; of many, only those in view are drawn. */
export function GridBody({ scroller, items, columns, attributes, selection }: GridBodyProps) {
  const { focus } = selection;
  const range = selectedRange(selection);
  const drawn = useDrawnRows(scroller, items.length, focus.row);
  return (
    <div role="rowgroup" className={styles['body']} style={{ height: drawn.height }}>
      {drawn.rows.map(({ index, top }) => {
        const item = items[index];
        if (item === undefined) return null;
        const isSelected = index >= range.top && index <= range.bottom;
        return (
          <GridRow
            key={item.id}
            item={item}
            row={index}
            columns={columns}
            attributes={attributes}
            focusColumn={index === focus.row ? focus.column : -1}
            selectedFrom={isSelected ? range.left : -1}
            selectedTo={isSelected ? range.right : -1}
            top={top}
          />
        );
      })}
    </div>
  );
}
