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
              {filter.reason}, {filter.by}
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

interface FilterFormProps {
  readonly population: Population;
  readonly onDone: () => void;
}

function FilterForm({ population, onDone }: FilterFormProps) {
  const command = useGatedCommand('population.filter', { takesReasons: true });
  const [kind, setKind] = useState<FilterKind>('columnNotEquals');
  const [column, setColumn] = useState('');
  const [values, setValues] = useState('');
  const [reason, setReason] = useState('');
  const hasColumn = kind === 'columnEquals' || kind === 'columnNotEquals';
  const submit = (): void => {
    const filter = {
      kind,
      column: hasColumn && column !== '' ? column : null,
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
      <SelectField
        label="Filter"
        value={kind}
        options={KINDS}
        onChange={(value) => {
          setKind(filterKindOf(value));
        }}
      />
      {hasColumn ? (
        <SelectField
          label="Column"
          value={column}
          options={population.columns.map((name) => ({ value: name, label: name }))}
          onChange={setColumn}
        />
      ) : null}
      {kind === 'withinPeriod' ? null : (
        <TextAreaField
          label={hasColumn ? 'Values' : 'Keys'}
          hint="One a line"
          value={values}
          onChange={setValues}
        />
      )}
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
