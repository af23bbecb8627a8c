import { Checkbox } from '@mantine/core';
import { DateField } from '../../../ui/form/DateField.tsx';
import { FieldRow, SelectField, TextAreaField, TextField } from '../../../ui/form/FormField.tsx';
import { countOf } from '../../../ui/text/format-number.ts';
import { columnsOf, DATE_ORDERS } from './list-draft.ts';
import type { ListDraft } from './list-draft.ts';
import type { Preview } from './population-words.ts';

interface MappingFieldsProps {
  readonly preview: Preview;
  readonly draft: ListDraft;
  readonly change: (part: Partial<ListDraft>) => void;
  /** Rows outside the period as the columns are mapped now. */
  readonly outsidePeriod: number;
  /** Rows whose date names two days as long as no order is stated. */
  readonly ambiguousDates: number;
  readonly isTried: boolean;
}

const NONE = { value: '', label: 'None' } as const;

/** Which column is the key, which the date; and the filter by the period, with its reason. */
export function MappingFields(props: MappingFieldsProps) {
  const { preview, draft, change, outsidePeriod, ambiguousDates, isTried } = props;
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
            change({ dateColumn, dateOrder: '' });
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
      {ambiguousDates > 0 || draft.dateOrder !== '' ? (
        <DateOrderField draft={draft} change={change} ambiguousDates={ambiguousDates} />
      ) : null}
      {outsidePeriod > 0 || draft.isPeriodOnly ? (
        <PeriodFilter draft={draft} change={change} outsidePeriod={outsidePeriod} isTried={isTried} />
      ) : null}
      <ReceiptFields draft={draft} change={change} isTried={isTried} />
    </>
  );
}

/** The order of day and month is asked of the client: the numbers alone do not tell it. */
function DateOrderField({
  draft,
  change,
  ambiguousDates,
}: Pick<MappingFieldsProps, 'draft' | 'change' | 'ambiguousDates'>) {
  const asked = `${countOf(ambiguousDates, 'date names', 'dates name')} two days. Ask the client which number comes first`;
  return (
    <SelectField
      label="Order of the dates"
      value={draft.dateOrder}
      options={[{ value: '', label: 'Not stated' }, ...DATE_ORDERS]}
      hint={ambiguousDates > 0 ? asked : 'The order is recorded with the list'}
      onChange={(dateOrder) => {
        change({ dateOrder });
      }}
    />
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

type PeriodFilterProps = Omit<MappingFieldsProps, 'preview' | 'ambiguousDates'>;

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
