import { useState } from 'react';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import type { Input, Output } from '../../app/client.ts';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { CheckField } from '../../ui/form/CheckField.tsx';
import { DateField } from '../../ui/form/DateField.tsx';
import { TextAreaField, TextField } from '../../ui/form/FormField.tsx';
import { SegmentedChoice } from '../../ui/form/SegmentedChoice.tsx';
import { Card } from '../../ui/page/Card.tsx';
import styles from './ScopePage.module.css';

type Engagement = Output<'engagement.get'>;
type Edit = Input<'engagement.edit'>;

const CATEGORIES = [
  'Security',
  'Availability',
  'Processing Integrity',
  'Confidentiality',
  'Privacy',
] as const;

interface Typed {
  readonly type: 'I' | 'II';
  readonly asOfDate: string | null;
  readonly periodStart: string | null;
  readonly periodEnd: string | null;
  readonly plannedReportDate: string | null;
  readonly systemName: string;
  readonly categories: readonly string[];
  readonly scopeReason: string;
}

/** The engagement's dates and categories, with the gates of a change in place. */
export function DatesForm({ engagement }: { readonly engagement: Engagement }) {
  const [typed, setTyped] = useState<Typed>(() => ({ ...engagement, scopeReason: '' }));
  const edit = useGatedCommand('engagement.edit', { takesReasons: true });
  const change = (values: Partial<Typed>): void => {
    setTyped({ ...typed, ...values });
    edit.clear();
  };
  const removed = engagement.categories.filter((name) => !typed.categories.includes(name));
  return (
    <Card title="Dates and categories">
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          edit.run(editOf(engagement, typed));
        }}
      >
        <DateFields typed={typed} change={change} />
        <CategoryFields typed={typed} change={change} />
        {removed.length > 0 ? (
          <TextAreaField
            label={`Why ${removed.join(', ')} leaves the scope`}
            hint="After fieldwork began only the partner may do this, with a justified reason"
            value={typed.scopeReason}
            minRows={2}
            onChange={(scopeReason) => {
              change({ scopeReason });
            }}
          />
        ) : null}
        <CommandBanner
          command={edit}
          title="The dates were not changed"
          failed="The dates were not changed"
        />
        <div className={styles['actions']}>
          <ActionButton label="Record changes" type="submit" isBusy={edit.isBusy} onPress={() => undefined} />
        </div>
      </form>
    </Card>
  );
}

interface TypedProps {
  readonly typed: Typed;
  readonly change: (values: Partial<Typed>) => void;
}

function DateFields({ typed, change }: TypedProps) {
  return (
    <>
      <div className={styles['narrow']}>
        <SegmentedChoice
          label="Report"
          choices={[
            { value: 'I', label: 'Type I' },
            { value: 'II', label: 'Type II' },
          ]}
          value={typed.type}
          onChange={(value) => {
            change(
              value === 'I'
                ? { type: 'I', periodStart: null, periodEnd: null }
                : { type: 'II', asOfDate: null },
            );
          }}
        />
      </div>
      <div className={styles['three']}>
        <CoveredDates typed={typed} change={change} />
        <PlainDateField
          label="Planned report date"
          value={typed.plannedReportDate}
          onSet={(plannedReportDate) => {
            change({ plannedReportDate });
          }}
        />
      </div>
      <TextField
        label="Name of the system"
        value={typed.systemName}
        onChange={(systemName) => {
          change({ systemName });
        }}
      />
    </>
  );
}

function CoveredDates({ typed, change }: TypedProps) {
  if (typed.type === 'I')
    return (
      <PlainDateField
        label="As-of date"
        value={typed.asOfDate}
        onSet={(asOfDate) => {
          change({ asOfDate });
        }}
      />
    );
  return (
    <>
      <PlainDateField
        label="Period starts"
        value={typed.periodStart}
        onSet={(periodStart) => {
          change({ periodStart });
        }}
      />
      <PlainDateField
        label="Period ends"
        value={typed.periodEnd}
        onSet={(periodEnd) => {
          change({ periodEnd });
        }}
      />
    </>
  );
}

interface PlainDateFieldProps {
  readonly label: string;
  readonly value: string | null;
  readonly onSet: (date: string | null) => void;
}

function PlainDateField({ label, value, onSet }: PlainDateFieldProps) {
  return (
    <DateField
      label={label}
      value={value ?? undefined}
      onChange={(date) => {
        onSet(date ?? null);
      }}
    />
  );
}

function CategoryFields({ typed, change }: TypedProps) {
  return (
    <div role="group" aria-label="Trust services categories" className={styles['three']}>
      {CATEGORIES.map((name) => (
        <CheckField
          key={name}
          label={name}
          isChecked={typed.categories.includes(name)}
          onChange={(isIn) => {
            const chosen = CATEGORIES.filter((known) =>
              known === name ? isIn : typed.categories.includes(known),
            );
            change({ categories: chosen });
          }}
        />
      ))}
    </div>
  );
}

function editOf(engagement: Engagement, typed: Typed): Edit {
  const { type, asOfDate, periodStart, periodEnd, plannedReportDate, systemName, scopeReason } = typed;
  return {
    revision: engagement.revision,
    ...{ type, asOfDate, periodStart, periodEnd, plannedReportDate, systemName, scopeReason },
    categories: CATEGORIES.filter((name) => typed.categories.includes(name)),
  };
}
