import { Histogram, WeekdayBars } from '../../src-renderer/ui/chart/Histogram.tsx';
import { FactList, ReadOnlyField } from '../../src-renderer/ui/form/ReadOnlyField.tsx';
import { FieldRow } from '../../src-renderer/ui/form/FormField.tsx';
import { SegmentedChoice } from '../../src-renderer/ui/form/SegmentedChoice.tsx';
import { Card, PaperSheet } from '../../src-renderer/ui/page/Card.tsx';
import { KeyFigures } from '../../src-renderer/ui/page/KeyFigures.tsx';
import { PageBody, PageColumns, PageHeader } from '../../src-renderer/ui/page/PageHeader.tsx';
import { StatusChip, StatusWord } from '../../src-renderer/ui/status/StatusChip.tsx';
import { DataTable } from '../../src-renderer/ui/table/DataTable.tsx';
import { HashWords } from '../../src-renderer/ui/text/HashWords.tsx';
import { HEAD, SampleFrame } from './sample-frame.tsx';
import styles from './gallery.module.css';

const MONTHS = ['Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun'];
const BY_MONTH = [14, 17, 16, 13, 12, 19, 18, 13, 16, 15, 14, 17];
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const BY_DAY = [22, 36, 22, 29, 62, 7, 6];

const FIGURES = [
  { value: '186', label: 'rows in the file' },
  { before: 'less', value: '2', label: 'outside the period' },
  { value: '184', label: 'in the population', isMain: true },
  { value: '0', label: 'blank or repeated keys' },
  { value: '12 of 12', label: 'months with rows' },
];

const BASES = ['Statistical', 'Frequency', 'All items', 'One instance', 'Targeted'].map((label) => ({
  value: label,
  label,
}));

/** Population health and the sampling plan. */
export function PopulationView() {
  return (
    <SampleFrame
      current="populations"
      breadcrumb={[{ label: 'Populations', href: '#/populations' }, { label: 'LA-02' }]}
    >
      <PageBody>
        <PageHeader title="Access termination" subtitle="Terminations FY26.xlsx" />
        <PageColumns aside={<Side />}>
          <KeyFigures look="boxed" figures={FIGURES} />
          <div className={styles['two']}>
            <Card title="Last days by month" aside="fewest 12, most 19">
              <Histogram
                label="Last days by month, fewest 12 in November, most 19 in December."
                heading="Month"
                bars={MONTHS.map((label, index) => ({ label, count: BY_MONTH[index] ?? 0 }))}
                groupSize={3}
              />
            </Card>
            <Card title="By weekday" aside="184">
              <WeekdayBars
                label="Last days by weekday, most on Friday."
                heading="Weekday"
                bars={DAYS.map((label, index) => ({ label, count: BY_DAY[index] ?? 0 }))}
              />
            </Card>
          </div>
          <Card title="Plan" aside="fixed since the draw">
            <div className={styles['stack']}>
              <SegmentedChoice
                label="Basis"
                choices={BASES}
                value="Statistical"
                onChange={() => undefined}
                isReadOnly
              />
              <FieldRow columns={4}>
                <ReadOnlyField label="Population" value="184" unit="items" />
                <ReadOnlyField label="Risk" value="10" unit="%" />
                <ReadOnlyField label="Tolerable rate" value="10" unit="%" />
                <ReadOnlyField label="Expected rate" value="0" unit="%" />
              </FieldRow>
            </div>
          </Card>
        </PageColumns>
      </PageBody>
    </SampleFrame>
  );
}

function Side() {
  return (
    <>
      <PaperSheet>
        <h2>Draw certificate</h2>
        <FactList
          facts={[
            { label: 'Population', value: <HashWords hex={HEAD} label="Digest of the population" /> },
            { label: 'Seed', value: '32658283' },
            { label: 'Approved', value: '9 Jul 2026, 16:50, by JS' },
          ]}
        />
        <StatusWord kind="done" label="Redrawn, same 20 items" />
      </PaperSheet>
      <DataTable
        label="Control totals"
        columns={[
          { id: 'kind', label: 'Control totals', cell: (row) => row.kind, total: 'In the period' },
          {
            id: 'stated',
            label: 'Stated',
            width: 80,
            align: 'right',
            cell: (row) => row.stated,
            total: '184',
          },
          { id: 'file', label: 'File', width: 80, align: 'right', cell: (row) => row.stated, total: '184' },
        ]}
        rows={[
          { kind: 'Staff', stated: 151 },
          { kind: 'Contractors', stated: 33 },
        ]}
        rowKey={(row) => row.kind}
      />
      <StatusChip kind="done" label="Approved" />
    </>
  );
}
