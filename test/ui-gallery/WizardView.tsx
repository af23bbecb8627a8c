import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import { useState } from 'react';
import { ActionButton } from '../../src-renderer/ui/button/ActionButton.tsx';
import { DateField } from '../../src-renderer/ui/form/DateField.tsx';
import { FieldRow, SelectField } from '../../src-renderer/ui/form/FormField.tsx';
import { RadioCards } from '../../src-renderer/ui/form/SegmentedChoice.tsx';
import { WizardFrame } from '../../src-renderer/ui/frame/WizardFrame.tsx';
import type { WizardStep } from '../../src-renderer/ui/frame/WizardFrame.tsx';
import { GateBanner } from '../../src-renderer/ui/gate/GateBanner.tsx';
import { PageHeader } from '../../src-renderer/ui/page/PageHeader.tsx';
import styles from './gallery.module.css';

const STEPS: readonly WizardStep[] = [
  { id: 'client', label: 'Client and firm', detail: 'Northwind Hosting, Inc.', state: 'done' },
  { id: 'report', label: 'Report and dates', detail: 'SOC 2 Type II', state: 'current' },
  { id: 'scope', label: 'Categories and scope', detail: 'Security always in', state: 'later' },
  { id: 'team', label: 'Team', detail: 'Partner, manager, preparer', state: 'later' },
  { id: 'file', label: 'File and passphrase', detail: 'Encrypted on this computer', state: 'later' },
];

const KINDS = [
  { value: '1', label: 'Type I', detail: 'Design, as of one date' },
  { value: '2', label: 'Type II', detail: 'Design and operating effectiveness over six months or more' },
  { value: 'r', label: 'Readiness', detail: 'Gaps and a score, no opinion' },
];

/** A step of a new engagement with the period refused. */
export function WizardView() {
  const [kind, setKind] = useState('2');
  const [start, setStart] = useState<string | undefined>('2025-07-01');
  const [end, setEnd] = useState<string | undefined>('2025-12-30');
  return (
    <WizardFrame
      title="New engagement"
      steps={STEPS}
      hint="Everything but the client can be changed until the first sample is drawn."
      onClose={() => undefined}
      statusNote="Nothing is written until the last step"
      footer={<Footer />}
    >
      <div className={styles['stack']}>
        <PageHeader
          title="What is the report about, and when?"
          subtitle="Dates are calendar dates. No time zone is applied to them."
        />
        <RadioCards label="Report" choices={KINDS} value={kind} onChange={setKind} />
        <FieldRow columns={3}>
          <DateField label="Period starts" value={start} onChange={setStart} />
          <DateField label="Period ends" value={end} onChange={setEnd} note="183 days" error="1 day early" />
        </FieldRow>
        <PeriodRefused />
        <FieldRow columns={3}>
          <DateField
            label="Planned report date"
            value="2026-08-31"
            onChange={() => undefined}
            note="may be changed at any time"
          />
          <SelectField
            label="Previous engagement"
            value="t1"
            options={[{ value: 't1', label: 'Type I, 30 Jun 2025' }]}
            onChange={() => undefined}
            hint="Conclusions are not carried over"
          />
        </FieldRow>
      </div>
    </WizardFrame>
  );
}

function PeriodRefused() {
  return (
    <GateBanner
      title="Cannot go on"
      gates={[
        {
          code: 'E2',
          kind: 'block',
          headline: 'A Type II period must be at least six months',
          message:
            'The period 1 Jul 2025 to 30 Dec 2025 is shorter than six months; the earliest end date is 31 Dec 2025.',
          actions: [
            { label: 'Use 31 Dec 2025', onPress: () => undefined },
            { label: 'Use 30 Jun 2026, 12 months', onPress: () => undefined },
            { label: 'Why this rule', onPress: () => undefined, kind: 'link' },
          ],
        },
      ]}
    />
  );
}

function Footer() {
  return (
    <>
      <ActionButton label="Back" icon={IconArrowLeft} onPress={() => undefined} />
      <span className={styles['wrap']}>
        Correct the end date to go on
        <ActionButton
          label="Categories and scope"
          trailingIcon={IconArrowRight}
          isBlocked
          onPress={() => undefined}
        />
      </span>
    </>
  );
}
