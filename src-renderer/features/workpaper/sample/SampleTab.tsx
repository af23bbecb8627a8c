import { useState } from 'react';
import { Answered } from '../../../app/Answered.tsx';
import { useQuery } from '../../../app/client.ts';
import { Timeline } from '../../../ui/chart/Timeline.tsx';
import { ActionButton } from '../../../ui/button/ActionButton.tsx';
import { Card } from '../../../ui/page/Card.tsx';
import { EmptyState } from '../../../ui/status/EmptyState.tsx';
import { formatCount } from '../../../ui/text/format-number.ts';
import { gridQuestion, type TestGrid } from '../grid-view.ts';
import type { Population } from '../population/population-words.ts';
import { CertificateSheet } from './CertificateSheet.tsx';
import { ExpansionCard } from './ExpansionCard.tsx';
import { PlanCard } from './PlanCard.tsx';
import { ProposePlan } from './ProposePlan.tsx';
import styles from './Sample.module.css';
import type { Plan, Sampling } from './sample-words.ts';

interface SampleTabProps {
  readonly controlId: string;
  readonly testId: string;
}

/** The sample of a test: its plan, the approval of a second person, the draw and its certificate. */
export function SampleTab({ controlId, testId }: SampleTabProps) {
  const sampling = useQuery('sampling.list', { testId });
  const populations = useQuery('population.list', { controlId });
  const grid = useQuery('testing.grid', gridQuestion(testId));
  return (
    <Answered query={sampling} what="the sampling plans">
      {(data) => (
        <Answered query={populations} what="the populations">
          {(lists) => <Sample testId={testId} sampling={data} populations={lists} grid={grid.data} />}
        </Answered>
      )}
    </Answered>
  );
}

interface SampleProps {
  readonly testId: string;
  readonly sampling: Sampling;
  readonly populations: readonly Population[];
  /** The test of the sample; `undefined` while it is read. */
  readonly grid: TestGrid | undefined;
}

function Sample({ testId, sampling, populations, grid }: SampleProps) {
  const standing = sampling.plans.filter(({ status }) => status !== 'superseded');
  const ended = sampling.plans.filter(({ status }) => status === 'superseded');
  const drawn = standing.filter(({ drawnAt }) => drawnAt !== null);
  const open = isConcluded(grid) ? null : sampling.expansion;
  const expanded = standing.find(({ id }) => id === open?.planId);
  return (
    <div className={drawn.length > 0 ? styles['columns'] : styles['stack']}>
      <div className={styles['stack']}>
        <StandingPlans testId={testId} populations={populations} standing={standing} grid={grid} />
        {sampling.coverage === null || drawn.length === 0 ? null : (
          <CoverageCard coverage={sampling.coverage} plans={drawn} grid={grid} />
        )}
        {open === null || expanded === undefined ? null : (
          <ExpansionCard
            expansion={open}
            plan={expanded}
            hasDeviation={grid !== undefined && grid.counts.deviation > 0}
          />
        )}
        {ended.map((plan) => (
          <PlanCard key={plan.id} plan={plan} list={listOf(plan, populations)} />
        ))}
      </div>
      {drawn.length === 0 ? null : (
        <div className={styles['stack']}>
          {drawn.map(({ id }) => (
            <CertificateSheet key={id} planId={id} />
          ))}
        </div>
      )}
    </div>
  );
}

interface StandingPlansProps extends Omit<SampleProps, 'sampling'> {
  readonly standing: readonly Plan[];
}

/** The plans that stand, and the way to the next. */
function StandingPlans({ testId, populations, standing, grid }: StandingPlansProps) {
  if (standing.length === 0) return <FirstPlan testId={testId} populations={populations} />;
  return (
    <>
      {standing.map((plan) => (
        <PlanCard key={plan.id} plan={plan} list={listOf(plan, populations)} />
      ))}
      {isConcluded(grid) ? null : (
        <FurtherPlan testId={testId} populations={populations} standing={standing} />
      )}
    </>
  );
}

/** The list of a plan by its title, where the control has several. */
function listOf({ populationId }: Plan, populations: readonly Population[]): string | undefined {
  return populations.length < 2 ? undefined : populations.find(({ id }) => id === populationId)?.title;
}

/** Lists from which a plan may take items. */
const usable = (populations: readonly Population[]): readonly Population[] =>
  populations.filter(({ status }) => status === 'reconciled' || status === 'received');

interface FurtherPlanProps extends Pick<SampleProps, 'testId' | 'populations'> {
  readonly standing: readonly Plan[];
}

/** A plan for a list that has none yet, as for the months that remained; or a targeted selection beside the sample. */
function FurtherPlan({ testId, populations, standing }: FurtherPlanProps) {
  const [isTargeting, setTargeting] = useState(false);
  const planned = new Set(
    standing.flatMap(({ basis, populationId }) => (basis === 'targeted' ? [] : [populationId])),
  );
  const lists = usable(populations);
  const [free, ...more] = lists.filter(({ id }) => !planned.has(id));
  if (free !== undefined) return <ProposePlan key={free.id} testId={testId} populations={[free, ...more]} />;
  const [first, ...others] = lists;
  if (first === undefined) return null;
  if (isTargeting) return <ProposePlan testId={testId} populations={[first, ...others]} basis="targeted" />;
  return (
    <div>
      <ActionButton
        label="Plan a targeted selection"
        onPress={() => {
          setTargeting(true);
        }}
      />
    </div>
  );
}

function FirstPlan({ testId, populations }: Pick<SampleProps, 'testId' | 'populations'>) {
  const [first, ...others] = usable(populations);
  if (first !== undefined) return <ProposePlan testId={testId} populations={[first, ...others]} />;
  return (
    <Card>
      <EmptyState sentence="A sample is drawn from the client's list. Import the list on the Population tab first." />
    </Card>
  );
}

interface CoverageCardProps extends Pick<SampleProps, 'grid'> {
  readonly coverage: NonNullable<Sampling['coverage']>;
  readonly plans: readonly Plan[];
}

function CoverageCard({ coverage, plans, grid }: CoverageCardProps) {
  const items = plans.flatMap((plan) => plan.items).filter(({ status }) => status !== 'replaced');
  const { words, quarters, outside } = coverage;
  const start = quarters[0]?.start;
  const end = quarters.at(-1)?.end;
  const marks = items.flatMap(({ id, occurredOn, key }) =>
    occurredOn === null ? [] : [{ date: occurredOn, state: testedState(grid, id), label: key }],
  );
  const total = plans
    .filter(({ parentId, basis }) => parentId === null && basis !== 'targeted')
    .reduce((sum, plan) => sum + (plan.drawnPopulationCount ?? 0), 0);
  const row = {
    ...{
      id: 'items',
      reference: '',
      label: 'Items drawn',
      drawn: items.length,
      total: Math.max(total, items.length),
    },
    content: { kind: 'items', marks, showsEmptyQuarters: true } as const,
  };
  return (
    <Card title="Coverage of the period">
      <p className={styles['hint']}>{words}</p>
      {start === undefined || end === undefined || marks.length === 0 ? null : (
        <Timeline
          label={`Items drawn over the period, ${words}`}
          start={start}
          end={end}
          rows={[row]}
          hasLegend={false}
        />
      )}
      {outside === 0 ? null : <p className={styles['hint']}>{formatCount(outside)} outside the period</p>}
    </Card>
  );
}

/** A concluded test takes no further items. */
function isConcluded(grid: TestGrid | undefined): boolean {
  return grid?.status === 'concluded' || grid?.status === 'reviewed';
}

/** Whether an item is tested, and without a deviation. */
function testedState(grid: TestGrid | undefined, itemId: string): 'tested' | 'not-tested' | 'deviation' {
  const results = grid?.items.find(({ id }) => id === itemId)?.cells.map(({ result }) => result) ?? [];
  if (results.includes('deviation')) return 'deviation';
  return results.length > 0 && !results.includes(null) ? 'tested' : 'not-tested';
}
