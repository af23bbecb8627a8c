import { IconDownload, IconFilter, IconMessage } from '@tabler/icons-react';
import { useState } from 'react';
import { ActionButton } from '../../src-renderer/ui/button/ActionButton.tsx';
import { TextLink } from '../../src-renderer/ui/button/TextLink.tsx';
import { DrawerSection } from '../../src-renderer/ui/frame/Drawer.tsx';
import { TextAreaField } from '../../src-renderer/ui/form/FormField.tsx';
import { GateCode } from '../../src-renderer/ui/gate/GateCode.tsx';
import { UiIcon } from '../../src-renderer/ui/icon/UiIcon.tsx';
import { PageBody, PageHeader } from '../../src-renderer/ui/page/PageHeader.tsx';
import { TabBar } from '../../src-renderer/ui/page/TabBar.tsx';
import { SignOffList, StampRow } from '../../src-renderer/ui/stamp/SignOffBlock.tsx';
import type { StampFacts } from '../../src-renderer/ui/stamp/stamp-words.ts';
import { StatusChip } from '../../src-renderer/ui/status/StatusChip.tsx';
import { DataTable } from '../../src-renderer/ui/table/DataTable.tsx';
import type { DataColumn } from '../../src-renderer/ui/table/data-column.ts';
import { TwoLines } from '../../src-renderer/ui/table/TwoLines.tsx';
import { Diff } from '../../src-renderer/ui/text/Diff.tsx';
import { wordDiff } from '../../src-renderer/ui/text/word-diff.ts';
import { SampleFrame } from './sample-frame.tsx';
import { stamp } from './sample-workpaper.ts';
import styles from './gallery.module.css';

interface Paper {
  readonly reference: string;
  readonly name: string;
  readonly fact: string;
  readonly group: 'changed' | 'ready' | 'notes';
  readonly notes: number;
  readonly days: number;
}

const PAPERS: readonly Paper[] = [
  {
    reference: 'CC6-01',
    name: 'LA-01 Access provisioning',
    fact: 'Test text edited by AK on 13 Jul',
    group: 'changed',
    notes: 1,
    days: 1,
  },
  {
    reference: 'CC7-02',
    name: 'LOG-01 Logging and alerting',
    fact: 'Evidence CC7-02.4 replaced on 10 Jul',
    group: 'changed',
    notes: 2,
    days: 4,
  },
  {
    reference: 'CC1-02',
    name: 'GOV-02 Board oversight of security',
    fact: '4 of 4 meetings, no deviation',
    group: 'ready',
    notes: 0,
    days: 2,
  },
  {
    reference: 'CC1-03',
    name: 'GOV-03 Structure and roles',
    fact: '8 items, no deviation',
    group: 'ready',
    notes: 0,
    days: 2,
  },
  {
    reference: 'C1-01',
    name: 'CNF-01 Data classification',
    fact: '1 instance, no deviation',
    group: 'ready',
    notes: 0,
    days: 3,
  },
  {
    reference: 'CC3-01',
    name: 'RSK-01 Risk assessment',
    fact: '1 instance, no deviation',
    group: 'ready',
    notes: 0,
    days: 5,
  },
  {
    reference: 'CC1-04',
    name: 'HR-02 Security awareness training',
    fact: '25 items, 1 deviation closed',
    group: 'ready',
    notes: 1,
    days: 9,
  },
  {
    reference: 'CC8-01',
    name: 'CHG-01 Change management',
    fact: 'AK answered: second approver found',
    group: 'notes',
    notes: 2,
    days: 0,
  },
];

const GROUPS = [
  { id: 'changed', label: 'Changed since I signed' },
  { id: 'ready', label: 'Ready for my sign-off' },
  { id: 'notes', label: 'Notes to clear' },
];

function stale(initials: string, level: string, date: string): StampFacts {
  return { ...stamp(initials, level, date), state: 'stale', changes: 2 } as StampFacts; // a current stamp has every fact of a stale one
}

function stampsOf(paper: Paper): readonly StampFacts[] {
  const none = (level: string): StampFacts => ({ state: 'none', level });
  if (paper.group === 'notes') return ['Preparer', 'Reviewer', 'Manager', 'Partner'].map(none);
  if (paper.group === 'ready') {
    return [
      stamp('AK', 'Preparer', '8 Jul'),
      stamp('JS', 'Reviewer', '9 Jul'),
      none('Manager'),
      none('Partner'),
    ];
  }
  return [
    stamp('AK', 'Preparer', '13 Jul'),
    stale('JS', 'Reviewer', '7 Jul'),
    stale('MR', 'Manager', '8 Jul'),
    none('Partner'),
  ];
}

const COLUMNS: readonly DataColumn<Paper>[] = [
  {
    id: 'ref',
    label: 'Ref',
    width: 78,
    isMono: true,
    cell: (paper) => paper.reference,
    sortValue: (paper) => paper.reference,
  },
  {
    id: 'paper',
    label: 'Workpaper',
    cell: (paper) => <TwoLines first={paper.name} second={paper.fact} isName />,
  },
  {
    id: 'state',
    label: 'State',
    width: 144,
    cell: (paper) =>
      paper.group === 'changed' ? (
        <StatusChip kind="stale" label="Changed since" />
      ) : paper.group === 'ready' ? (
        <StatusChip kind="ready" label="Ready for review" />
      ) : (
        <StatusChip kind="under-way" label="Answered" icon={IconMessage} />
      ),
  },
  { id: 'stamps', label: 'P, R, M, Pa', width: 128, cell: (paper) => <StampRow stamps={stampsOf(paper)} /> },
  {
    id: 'notes',
    label: 'Notes',
    width: 62,
    align: 'right',
    sortValue: (paper) => paper.notes,
    cell: (paper) =>
      paper.notes === 0 ? null : (
        <>
          {paper.notes} <UiIcon icon={IconMessage} size={14} />
        </>
      ),
  },
  {
    id: 'waiting',
    label: 'Waiting',
    width: 92,
    align: 'right',
    sortValue: (paper) => paper.days,
    cell: (paper) => `${String(paper.days)} days`,
  },
];

/** Papers that wait, as the review board mockup draws them. */
export function ReviewView() {
  const [selected, setSelected] = useState('CC6-01');
  return (
    <SampleFrame
      current="review"
      breadcrumb={[{ label: 'Review board' }]}
      person={{ initials: 'MR', name: 'MR', role: 'Manager' }}
      drawer={{
        title: 'LA-01 Access provisioning',
        subtitle: `${selected}, changed since you signed on 8 Jul`,
        onClose: () => undefined,
        onPrevious: () => undefined,
        onNext: () => undefined,
        children: <ReviewDrawer />,
        footer: <ReviewFoot />,
      }}
    >
      <PageBody>
        <PageHeader
          title="Review board"
          subtitle="9 papers wait for MR, 2 changed after a sign-off"
          aside={
            <>
              <ActionButton label="Filter" icon={IconFilter} onPress={() => undefined} />
              <ActionButton label="Excel" icon={IconDownload} onPress={() => undefined} />
            </>
          }
        />
        <TabBar
          label="Papers"
          tabs={[
            { id: 'mine', label: 'Waiting for me', count: '9' },
            { id: 'changed', label: 'Changed since I signed', count: '2' },
            { id: 'notes', label: 'Open notes', count: '11' },
          ]}
          current="mine"
          onChange={() => undefined}
        />
        <div role="tabpanel" id="panel-mine" aria-labelledby="tab-mine">
          <DataTable
            label="Workpapers waiting for me"
            columns={COLUMNS}
            rows={PAPERS}
            rowKey={(paper) => paper.reference}
            groups={GROUPS}
            groupOf={(paper) => paper.group}
            selectedKey={selected}
            onSelect={(paper) => {
              setSelected(paper.reference);
            }}
            lines="two"
          />
        </div>
      </PageBody>
    </SampleFrame>
  );
}

function ReviewDrawer() {
  return (
    <>
      <DrawerSection title="Sign-offs">
        <SignOffList
          stamps={[
            stamp('AK', 'Preparer', '13 Jul'),
            stale('JS', 'Reviewer', '7 Jul'),
            { ...stamp('MR', 'Manager', '8 Jul'), state: 'invalid', entry: '2,204' } as StampFacts, // as above
            { state: 'none', level: 'Partner' },
          ]}
          onShowChanges={() => undefined}
        />
      </DrawerSection>
      <DrawerSection
        title="What changed"
        aside={<span className={styles['hint']}>entries 2,204 to 2,209</span>}
      >
        <Diff
          parts={wordDiff(
            'Inspected the ticket and approval for 20 of 312 accounts created in the period to determine whether access was approved before it was granted.',
            'Inspected the ticket and approval for 25 of 312 accounts created in the period to determine whether access was approved by the system owner before it was granted.',
          )}
        />
      </DrawerSection>
      <DrawerSection title="Note">
        <TextAreaField label="Write to AK" value="" onChange={() => undefined} />
      </DrawerSection>
    </>
  );
}

function ReviewFoot() {
  return (
    <div className={styles['stack']}>
      <div className={styles['wrap']}>
        <GateCode code="R2" kind="block" /> The reviewer sign-off is missing or is for an older version.
        <TextLink label="Ask JS to sign again" onPress={() => undefined} />
      </div>
      <div className={styles['wrap']}>
        <ActionButton label="Sign as manager" isBlocked onPress={() => undefined} />
        <ActionButton label="Return" onPress={() => undefined} />
      </div>
    </div>
  );
}
