import type { Ref } from 'react';
import { addDays, addMonths, daysBetween } from '../../../shared/lib/plain-date.ts';
import { useQuery } from '../../app/client.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { DateField } from '../../ui/form/DateField.tsx';
import { SelectField } from '../../ui/form/FormField.tsx';
import { RadioCards } from '../../ui/form/SegmentedChoice.tsx';
import { CoverageGates } from './CoverageGates.tsx';
import { coverageOf, dateOf, hasPeriod } from './engagement-draft.ts';
import { PeriodRuler } from './PeriodRuler.tsx';
import type { StepProps } from './step-props.ts';
import styles from './Step.module.css';

const REPORTS = [
  { value: 'I', label: 'Type I', detail: 'Design, as of one date' },
  { value: 'II', label: 'Type II', detail: 'Design and operating effectiveness over six months or more' },
  { value: 'readiness', label: 'Readiness', detail: 'Gaps and a score, no opinion' },
] as const;

interface ReportStepProps extends StepProps {
  readonly bannerRef: Ref<HTMLDivElement>;
  /** The person asked to go on: missing dates are named only then. */
  readonly isAsked: boolean;
}

/** Type and dates, checked as they are typed. */
export function ReportStep(props: ReportStepProps) {
  const { draft, change, isAsked, bannerRef } = props;
  const start = dateOf(draft.periodStart);
  const findings = coverageOf(draft).filter(
    ({ code }) => code === 'E2' || code === 'E5' || (code === 'E1' && isAsked),
  );
  return (
    <>
      <RadioCards
        label="Report"
        choices={REPORTS}
        value={draft.report}
        onChange={(value) => {
          change({ report: REPORTS.find((report) => report.value === value)?.value ?? 'II' });
        }}
      />
      {hasPeriod(draft) ? <PeriodFields {...props} /> : <AsOfField {...props} />}
      {hasPeriod(draft) && start !== null ? (
        <PeriodRuler start={start} end={dateOf(draft.periodEnd)} />
      ) : null}
      <CoverageGates findings={findings} draft={draft} change={change} bannerRef={bannerRef} />
      <LaterFields {...props} />
    </>
  );
}

function PeriodFields({ draft, change }: StepProps) {
  const start = dateOf(draft.periodStart);
  const end = dateOf(draft.periodEnd);
  const isShort = coverageOf(draft).some((finding) => finding.code === 'E2');
  const days = start === null || end === null ? 0 : daysBetween(start, end) + 1;
  return (
    <div className={styles['dates']}>
      <DateField
        label="Period starts"
        value={draft.periodStart}
        onChange={(periodStart) => {
          change({ periodStart });
        }}
      />
      <DateField
        label="Period ends"
        value={draft.periodEnd}
        {...(days > 0 && !isShort ? { note: `${String(days)} days` } : {})}
        {...(isShort ? { error: shortWords(days) } : {})}
        onChange={(periodEnd) => {
          change({ periodEnd });
        }}
      />
      <div role="group" aria-label="Usual lengths">
        <div className={styles['label']}>Usual lengths</div>
        <div className={styles['lengths']}>
          {[6, 9, 12].map((months) => (
            <ActionButton
              key={months}
              label={`${String(months)} months`}
              isBlocked={start === null}
              onPress={() => {
                if (start !== null) change({ periodEnd: addDays(addMonths(start, months), -1) });
              }}
            />
          ))}
        </div>
        <div className={styles['hint']}>Counted from the start date</div>
      </div>
    </div>
  );
}

function shortWords(days: number): string {
  return days > 0 ? `${String(days)} days, shorter than six months` : 'Before the start of the period';
}

function AsOfField({ draft, change }: StepProps) {
  return (
    <div className={styles['three']}>
      <DateField
        label="As-of date"
        value={draft.asOfDate}
        onChange={(asOfDate) => {
          change({ asOfDate });
        }}
      />
    </div>
  );
}

function LaterFields({ draft, change }: StepProps) {
  const recents = useQuery('recent.list', {});
  const earlier = (recents.data ?? []).map(
    ({ clientName, type, dates }) => `${clientName}, Type ${type}, ${dates}`,
  );
  return (
    <div className={styles['three']}>
      <div>
        <DateField
          label="Planned report date"
          value={draft.plannedReportDate}
          note={
            draft.plannedReportDate === undefined
              ? 'May be changed at any time'
              : 'may be changed at any time'
          }
          onChange={(plannedReportDate) => {
            change({ plannedReportDate });
          }}
        />
      </div>
      <SelectField
        label="Previous engagement"
        hint="Conclusions are not carried over"
        value={draft.priorEngagement}
        options={[
          { value: '', label: 'None' },
          ...[...new Set(earlier)].map((text) => ({ value: text, label: text })),
        ]}
        onChange={(priorEngagement) => {
          change({ priorEngagement });
        }}
      />
    </div>
  );
}
