import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { TextLink } from '../../ui/button/TextLink.tsx';
import { shownDate } from '../../ui/form/typed-date.ts';
import { Card } from '../../ui/page/Card.tsx';
import { StatusChip } from '../../ui/status/StatusChip.tsx';
import type { DataColumn } from '../../ui/table/data-column.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { HashWords } from '../../ui/text/HashWords.tsx';
import { countOf } from '../../ui/text/format-number.ts';
import { STATUS_WORDS } from './messages.ts';
import type { Version } from './messages.ts';
import { isSigned } from './report-parts.ts';
import styles from './ReportPage.module.css';
import type { ReportExport } from './use-report-export.ts';
import type { ReportSteps } from './use-report-steps.ts';

interface VersionsCardProps {
  readonly versions: readonly Version[];
  readonly steps: ReportSteps;
  readonly exporting: ReportExport;
}

/** Every version of the report, newest first, each with its signed bytes, and what may follow an issue. */
export function VersionsCard({ versions, steps, exporting }: VersionsCardProps) {
  return (
    <Card title="Versions" aside={countOf(versions.length, 'version')} isFlush>
      <DataTable
        label="Versions of the report"
        columns={[...COLUMNS, fileColumn(exporting)]}
        rows={versions}
        rowKey={(version) => version.id}
        hasFrame={false}
      />
      {versions[0]?.status === 'issued' ? <AfterIssue steps={steps} /> : null}
    </Card>
  );
}

function AfterIssue({ steps }: { readonly steps: ReportSteps }) {
  return (
    <div className={styles['after']}>
      <span>The issued report is not edited; a correction is a superseding version.</span>
      <span className={styles['buttons']}>
        <ActionButton
          label="Withdraw report"
          onPress={() => {
            steps.ask('withdraw');
          }}
        />
        <ActionButton
          label="Start superseding version"
          onPress={() => {
            steps.ask('supersede');
          }}
        />
      </span>
    </div>
  );
}

const fileColumn = (exporting: ReportExport): DataColumn<Version> => ({
  id: 'file',
  label: 'Signed file',
  width: 110,
  cell: (version) =>
    isSigned(version) ? (
      <TextLink
        label="Save PDF"
        spokenLabel={`Save PDF of version ${version.version}, as it was signed`}
        onPress={() => {
          exporting.saveReport('signed', version);
        }}
      />
    ) : (
      '–'
    ),
});

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
