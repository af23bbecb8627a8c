import { IconLock, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { ActionButton } from '../../src-renderer/ui/button/ActionButton.tsx';
import { TextLink } from '../../src-renderer/ui/button/TextLink.tsx';
import { RateWithLimit } from '../../src-renderer/ui/chart/RateWithLimit.tsx';
import { FileDrop } from '../../src-renderer/ui/form/FileDrop.tsx';
import { FieldRow, TextField } from '../../src-renderer/ui/form/FormField.tsx';
import { SegmentedChoice } from '../../src-renderer/ui/form/SegmentedChoice.tsx';
import { GateBanner } from '../../src-renderer/ui/gate/GateBanner.tsx';
import { Card } from '../../src-renderer/ui/page/Card.tsx';
import { PageBody, PageHeader } from '../../src-renderer/ui/page/PageHeader.tsx';
import { Stamp } from '../../src-renderer/ui/stamp/Stamp.tsx';
import type { StampFacts } from '../../src-renderer/ui/stamp/stamp-words.ts';
import { EmptyState } from '../../src-renderer/ui/status/EmptyState.tsx';
import { FailedState } from '../../src-renderer/ui/status/FailedState.tsx';
import { LoadingLines } from '../../src-renderer/ui/status/LoadingLines.tsx';
import { ProgressBar } from '../../src-renderer/ui/status/ProgressBar.tsx';
import { StatusChip } from '../../src-renderer/ui/status/StatusChip.tsx';
import { DataTable } from '../../src-renderer/ui/table/DataTable.tsx';
import { Folio } from '../../src-renderer/ui/text/Folio.tsx';
import { HashWords } from '../../src-renderer/ui/text/HashWords.tsx';
import { Keycap } from '../../src-renderer/ui/text/Keycap.tsx';
import { HEAD, SampleFrame } from './sample-frame.tsx';
import { stamp } from './sample-workpaper.ts';
import styles from './gallery.module.css';

const go = (): void => undefined;

const SIGNED = stamp('AK', 'Preparer', '18 Jun');
const STAMPS: readonly StampFacts[] = [
  SIGNED,
  { ...SIGNED, state: 'stale', changes: 2 } as StampFacts, // a current stamp has every fact of a stale one
  { ...SIGNED, state: 'invalid', entry: '2,204' } as StampFacts, // as above
  { state: 'none', level: 'Manager' },
];

/** Every small part in every state. */
export function StatesView() {
  return (
    <SampleFrame current="scope" breadcrumb={[{ label: 'States' }]}>
      <PageBody>
        <PageHeader
          title="States"
          subtitle="Chips, stamps, buttons, refusals, and what stands where nothing is"
        />
        <div className={styles['split']}>
          <div className={styles['stack']}>
            <SmallParts />
            <Fields />
            <RateWithLimit
              title="1 of 19 with a deviation"
              rate={undefined}
              note="19 items were chosen by frequency guidance; 1 deviates. No rate follows for the population."
            />
            <RateWithLimit
              title="0 of 20 with a deviation"
              basis={'90\u202F% limit, N 184'}
              rate={{ found: 0, tolerable: 10, limit: 9.8 }}
            />
          </div>
          <div className={styles['stack']}>
            <Refusals />
            <Absences />
          </div>
        </div>
      </PageBody>
    </SampleFrame>
  );
}

function SmallParts() {
  return (
    <Card title="Chips and stamps">
      <div className={styles['stack']}>
        <Chips />
        <div className={styles['wrap']}>
          {STAMPS.map((facts) => (
            <Stamp key={facts.state} stamp={facts} hasWords />
          ))}
        </div>
        <div className={styles['wrap']}>
          <Folio reference="CC6-03" /> <Keycap keys="Ctrl K" />{' '}
          <HashWords hex={HEAD} label="SHA-256 of the file" />
        </div>
        <div className={styles['wrap']}>
          <ActionButton label="Draw sample" kind="filled" onPress={go} />
          <ActionButton label="Add file" icon={IconPlus} onPress={go} />
          <ActionButton label="Sign as manager" isBlocked onPress={go} />
          <ActionButton label="More" kind="quiet" onPress={go} />
          <TextLink label="Map a control" onPress={go} />
        </div>
      </div>
    </Card>
  );
}

function Fields() {
  const [choice, setChoice] = useState('b');
  return (
    <Card title="Fields">
      <div className={styles['stack']}>
        <FieldRow>
          <TextField
            label="Tolerable rate"
            value="10"
            unit="%"
            onChange={go}
            hint="The rate above which the control is not relied on"
          />
          <TextField label="Client" value="" onChange={go} error="Name the client" />
        </FieldRow>
        <SegmentedChoice
          label="Basis"
          choices={[
            { value: 'a', label: 'Statistical' },
            { value: 'b', label: 'Frequency' },
            { value: 'c', label: 'Targeted' },
          ]}
          value={choice}
          onChange={setChoice}
        />
        <FileDrop
          sentence="Drop evidence for item 7, attribute B"
          hint="PDF, images, spreadsheets; up to 200 MB each"
          actionLabel="Add file"
          onChoose={go}
          onDrop={go}
        />
      </div>
    </Card>
  );
}

function Chips() {
  return (
    <div className={styles['wrap']}>
      <StatusChip kind="done" label="Approved" />
      <StatusChip kind="ready" label="Ready for review" />
      <StatusChip kind="under-way" label="Fieldwork" />
      <StatusChip kind="stale" label="Changed since" />
      <StatusChip kind="due" label="Assembling" />
      <StatusChip kind="flagged" label="Reason needed" />
      <StatusChip kind="blocks" label="1 gate blocks" />
      <StatusChip kind="not-yet" label="Not started" />
      <StatusChip kind="none" label="None" />
      <StatusChip kind="done" label="Locked" icon={IconLock} />
    </div>
  );
}

function Refusals() {
  return (
    <GateBanner
      title="A reason is needed"
      gates={[
        {
          code: 'S5',
          kind: 'warning',
          headline: 'Items in every quarter',
          message: 'No item falls in Oct to Dec 2025.',
          reason: {
            label: 'State why',
            actionLabel: 'Record reason',
            onRecord: () => undefined,
            leastLength: 20,
          },
        },
      ]}
    />
  );
}

function Absences() {
  return (
    <>
      <EmptyState
        sentence="No population yet. A population is the whole list from which items are drawn."
        action={{ label: 'Import population', onPress: go, icon: IconPlus }}
        learn={{ label: 'How a population is reconciled', onPress: go }}
      />
      <DataTable
        label="Empty"
        columns={[{ id: 'x', label: 'X', cell: (row: string) => row }]}
        rows={[]}
        rowKey={(row) => row}
        empty={<EmptyState sentence="No review notes. Notes are written beside what they are about." />}
      />
      <FailedState
        headline="The file could not be written"
        safe="All 2,318 entries are intact."
        advice="Free some space on the disk, then try again."
        action={{ label: 'Try again', onPress: go }}
        details="store-disk-full, incident 7f3a"
      />
      <Card title="Work that takes long">
        <div className={styles['stack']}>
          <ProgressBar
            label="Reading Terminations FY26.xlsx"
            done={61_000}
            total={184_000}
            unit="rows"
            elapsedSeconds={10}
            onCancel={go}
          />
          <ProgressBar
            label="Hashing evidence"
            done={12}
            total={undefined}
            unit="files"
            elapsedSeconds={3}
            onCancel={go}
          />
          <ProgressBar label="Reading" done={0} total={1} unit="rows" elapsedSeconds={3} isCancelled />
        </div>
      </Card>
      <Card title="Reading" isFlush>
        <LoadingLines rows={3} />
      </Card>
    </>
  );
}
