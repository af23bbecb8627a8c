import { Checkbox } from '@mantine/core';
import { Answered } from '../../../app/Answered.tsx';
import { useQuery } from '../../../app/client.ts';
import type { Output } from '../../../app/client.ts';
import { SelectField, TextField } from '../../../ui/form/FormField.tsx';
import { DataTable } from '../../../ui/table/DataTable.tsx';
import { formatCount } from '../../../ui/text/format-number.ts';
import type { Population } from '../population/population-words.ts';
import type { PlanDraft } from './plan-draft.ts';
import styles from './Sample.module.css';

/** More strata than this are a column of another kind. */
const MOST_STRATA = 100;

interface StrataFieldsProps {
  readonly draft: PlanDraft;
  readonly change: (part: Partial<PlanDraft>) => void;
  readonly population: Population;
  readonly computed: number | undefined;
}

/** The column that divides the list, and how many items each stratum gives: in proportion, or as the auditor says. */
export function StrataFields({ draft, change, population, computed }: StrataFieldsProps) {
  const typed = Number(draft.size.trim());
  const size = Number.isSafeInteger(typed) && typed > 0 ? typed : (computed ?? 1);
  const strata = useQuery(
    'sampling.strata',
    { populationId: population.id, column: draft.stratumColumn, size },
    { enabled: draft.stratumColumn !== '' },
  );
  return (
    <>
      <SelectField
        label="Stratum column"
        value={draft.stratumColumn}
        options={population.columns.map((column) => ({ value: column, label: column }))}
        onChange={(stratumColumn) => {
          change({ stratumColumn, allocation: null });
        }}
      />
      {draft.stratumColumn === '' ? null : (
        <Answered query={strata} what="the strata">
          {(data) => <Strata strata={data} draft={draft} change={change} size={size} />}
        </Answered>
      )}
    </>
  );
}

interface StrataProps extends Pick<StrataFieldsProps, 'draft' | 'change'> {
  readonly strata: Output<'sampling.strata'>;
  readonly size: number;
}

function Strata({ strata, draft, change, size }: StrataProps) {
  const { allocation } = draft;
  if (strata.length > MOST_STRATA)
    return (
      <p className={styles['hint']}>
        {formatCount(strata.length)} different values: this column is no stratum.
      </p>
    );
  return (
    <>
      <Checkbox
        label="Own division"
        description="Otherwise in proportion to the records, at least one each"
        checked={allocation !== null}
        onChange={(event) => {
          const own = Object.fromEntries(strata.map(({ stratum, items }) => [stratum, String(items)]));
          change({ allocation: event.currentTarget.checked ? own : null });
        }}
      />
      <DataTable
        label="Strata"
        columns={[
          {
            id: 'stratum',
            label: 'Stratum',
            cell: ({ stratum }) => stratum,
            title: ({ stratum }) => stratum,
          },
          {
            ...{ id: 'records', label: 'Records', width: 96, align: 'right' as const },
            cell: ({ records }) => formatCount(records),
          },
          {
            ...{ id: 'items', label: 'Items', width: 96, align: 'right' as const },
            cell: ({ stratum, items }) => (allocation === null ? formatCount(items) : allocation[stratum]),
          },
        ]}
        rows={strata}
        rowKey={({ stratum }) => stratum}
      />
      {allocation === null ? null : (
        <OwnDivision strata={strata} allocation={allocation} size={size} change={change} />
      )}
    </>
  );
}

interface OwnDivisionProps extends Pick<StrataProps, 'strata' | 'size' | 'change'> {
  readonly allocation: NonNullable<PlanDraft['allocation']>;
}

function OwnDivision({ strata, allocation, size, change }: OwnDivisionProps) {
  const given = Object.values(allocation).reduce((sum, text) => sum + (Number(text) || 0), 0);
  return (
    <>
      <div className={styles['division']}>
        {strata.map(({ stratum, records }) => (
          <TextField
            key={stratum}
            label={`Items from ${stratum}`}
            value={allocation[stratum] ?? ''}
            unit={`of ${formatCount(records)}`}
            isNumber
            onChange={(text) => {
              change({ allocation: { ...allocation, [stratum]: text } });
            }}
          />
        ))}
      </div>
      <p className={styles['hint']} role="status">
        {formatCount(given)} of {formatCount(size)} items divided
      </p>
    </>
  );
}
