import { Checkbox } from '@mantine/core';
import { DateField } from '../../../ui/form/DateField.tsx';
import { FieldRow, SelectField, TextAreaField, TextField } from '../../../ui/form/FormField.tsx';
import { countOf } from '../../../ui/text/format-number.ts';
import { columnsOf } from './list-draft.ts';
import type { ListDraft } from './list-draft.ts';
import type { Preview } from './population-words.ts';

interface MappingFieldsProps {
  readonly preview: Preview;
  readonly draft: ListDraft;
  readonly change: (part: Partial<ListDraft>) => void;
  /** Rows outside the period as the columns are mapped now. */
  readonly outsidePeriod: number;
  readonly isTried: boolean;
}

const NONE = { value: '', label: 'None' } as const;

/** Which column is the key, which the date; and the filter by the period, with its reason. */
export function MappingFields({ preview, draft, change, outsidePeriod, isTried }: MappingFieldsProps) {
  const columns = preview.columns.map((column) => ({ value: column, label: column }));
  const withNone = [NONE, ...columns];
  const { key, date } = columnsOf(draft, preview);
  return (
    <>
      <FieldRow>
        <SelectField
          label="Key column"
          hint="Filled and different in every row"
          value={key}
          options={columns}
          onChange={(keyColumn) => {
            change({ keyColumn });
          }}
          error={isTried && key === '' ? 'Choose the column that identifies a row' : undefined}
        />
        <SelectField
          label="Together with"
          hint="Where one column alone repeats"
          value={draft.secondKey}
          options={withNone}
          onChange={(secondKey) => {
            change({ secondKey });
          }}
        />
        <SelectField
          label="Date column"
          value={date}
          options={withNone}
          onChange={(dateColumn) => {
            change({ dateColumn });
          }}
        />
        <SelectField
          label="Stratum column"
          value={draft.stratumColumn}
          options={withNone}
          onChange={(stratumColumn) => {
            change({ stratumColumn });
          }}
        />
      </FieldRow>
      {outsidePeriod > 0 || draft.isPeriodOnly ? (
        <PeriodFilter draft={draft} change={change} outsidePeriod={outsidePeriod} isTried={isTried} />
      ) : null}
      <ReceiptFields draft={draft} change={change} isTried={isTried} />
    </>
  );
}

type ReceiptFieldsProps = Pick<MappingFieldsProps, 'draft' | 'change' | 'isTried'>;

function ReceiptFields({ draft, change, isTried }: ReceiptFieldsProps) {
  return (
    <FieldRow>
      <DateField
        label="Received on"
        value={draft.receivedOn}
        onChange={(receivedOn) => {
          change({ receivedOn });
        }}
        {...(isTried && draft.receivedOn === undefined ? { error: 'State the day' } : {})}
      />
      <TextField
        label="Received from"
        value={draft.sourcePerson}
        onChange={(sourcePerson) => {
          change({ sourcePerson });
        }}
      />
    </FieldRow>
  );
}

type PeriodFilterProps = Omit<MappingFieldsProps, 'preview'>;

function PeriodFilter({ draft, change, outsidePeriod, isTried }: PeriodFilterProps) {
  const isShort = draft.periodReason.trim().length < 10;
  return (
    <>
      <Checkbox
        label="Only rows within the period"
        description={
          outsidePeriod > 0
            ? `${countOf(outsidePeriod, 'row')} outside. They stay in the file and are marked as left out`
            : 'No row outside the period is left in the population'
        }
        checked={draft.isPeriodOnly}
        onChange={(event) => {
          change({ isPeriodOnly: event.currentTarget.checked });
        }}
      />
      {draft.isPeriodOnly ? (
        <TextAreaField
          label="Why these rows do not belong to the population"
          value={draft.periodReason}
          onChange={(periodReason) => {
            change({ periodReason });
          }}
          hint="At least 10 characters; the filter is part of the population's hash"
          error={isTried && isShort ? 'State why in at least 10 characters' : undefined}
        />
      ) : null}
    </>
  );
}
