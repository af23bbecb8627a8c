import type { ReactNode } from 'react';
import type { SortValue } from './sort-rows.ts';

/** A column of a table. */
export interface DataColumn<Row> {
  readonly id: string;
  /** The heading; a unit belongs here, not in the cells. */
  readonly label: string;
  readonly cell: (row: Row) => ReactNode;
  /** Makes the column sortable. */
  readonly sortValue?: (row: Row) => SortValue;
  readonly align?: 'left' | 'right';
  /** Pixels; columns without a width share what is left and are cut with an ellipsis. */
  readonly width?: number;
  /** The whole text, for the tooltip of a cell that is cut. */
  readonly title?: (row: Row) => string;
  readonly isMono?: boolean;
  /** What stands in the row of totals. */
  readonly total?: ReactNode;
}
