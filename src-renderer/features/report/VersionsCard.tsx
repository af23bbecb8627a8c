import { shownDate } from '../../ui/form/typed-date.ts';
import { Card } from '../../ui/page/Card.tsx';
import { StatusChip } from '../../ui/status/StatusChip.tsx';
import type { DataColumn } from '../../ui/table/data-column.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { HashWords } from '../../ui/text/HashWords.tsx';
import { countOf } from '../../ui/text/format-number.ts';
import { STATUS_WORDS } from './messages.ts';
import type { Version } from './messages.ts';

/** Every version of the report, newest first. */
export function VersionsCard({ versions }: { readonly versions: readonly Version[] }) {
  return (
    <Card title="Versions" aside={countOf(versions.length, 'version')} isFlush>
      <DataTable
        label="Versions of the report"
        columns={COLUMNS}
        rows={versions}
        rowKey={(version) => version.id}
        hasFrame={false}
      />
    </Card>
  );
}

const COLUMNS: readonly DataColumn<Version>[] = [
  { id: 'version', label: 'Version', width: 70, align: 'right', cell: (version) => String(version.version) },
  {
    id: 'state',
    label: 'State',
    width: 130,
    cell: (version) => <StatusChip {...STATUS_WORDS[version.status]} />,
  },
  {
    id: 'date',
    label: 'Dated',
    width: 110,
    cell: (version) => (version.reportDate === null ? '–' : shownDate(version.reportDate)),
  },
  {
    id: 'released',
    label: 'Issued',
    width: 110,
    cell: (version) => (version.releaseDate === null ? '–' : shownDate(version.releaseDate)),
  },
  {
    id: 'record',
    label: 'Record number',
    width: 180,
    cell: (version) =>
      version.recordNumber === null ? '–' : <HashWords hex={version.recordNumber} label="Record number" />,
  },
  {
    id: 'reason',
    label: 'Reason',
    cell: (version) => version.statusReason ?? version.supersedeReason,
    title: (version) => version.statusReason ?? version.supersedeReason,
  },
];
