import type { UseQueryResult } from '@tanstack/react-query';
import { selectionWarnings } from '../../../../shared/domain/sampling/selection-warnings.ts';
import { Answered } from '../../../app/Answered.tsx';
import { CommandBanner } from '../../../app/CommandBanner.tsx';
import { useQuery } from '../../../app/client.ts';
import type { CallError, Output } from '../../../app/client.ts';
import { useGatedCommand } from '../../../app/use-gated-command.ts';
import { ActionButton } from '../../../ui/button/ActionButton.tsx';
import { SelectField } from '../../../ui/form/FormField.tsx';
import { Card } from '../../../ui/page/Card.tsx';
import { DataTable } from '../../../ui/table/DataTable.tsx';
import { formatCount } from '../../../ui/text/format-number.ts';
import type { Population } from '../population/population-words.ts';
import { planInput, ratesOf, usePlanDraft } from './plan-draft.ts';
import type { PlanDraft } from './plan-draft.ts';
import { BasisFields, SelectionFields } from './PlanFields.tsx';
import { PlanWarning } from './PlanWarning.tsx';
import styles from './Sample.module.css';
import { WAY_WORDS } from './sample-words.ts';
import type { Basis } from './sample-words.ts';

interface ProposePlanProps {
  readonly testId: string;
  /** The populations from which items may be taken: at least one. */
  readonly populations: readonly [Population, ...Population[]];
  /** The basis that is offered first. */
  readonly basis?: Basis;
}

/** Works out a size, chooses a method, and proposes the plan. */
export function ProposePlan({ testId, populations, basis }: ProposePlanProps) {
  const { draft, change } = usePlanDraft(populations[0].id, basis);
  const command = useGatedCommand('sampling.plan', { takesReasons: true });
  const rates = ratesOf(draft);
  const population = populations.find(({ id }) => id === draft.populationId) ?? populations[0];
  const suggestion = useQuery(
    'sampling.suggest',
    { populationId: population.id, basis: draft.basis, rates: rates ?? null },
    { enabled: rates !== undefined },
  );
  const input = planInput(draft, testId, suggestion.data?.size);
  const changed: typeof change = (part) => {
    command.clear();
    change(part);
  };
  return (
    <Card title="Plan" aside="a second person approves it before the draw">
      <form
        className={styles['stack']}
        onSubmit={(event) => {
          event.preventDefault();
          if (input !== undefined) command.run(input);
        }}
      >
        <PopulationField
          populations={populations}
          chosenId={population.id}
          onChoose={(populationId) => {
            changed({ populationId });
          }}
        />
        <BasisFields draft={draft} change={changed} population={population} />
        <Size areRates={rates !== undefined} suggestion={suggestion} />
        <SelectionFields
          draft={draft}
          change={changed}
          population={population}
          computed={suggestion.data?.size}
        />
        <MethodWarnings draft={draft} size={input?.chosenSize ?? 0} records={population.recordCount} />
        <CommandBanner
          command={command}
          title="The plan is not proposed"
          failed="The plan was not proposed"
        />
        <div className={styles['buttons']}>
          <ActionButton
            label="Propose plan"
            kind="filled"
            type="submit"
            isBlocked={input === undefined}
            isBusy={command.isBusy}
            onPress={() => undefined}
          />
        </div>
      </form>
    </Card>
  );
}

interface MethodWarningsProps {
  readonly draft: PlanDraft;
  readonly size: number;
  readonly records: number;
}

function MethodWarnings({ draft, size, records }: MethodWarningsProps) {
  return selectionWarnings(draft, size, records).map((warning) => (
    <PlanWarning key={warning} label="Method" words={warning} />
  ));
}

interface PopulationFieldProps {
  readonly populations: readonly Population[];
  readonly chosenId: string;
  readonly onChoose: (populationId: string) => void;
}

function PopulationField({ populations, chosenId, onChoose }: PopulationFieldProps) {
  if (populations.length < 2) return null;
  return (
    <SelectField
      label="Population"
      value={chosenId}
      options={populations.map(({ id, title }) => ({ value: id, label: title }))}
      onChange={onChoose}
    />
  );
}

interface SizeProps {
  readonly areRates: boolean;
  readonly suggestion: UseQueryResult<Output<'sampling.suggest'>, CallError>;
}

function Size({ areRates, suggestion }: SizeProps) {
  if (!areRates)
    return (
      <p className={styles['hint']} role="status">
        Risk and tolerable rate are between 0.01 and 99.99 per cent.
      </p>
    );
  return (
    <Answered query={suggestion} what="the size" rows={4}>
      {(data) => <Suggestion data={data} />}
    </Answered>
  );
}

function Suggestion({ data }: { readonly data: Output<'sampling.suggest'> }) {
  return (
    <>
      <div className={styles['size']}>
        <div>
          <strong>{formatCount(data.size)}</strong> items
        </div>
        <div>
          <p>{data.meaning}</p>
          <p className={styles['hint']}>{data.supports}</p>
        </div>
      </div>
      <DataTable
        label="Other ways to the size"
        columns={[
          { id: 'way', label: 'Other ways to the size', cell: ({ way }) => WAY_WORDS[way] },
          { id: 'size', label: 'Items', width: 72, align: 'right', cell: ({ size }) => formatCount(size) },
          {
            id: 'assurance',
            label: 'What it supports',
            cell: ({ assurance }) => assurance,
            title: ({ assurance }) => assurance,
          },
        ]}
        rows={data.ways}
        rowKey={({ way }) => way}
      />
    </>
  );
}
