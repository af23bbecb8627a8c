import { useState } from 'react';
import { AttributeGrid } from '../../src-renderer/ui/grid/AttributeGrid.tsx';
import type { CellMark, GridAttribute, GridItem } from '../../src-renderer/ui/grid/grid-model.ts';
import { PageHeader } from '../../src-renderer/ui/page/PageHeader.tsx';
import { DataTable } from '../../src-renderer/ui/table/DataTable.tsx';
import { SampleFrame } from './sample-frame.tsx';
import { COLUMNS } from './sample-workpaper.ts';
import { applied } from './WorkpaperView.tsx';
import styles from './gallery.module.css';

const ATTRIBUTES: readonly GridAttribute[] = Array.from({ length: 12 }, (_, index) => {
  const letter = String.fromCharCode(65 + index);
  return { id: letter.toLowerCase(), letter, label: `attribute ${letter}`, tickmark: '' };
});

const MARKS: readonly CellMark[] = [
  'pass',
  'pass',
  'pass',
  'pass',
  'not-applicable',
  'pass',
  'empty',
  'pass',
  'missing',
  'deviation',
];

const ITEMS: readonly GridItem[] = Array.from({ length: 500 }, (_, row) => ({
  id: `E-${String(20000 + row)}`,
  number: row + 1,
  key: `E-${String(20000 + row)}`,
  values: [{ text: '4 Jul 2025' }, { text: '4 Jul 20:12' }, { text: '3.2' }],
  cells: ATTRIBUTES.map((_attribute, column) => ({ mark: MARKS[(row * 7 + column * 3) % 41] ?? 'pass' })),
  evidenceCount: row % 5,
}));

const ROWS = Array.from({ length: 5000 }, (_, row) => ({
  id: row,
  key: `K-${String(row)}`,
  amount: (row * 7919) % 1000,
}));

/** 500 items by 12 attributes, and 5,000 rows. */
export function BigView() {
  const [items, setItems] = useState(ITEMS);
  const [filter, setFilter] = useState<CellMark>();
  const [selected, setSelected] = useState('0');
  return (
    <SampleFrame current="tests" breadcrumb={[{ label: '500 x 12' }]}>
      <div className={styles['fill']}>
        <PageHeader title="500 items by 12 attributes, and 5,000 rows" />
        <div className={styles['half']}>
          <AttributeGrid
            label="500 items by 12 attributes"
            keyLabel="Employee"
            items={items}
            columns={COLUMNS}
            attributes={ATTRIBUTES}
            filter={filter}
            onFilter={setFilter}
            onChange={(changes) => {
              setItems(applied(items, changes));
            }}
          />
        </div>
        <div className={styles['half']}>
          <DataTable
            label="5,000 rows"
            columns={[
              { id: 'key', label: 'Key', isMono: true, cell: (row) => row.key, sortValue: (row) => row.key },
              {
                id: 'amount',
                label: 'Amount',
                align: 'right',
                cell: (row) => row.amount,
                sortValue: (row) => row.amount,
                total: '2,497,500',
              },
            ]}
            rows={ROWS}
            rowKey={(row) => String(row.id)}
            selectedKey={selected}
            onSelect={(row) => {
              setSelected(String(row.id));
            }}
            height="fill"
          />
        </div>
      </div>
    </SampleFrame>
  );
}
