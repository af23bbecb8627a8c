import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { CommandBanner } from '../../../app/CommandBanner.tsx';
import { useGatedCommand } from '../../../app/use-gated-command.ts';
import { ActionButton } from '../../../ui/button/ActionButton.tsx';
import { SelectField, TextAreaField } from '../../../ui/form/FormField.tsx';
import { Card, CardRow } from '../../../ui/page/Card.tsx';
import { EmptyState } from '../../../ui/status/EmptyState.tsx';
import { countOf } from '../../../ui/text/format-number.ts';
import { filterKindOf, FILTER_WORDS, linesOf } from './population-words.ts';
import type { FilterKind, Population } from './population-words.ts';
import styles from './Population.module.css';

/** Recorded exclusions of the list, each with its reason. */
export function FiltersCard({ population }: { readonly population: Population }) {
  const [isAdding, setAdding] = useState(false);
  const { filters } = population;
  const isOpen = population.status === 'received';
  return (
    <Card title="Filters" aside="The original file is never altered" isFlush>
      {filters.length === 0 && !isAdding ? (
        <EmptyState sentence="Every row of the file is in the population." />
      ) : null}
      {filters.map((filter) => (
        <CardRow key={filter.id}>
          <div className={styles['entry']}>
            <div className={styles['entryHead']}>
              <span>
                {filter.code}, {filter.words}
              </span>
              <span className={styles['secondary']}>less {countOf(filter.removedRows, 'row')}</span>
            </div>
            <p className={styles['secondary']}>
              {filter.reason} ({filter.by})
            </p>
          </div>
        </CardRow>
      ))}
      {isAdding ? (
        <FilterForm
          population={population}
          onDone={() => {
            setAdding(false);
          }}
        />
      ) : null}
      {isOpen && !isAdding ? (
        <CardRow>
          <ActionButton
            label="Add a filter"
            icon={IconPlus}
            kind="quiet"
            onPress={() => {
              setAdding(true);
            }}
          />
        </CardRow>
      ) : null}
    </Card>
  );
}

const KINDS = Object.entries(FILTER_WORDS).map(([value, label]) => ({ value, label }));

interface Condition {
  readonly kind: FilterKind;
  readonly column: string;
  readonly values: string;
}

function hasColumn(kind: FilterKind): boolean {
  return kind === 'columnEquals' || kind === 'columnNotEquals';
}

interface FilterFormProps {
  readonly population: Population;
  readonly onDone: () => void;
}

function FilterForm({ population, onDone }: FilterFormProps) {
  const command = useGatedCommand('population.filter', { takesReasons: true });
  const [condition, setCondition] = useState<Condition>({ kind: 'columnNotEquals', column: '', values: '' });
  const [reason, setReason] = useState('');
  const submit = (): void => {
    const { kind, column, values } = condition;
    const filter = {
      kind,
      column: hasColumn(kind) && column !== '' ? column : null,
      values: kind === 'withinPeriod' ? [] : [...linesOf(values)],
      reason,
    };
    command.run({ populationId: population.id, revision: population.revision, filter }, onDone);
  };
  return (
    <form
      className={styles['inline']}
      aria-label="Add a filter"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <CommandBanner
        command={command}
        title="The filter is not recorded"
        failed="The filter was not recorded"
      />
      <ConditionFields
        population={population}
        condition={condition}
        change={(part) => {
          setCondition((before) => ({ ...before, ...part }));
        }}
      />
      <TextAreaField
        label="Why these rows do not belong to the population"
        value={reason}
        onChange={setReason}
        hint="At least 10 characters"
      />
      <div className={styles['foot']}>
        <ActionButton label="Cancel" onPress={onDone} />
        <ActionButton label="Record filter" type="submit" isBusy={command.isBusy} onPress={() => undefined} />
      </div>
    </form>
  );
}

interface ConditionFieldsProps {
  readonly population: Population;
  readonly condition: Condition;
  readonly change: (part: Partial<Condition>) => void;
}

function ConditionFields({ population, condition, change }: ConditionFieldsProps) {
  const { kind, column, values } = condition;
  return (
    <>
      <SelectField
        label="Filter"
        value={kind}
        options={KINDS}
        onChange={(value) => {
          change({ kind: filterKindOf(value) });
        }}
      />
      {hasColumn(kind) ? (
        <SelectField
          label="Column"
          value={column}
          options={population.columns.map((name) => ({ value: name, label: name }))}
          onChange={(name) => {
            change({ column: name });
          }}
        />
      ) : null}
      {kind === 'withinPeriod' ? null : (
        <TextAreaField
          label={hasColumn(kind) ? 'Values' : 'Keys'}
          hint="One a line"
          value={values}
          onChange={(lines) => {
            change({ values: lines });
          }}
        />
      )}
    </>
  );
}
