import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { classNames } from '../class-names.ts';
import { UiIcon } from '../icon/UiIcon.tsx';
import type { DataColumn } from './data-column.ts';
import type { TableSort } from './sort-rows.ts';
import styles from './DataTable.module.css';

interface TableHeadProps<Row> {
  readonly columns: readonly DataColumn<Row>[];
  readonly sort: TableSort | undefined;
  readonly onSort: (columnId: string) => void;
}

/** The headings; a sortable one is a button with the direction. */
export function TableHead<Row>({ columns, sort, onSort }: TableHeadProps<Row>) {
  return (
    <thead>
      <tr>
        {columns.map((column) => {
          const direction = sort?.columnId === column.id ? sort.direction : undefined;
          return (
            <th
              key={column.id}
              scope="col"
              aria-sort={direction}
              className={column.align === 'right' ? styles['right'] : undefined}
            >
              {column.sortValue === undefined ? (
                column.label
              ) : (
                <SortButton
                  label={column.label}
                  direction={direction}
                  isRight={column.align === 'right'}
                  onPress={() => {
                    onSort(column.id);
                  }}
                />
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

interface SortButtonProps {
  readonly label: string;
  readonly direction: TableSort['direction'] | undefined;
  readonly isRight: boolean;
  readonly onPress: () => void;
}

function SortButton({ label, direction, isRight, onPress }: SortButtonProps) {
  return (
    <button
      type="button"
      className={classNames(styles['sort'], isRight && styles['sortRight'])}
      onClick={onPress}
    >
      <span className={styles['sortLabel']}>{label}</span>
      {direction === undefined ? null : (
        <UiIcon
          icon={direction === 'ascending' ? IconArrowUp : IconArrowDown}
          size={12}
          className={styles['sortIcon']}
        />
      )}
    </button>
  );
}

/** The totals under the accountant's rule; nothing when no column has one. */
export function TableTotals<Row>({ columns }: { readonly columns: readonly DataColumn<Row>[] }) {
  if (columns.every((column) => column.total === undefined)) return null;
  return (
    <tfoot>
      <tr>
        {columns.map((column) => (
          <td key={column.id} className={column.align === 'right' ? styles['right'] : undefined}>
            {column.total}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}
