import { memo } from 'react';
import { classNames } from '../class-names.ts';
import { formatCount } from '../text/format-number.ts';
import { columnTotal } from './grid-counts.ts';
import type { GridAttribute, GridColumn, GridItem } from './grid-model.ts';
import styles from './AttributeGrid.module.css';

interface GridHeadProps {
  readonly keyLabel: string;
  readonly columns: readonly GridColumn[];
  readonly attributes: readonly GridAttribute[];
  readonly focusColumn: number;
}

/** The heading of the grid; the letter of the focused attribute is in the accent. */
export function GridHead({ keyLabel, columns, attributes, focusColumn }: GridHeadProps) {
  return (
    <div role="rowgroup" className={styles['head']}>
      <div role="row" aria-rowindex={1} className={classNames(styles['row'], styles['headRow'])}>
        <div role="columnheader" aria-colindex={1} className={classNames(styles['number'], styles['frozen'])}>
          Item
        </div>
        <div
          role="columnheader"
          aria-colindex={2}
          className={classNames(styles['headText'], styles['frozenKey'])}
        >
          {keyLabel}
        </div>
        {columns.map((column, index) => (
          <div
            key={column.id}
            role="columnheader"
            aria-colindex={index + 3}
            className={classNames(styles['headText'], column.align === 'right' && styles['right'])}
          >
            {column.label}
          </div>
        ))}
        {attributes.map((attribute, index) => (
          <div
            key={attribute.id}
            role="columnheader"
            aria-colindex={columns.length + index + 3}
            aria-label={`Attribute ${attribute.letter}, ${attribute.label}`}
            title={attribute.label}
            className={classNames(styles['letter'], index === focusColumn && styles['letterFocused'])}
          >
            {attribute.letter}
          </div>
        ))}
        <div
          role="columnheader"
          aria-colindex={columns.length + attributes.length + 3}
          className={classNames(styles['headText'], styles['right'])}
        >
          Evidence
        </div>
      </div>
    </div>
  );
}

interface GridTotalsProps {
  /** All items, whatever the filter shows. */
  readonly items: readonly GridItem[];
  readonly columns: readonly GridColumn[];
  readonly attributes: readonly GridAttribute[];
  readonly rowIndex: number;
}

/** The totals under the accountant's rule: no deviation, of items tested. */
export const GridTotals = memo(function GridTotals({
  items,
  columns,
  attributes,
  rowIndex,
}: GridTotalsProps) {
  const evidence = items.reduce((sum, item) => sum + item.evidenceCount, 0);
  const span = columns.length + 1;
  return (
    <div role="rowgroup" className={styles['foot']}>
      <div role="row" aria-rowindex={rowIndex} className={classNames(styles['row'], styles['totals'])}>
        <div
          role="rowheader"
          aria-colindex={2}
          aria-colspan={span}
          className={styles['totalLabel']}
          style={{ gridColumn: `2 / span ${String(span)}` }}
        >
          No deviation, of items tested
        </div>
        {attributes.map((attribute, index) => {
          const total = columnTotal(items, index);
          return (
            <div
              key={attribute.id}
              role="gridcell"
              aria-colindex={columns.length + index + 3}
              className={styles['total']}
            >
              <span aria-hidden="true">
                {total.withoutDeviation}/{total.tested}
              </span>
              <span className={styles['spoken']}>
                Attribute {attribute.letter}: {total.withoutDeviation} of {total.tested}
              </span>
            </div>
          );
        })}
        <div
          role="gridcell"
          aria-colindex={columns.length + attributes.length + 3}
          className={classNames(styles['total'], styles['right'])}
        >
          {formatCount(evidence)}
        </div>
      </div>
    </div>
  );
});
