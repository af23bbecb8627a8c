import { IconChartDots, IconTable } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { UiIcon } from '../icon/UiIcon.tsx';
import styles from './ChartFigure.module.css';

/** The figures of a chart as a table: headings, and rows of texts. */
export interface ChartTable {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

interface ChartFigureProps {
  /** What the chart shows, in one sentence. */
  readonly label: string;
  readonly table: ChartTable;
  /** Stands under the chart, at the left of "Show as table". */
  readonly legend?: ReactNode;
  readonly children: ReactNode;
}

/** A chart with its sentence, its legend and its figures as a table. */
export function ChartFigure({ label, table, legend, children }: ChartFigureProps) {
  const [isTable, setTable] = useState(false);
  return (
    <div role="group" aria-label={label} className={styles['figure']}>
      {isTable ? <FigureTable label={label} table={table} /> : children}
      <div className={styles['foot']}>
        {isTable ? null : legend}
        <button
          type="button"
          className={styles['switch']}
          aria-pressed={isTable}
          onClick={() => {
            setTable(!isTable);
          }}
        >
          <UiIcon icon={isTable ? IconChartDots : IconTable} size={14} />
          {isTable ? 'Show as chart' : 'Show as table'}
        </button>
      </div>
    </div>
  );
}

function FigureTable({ label, table }: { readonly label: string; readonly table: ChartTable }) {
  return (
    <div className={styles['scroller']} tabIndex={0} role="region" aria-label={`${label} Table`}>
      <table className={styles['table']}>
        <thead>
          <tr>
            {table.headings.map((heading, index) => (
              <th
                key={heading}
                scope="col"
                className={isFigure(table.rows[0]?.[index]) ? styles['right'] : undefined}
              >
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.join('|')}>
              {row.map((text, index) => (
                <td
                  key={table.headings[index] ?? index}
                  className={isFigure(text) ? styles['right'] : undefined}
                >
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A count, a count of a count, or the dash that stands for none. */
function isFigure(text: string | undefined): boolean {
  return text !== undefined && /^(–|[\d,.]+( (of [\d,]+|changes?))?)$/.test(text);
}
