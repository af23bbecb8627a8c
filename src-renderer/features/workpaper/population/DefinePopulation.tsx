import { useState } from 'react';
import { CommandBanner } from '../../../app/CommandBanner.tsx';
import { useGatedCommand } from '../../../app/use-gated-command.ts';
import { ActionButton } from '../../../ui/button/ActionButton.tsx';
import { DateField } from '../../../ui/form/DateField.tsx';
import { FieldRow, TextAreaField, TextField } from '../../../ui/form/FormField.tsx';
import { Card } from '../../../ui/page/Card.tsx';
import { countIn } from './population-words.ts';
import type { Population } from './population-words.ts';
import styles from './Population.module.css';

interface DefinePopulationProps {
  readonly controlId: string;
  /** The population whose description is changed; a new one without it. */
  readonly population?: Population;
  readonly onDone?: () => void;
}

interface Draft {
  readonly title: string;
  readonly description: string;
  readonly sourceSystem: string;
  readonly query: string;
  readonly extractedBy: string;
  readonly extractedOn: string | undefined;
  readonly statedCount: string;
  readonly coversFrom: string | undefined;
  readonly coversTo: string | undefined;
}

/** What a list is to hold and where it comes from, before it is received. */
export function DefinePopulation({ controlId, population, onDone }: DefinePopulationProps) {
  const define = useGatedCommand('population.define', { takesReasons: true });
  const describe = useGatedCommand('population.describe', { takesReasons: true });
  const [draft, setDraft] = useState(() => draftOf(population));
  const [isTried, setTried] = useState(false);
  const isTitled = draft.title.trim() !== '';
  const isCounted = draft.statedCount.trim() === '' || countIn(draft.statedCount) !== null;
  const submit = (): void => {
    setTried(true);
    if (!isTitled || !isCounted) return;
    const fields = fieldsOf(draft);
    if (population === undefined) define.run({ controlId, ...fields }, onDone);
    else describe.run({ populationId: population.id, revision: population.revision, ...fields }, onDone);
  };
  const isNew = population === undefined;
  return (
    <Card title={isNew ? 'Define the population' : 'Describe the population'}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <CommandBanner
          command={define}
          title="The population is not defined"
          failed="The population was not defined"
        />
        <CommandBanner
          command={describe}
          title="The description is not saved"
          failed="The description was not saved"
        />
        <DescriptionFields
          draft={draft}
          change={(part) => {
            setDraft((before) => ({ ...before, ...part }));
          }}
          titleError={isTried && !isTitled ? 'State what one row of the list is' : undefined}
          countError={isTried && !isCounted ? 'A whole number, or nothing' : undefined}
        />
        <div className={styles['foot']}>
          {onDone === undefined ? null : <ActionButton label="Cancel" onPress={onDone} />}
          <ActionButton
            label={isNew ? 'Define population' : 'Save description'}
            kind="filled"
            type="submit"
            isBusy={define.isBusy || describe.isBusy}
            onPress={() => undefined}
          />
        </div>
      </form>
    </Card>
  );
}

interface FieldsProps {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly titleError: string | undefined;
  readonly countError: string | undefined;
}

function DescriptionFields({ draft, change, titleError, countError }: FieldsProps) {
  const field = (
    name: 'title' | 'sourceSystem' | 'query' | 'extractedBy' | 'statedCount' | 'description',
  ) => ({
    value: draft[name],
    onChange: (value: string) => {
      change({ [name]: value });
    },
  });
  return (
    <>
      <TextField
        label="Title"
        {...field('title')}
        hint="What one row is: terminations, changes released, new users"
        error={titleError}
        isRequired
      />
      <FieldRow>
        <TextField label="Source system" {...field('sourceSystem')} />
        <TextField
          label="Count that the client states"
          {...field('statedCount')}
          unit="rows"
          isNumber
          error={countError}
        />
      </FieldRow>
      <TextAreaField
        label="Query or report with its parameters"
        {...field('query')}
        hint="As it was run, so that it can be run again"
      />
      <FieldRow>
        <TextField label="Extracted by" {...field('extractedBy')} />
        <DateField
          label="Extracted on"
          value={draft.extractedOn}
          onChange={(extractedOn) => {
            change({ extractedOn });
          }}
        />
      </FieldRow>
      <CoveredDays draft={draft} change={change} />
      <TextAreaField label="Remarks" {...field('description')} />
    </>
  );
}

/** The days of a list that is drawn from in turns: the months so far, then those that remained. */
function CoveredDays({ draft, change }: Pick<FieldsProps, 'draft' | 'change'>) {
  return (
    <FieldRow>
      <DateField
        label="Covers the days from"
        value={draft.coversFrom}
        note="empty: from the first day of the period"
        onChange={(coversFrom) => {
          change({ coversFrom });
        }}
      />
      <DateField
        label="To"
        value={draft.coversTo}
        note="for a list of the months so far, its last day"
        onChange={(coversTo) => {
          change({ coversTo });
        }}
      />
    </FieldRow>
  );
}

const EMPTY: Draft = {
  ...{ title: '', description: '', sourceSystem: '', query: '', extractedBy: '' },
  ...{ extractedOn: undefined, statedCount: '', coversFrom: undefined, coversTo: undefined },
};

function fieldsOf({ extractedOn, statedCount, coversFrom, coversTo, ...texts }: Draft) {
  const days = { coversFrom: coversFrom ?? null, coversTo: coversTo ?? null };
  return { ...texts, ...days, extractedOn: extractedOn ?? null, statedCount: countIn(statedCount) };
}

function draftOf(population: Population | undefined): Draft {
  if (population === undefined) return EMPTY;
  const { title, description, sourceSystem, query, extractedBy, extractedOn, statedCount } = population;
  return {
    ...{ title, description, sourceSystem, query, extractedBy },
    extractedOn: extractedOn ?? undefined,
    coversFrom: population.coversFrom ?? undefined,
    coversTo: population.coversTo ?? undefined,
    statedCount: statedCount === null ? '' : String(statedCount),
  };
}
