import { useState } from 'react';
import { Answered } from '../../../app/Answered.tsx';
import { useQuery } from '../../../app/client.ts';
import { ActionButton } from '../../../ui/button/ActionButton.tsx';
import { SelectField } from '../../../ui/form/FormField.tsx';
import { FactList } from '../../../ui/form/ReadOnlyField.tsx';
import { Card } from '../../../ui/page/Card.tsx';
import { StatusChip } from '../../../ui/status/StatusChip.tsx';
import { formatCount } from '../../../ui/text/format-number.ts';
import { DefinePopulation } from './DefinePopulation.tsx';
import { ImportList } from './ImportList.tsx';
import { sourceWords, STATUS_WORDS } from './population-words.ts';
import type { Population } from './population-words.ts';
import styles from './Population.module.css';
import { ReceivedPopulation } from './ReceivedPopulation.tsx';

/** The client's list behind a control, from its definition to its reconciliation. */
export function PopulationTab({ controlId }: { readonly controlId: string }) {
  const populations = useQuery('population.list', { controlId });
  return (
    <Answered query={populations} what="the populations">
      {(data) => <Populations controlId={controlId} populations={data} />}
    </Answered>
  );
}

interface PopulationsProps {
  readonly controlId: string;
  readonly populations: readonly Population[];
}

function Populations({ controlId, populations }: PopulationsProps) {
  const [chosenId, setChosenId] = useState<string>();
  const [isDefining, setDefining] = useState(false);
  const standing = populations.findLast(({ status }) => status !== 'superseded');
  const shown = populations.find(({ id }) => id === chosenId) ?? standing ?? populations.at(-1);
  const close = (): void => {
    setDefining(false);
  };
  if (shown === undefined) return <DefinePopulation controlId={controlId} />;
  return (
    <div className={styles['stack']}>
      <div className={styles['head']}>
        {populations.length > 1 ? (
          <div className={styles['choice']}>
            <SelectField
              label="Population"
              value={shown.id}
              options={populations.map((each) => ({
                value: each.id,
                label: `${each.title}, ${STATUS_WORDS[each.status].label.toLowerCase()}`,
              }))}
              onChange={setChosenId}
            />
          </div>
        ) : (
          <StatusChip {...STATUS_WORDS[shown.status]} />
        )}
        <ActionButton
          label="Define another population"
          kind="quiet"
          onPress={() => {
            setDefining(true);
          }}
        />
      </div>
      {isDefining ? <DefinePopulation controlId={controlId} onDone={close} /> : null}
      <OnePopulation key={shown.id} population={shown} />
    </div>
  );
}

function OnePopulation({ population }: { readonly population: Population }) {
  if (population.status !== 'defined' && population.status !== 'rejected')
    return <ReceivedPopulation population={population} />;
  return (
    <>
      <Definition population={population} />
      <ImportList population={population} />
    </>
  );
}

function Definition({ population }: { readonly population: Population }) {
  const [isEditing, setEditing] = useState(false);
  const { title, query, statedCount, statusReason, description } = population;
  if (isEditing)
    return (
      <DefinePopulation
        controlId={population.controlId}
        population={population}
        onDone={() => {
          setEditing(false);
        }}
      />
    );
  const facts = [
    { label: 'From', value: sourceWords(population) },
    { label: 'Query', value: query },
    { label: 'Stated', value: statedCount === null ? '' : `${formatCount(statedCount)} rows` },
    { label: 'Remarks', value: description },
    { label: 'Sent back', value: statusReason ?? '' },
  ].filter(({ value }) => value !== '');
  return (
    <Card
      title={title}
      aside={
        <ActionButton
          label="Edit"
          kind="quiet"
          onPress={() => {
            setEditing(true);
          }}
        />
      }
    >
      {facts.length === 0 ? (
        <p className={styles['hint']}>Nothing is recorded yet on the source of the list.</p>
      ) : (
        <FactList facts={facts} />
      )}
    </Card>
  );
}
