import { Card } from '../../ui/page/Card.tsx';
import type { DataColumn } from '../../ui/table/data-column.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import type { Entry } from './library-words.ts';

type Version = Entry['versions'][number];

/** Every version with who, when and why, the newest first. */
export function EntryVersions({ versions }: { readonly versions: readonly Version[] }) {
  const columns: readonly DataColumn<Version>[] = [
    { id: 'version', label: 'Version', width: 80, align: 'right', cell: ({ version }) => String(version) },
    { id: 'at', label: 'When', width: 170, cell: ({ at }) => at.slice(0, 16).replace('T', ' ') + ' UTC' },
    { id: 'by', label: 'Who', width: 200, cell: ({ by }) => by },
    { id: 'why', label: 'Why', cell: ({ why, isRetired }) => (isRetired ? `Retired: ${why}` : why) },
    { id: 'text', label: 'Wording', cell: ({ text }) => text.text, title: ({ text }) => text.text },
  ];
  return (
    <Card title="Versions" isFlush>
      <DataTable
        label="Versions"
        columns={columns}
        rows={versions}
        rowKey={({ version }) => String(version)}
        hasFrame={false}
      />
    </Card>
  );
}
