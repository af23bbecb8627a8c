/** Completeness and accuracy of a client's list (d.6), and the gate that they open (N1). */
import type { PlainDate } from '../../lib/plain-date.ts';
import { gate, rule, type Refusal } from '../gates/refusal.ts';
import { decided, decidedWith, weigh, type Decided, type DecisionContext } from '../journal/decision.ts';
import type { FieldsOf, Row } from '../journal/entities.ts';
import { add, set } from '../journal/ops.ts';
import { where, type EngagementState } from '../journal/state.ts';
import {
  existing,
  gathering,
  refusalOfPhase,
  shortestExplanation,
  staleFinding,
  textFinding,
} from '../testing/fieldwork-rules.ts';
import { ipeTestsOf, populationMoveFinding } from './population-state.ts';

/** A test of information produced by the entity, as a person records it. */
export interface IpeTestInput {
  readonly populationId: string;
  readonly method: FieldsOf<'ipeTest'>['method'];
  readonly direction: FieldsOf<'ipeTest'>['direction'];
  readonly result: FieldsOf<'ipeTest'>['result'];
  readonly detail: string;
  /** Counts on both sides, where the test compares counts. */
  readonly countInSystem: number | null;
  readonly countInFile: number | null;
  readonly performedOn: PlainDate;
}

/** Records a test of completeness or accuracy over a received list. Counts that differ cannot pass. */
export function addIpeTest(context: DecisionContext, input: IpeTestInput): Decided<{ ipeTestId: string }> {
  const found = existing(context.state, 'population', input.populationId);
  if (!found.ok) return found;
  const weighed = weigh(context, [
    refusalOfPhase(context, gathering),
    ipeStateFinding(found.value),
    textFinding(input.detail, 'The detail of the test', 10),
    countsFinding(input),
    input.performedOn > context.today ? future() : null,
  ]);
  if (!weighed.ok) return weighed;
  const ipeTestId = context.newId();
  const op = add('ipeTest', ipeTestId, { ...input, performedBy: context.actorId, withdrawn: false });
  return decidedWith([op], { ipeTestId });
}

/** Takes a test back; it stays on record. Not after the population was reconciled on it. */
export function withdrawIpeTest(context: DecisionContext, input: { readonly ipeTestId: string }): Decided {
  const test = existing(context.state, 'ipeTest', input.ipeTestId);
  if (!test.ok) return test;
  const population = existing(context.state, 'population', test.value.populationId);
  if (!population.ok) return population;
  const weighed = weigh(context, [refusalOfPhase(context, gathering), ipeStateFinding(population.value)]);
  if (!weighed.ok) return weighed;
  return decided(set(context.state, 'ipeTest', input.ipeTestId, { withdrawn: true }));
}

/** What stands against a population being reconciled: gate N1, or `null`. */
export function reconcileFinding(
  state: EngagementState,
  population: Row<'population'>,
  zeroReason: string | null,
): Refusal | null {
  const tests = ipeTestsOf(state, population.id);
  const directions = (['completeness', 'accuracy'] as const).filter((direction) => {
    const inDirection = tests.filter((test) => test.direction === direction);
    return inDirection.length === 0 || inDirection.some((test) => test.result === 'fail');
  });
  const isZeroUnexplained =
    population.recordCount === 0 && (zeroReason ?? '').trim().length < shortestExplanation;
  if (directions.length === 0 && !isZeroUnexplained) return null;
  const facts = { missing: directions, isZeroUnexplained, records: population.recordCount };
  return gate('N1', facts, { entity: 'population', id: population.id });
}

/**
 * Reconciles a population: at least one test of completeness and one of accuracy, none of them failed, and records, or the
 * reason why there are none (gate N1). The population's hash is fixed for the draw (gate N4).
 */
export function reconcilePopulation(
  context: DecisionContext,
  input: {
    readonly populationId: string;
    readonly revision?: number | undefined;
    /** Why an empty list is right: no occurrence in the period. */
    readonly zeroReason: string | null;
  },
  /** What the list shows as open, as `findingText` writes it; recorded, so that a draw can say so. */
  findings: readonly string[] = [],
): Decided {
  const found = existing(context.state, 'population', input.populationId);
  if (!found.ok) return found;
  const population = found.value;
  const weighed = weigh(context, [
    refusalOfPhase(context, gathering),
    staleFinding(context, 'population', population, input.revision),
    populationMoveFinding(population.status, 'reconciled'),
    reconcileFinding(context.state, population, input.zeroReason),
  ]);
  if (!weighed.ok) return weighed;
  return decided(
    set(context.state, 'population', population.id, {
      status: 'reconciled',
      zeroReason: population.recordCount === 0 ? input.zeroReason : null,
      findings,
      reconciledSha256: population.populationSha256,
      reconciledBy: context.actorId,
      reconciledAt: context.at,
    }),
  );
}

/** Puts a reconciled population out of use, and with it every plan that rests on it; samples already drawn stay on record. */
export function supersedePopulation(
  context: DecisionContext,
  input: { readonly populationId: string; readonly revision?: number | undefined; readonly reason: string },
): Decided {
  const found = existing(context.state, 'population', input.populationId);
  if (!found.ok) return found;
  const weighed = weigh(context, [
    refusalOfPhase(context, gathering),
    staleFinding(context, 'population', found.value, input.revision),
    populationMoveFinding(found.value.status, 'superseded'),
    textFinding(input.reason, 'The reason', 10),
  ]);
  if (!weighed.ok) return weighed;
  const values = { status: 'superseded', statusReason: input.reason } as const;
  const plans = where(context.state, 'samplePlan', 'populationId', input.populationId);
  return decided([
    ...set(context.state, 'population', input.populationId, values),
    ...plans
      .filter((plan) => plan.status !== 'superseded')
      .flatMap((plan) => set(context.state, 'samplePlan', plan.id, values)),
  ]);
}

function ipeStateFinding(population: Row<'population'>): Refusal | null {
  if (population.status === 'received') return null;
  return rule(
    'wrong-state',
    `The population is ${population.status}; its completeness and accuracy are tested between receipt and reconciliation.`,
    population.status === 'defined'
      ? 'Import the list first.'
      : 'Supersede the population, and import the list again.',
    { status: population.status },
    { entity: 'population', id: population.id },
  );
}

function countsFinding({ result, countInSystem, countInFile }: IpeTestInput): Refusal | null {
  if (result === 'fail' || countInSystem === null || countInFile === null) return null;
  if (countInSystem === countInFile) return null;
  return rule(
    'invalid-value',
    `The system shows ${String(countInSystem)} and the file ${String(countInFile)}: the counts differ.`,
    'Find the difference, or record the test as failed.',
    { countInSystem, countInFile },
  );
}

function future(): Refusal {
  return rule('invalid-value', 'The test is dated in the future.', 'Correct the date.');
}
