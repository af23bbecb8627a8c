/** Defining what list is asked for, before it arrives. */
import type { PlainDate } from '../../lib/plain-date.ts';
import { decidedWith, weigh, type Decided, type DecisionContext } from '../journal/decision.ts';
import { add, set } from '../journal/ops.ts';
import { rule, type Refusal } from '../gates/refusal.ts';
import { spanFinding, type CoveredDays } from './population-span.ts';
import {
  existing,
  gathering,
  refusalOfPhase,
  staleFinding,
  textFinding,
} from '../testing/fieldwork-rules.ts';

/** What is known of a list: what it holds and where it comes from (d.6). */
export interface PopulationDescription {
  readonly title: string;
  readonly description: string;
  readonly sourceSystem: string;
  /** The query or parameters with which the list was made. */
  readonly query: string;
  readonly extractedBy: string;
  readonly extractedOn: PlainDate | null;
  /** The count that the client's system showed. */
  readonly statedCount: number | null;
  /** The days that the list covers; `null` for the first or last day of the period. */
  readonly coversFrom: PlainDate | null;
  readonly coversTo: PlainDate | null;
}

/** Defines a population of a control. Its list arrives later. */
export function definePopulation(
  context: DecisionContext,
  input: PopulationDescription & { readonly controlId: string },
): Decided<{ populationId: string }> {
  const control = existing(context.state, 'control', input.controlId);
  if (!control.ok) return control;
  const weighed = weigh(context, [
    refusalOfPhase(context, gathering),
    textFinding(input.title, 'The title'),
    spanFinding(context.state, input),
  ]);
  if (!weighed.ok) return weighed;
  const populationId = context.newId();
  const received = {
    ...{ evidenceId: null, fileSha256: null, sheet: null, encoding: null, delimiter: null },
    ...{ columns: [], keyColumns: [], dateColumn: null, stratumColumn: null, remarks: [], findings: [] },
    ...{ rowsInFile: 0, recordCount: 0, populationSha256: null, rowsSha256: null, shape: null },
    ...{ firstDate: null, lastDate: null },
  };
  const reconciled = { reconciledSha256: null, reconciledBy: null, reconciledAt: null };
  const op = add('population', populationId, {
    ...input,
    ...received,
    ...reconciled,
    status: 'defined',
    statusReason: null,
    zeroReason: null,
  });
  return decidedWith([op], { populationId });
}

/** Corrects what is said about a list. Fixed once the population is reconciled: the tests were made on what it says. */
export function describePopulation(
  context: DecisionContext,
  input: PopulationDescription & { readonly populationId: string; readonly revision?: number | undefined },
): Decided {
  const found = existing(context.state, 'population', input.populationId);
  if (!found.ok) return found;
  const population = found.value;
  const isFixed = population.status === 'reconciled' || population.status === 'superseded';
  const weighed = weigh(context, [
    refusalOfPhase(context, gathering),
    staleFinding(context, 'population', population, input.revision),
    textFinding(input.title, 'The title'),
    isFixed ? fixed(population.status) : null,
    spanFinding(context.state, input),
    population.status === 'received' && isOtherSpan(population, input) ? spanIsFixed() : null,
  ]);
  if (!weighed.ok) return weighed;
  const { title, description, sourceSystem, query, extractedBy, extractedOn, statedCount } = input;
  const { coversFrom, coversTo } = input;
  const said = { title, description, sourceSystem, query, extractedBy, extractedOn, statedCount };
  const values = { ...said, coversFrom, coversTo };
  return decidedWith(set(context.state, 'population', population.id, values), null);
}

const isOtherSpan = (population: CoveredDays, input: CoveredDays): boolean =>
  population.coversFrom !== input.coversFrom || population.coversTo !== input.coversTo;

/** The rows were held against the days at the import. */
function spanIsFixed(): Refusal {
  return rule(
    'wrong-state',
    'The list was received and held against the days that it covers.',
    'Send the list back, correct the days, and import it again.',
  );
}

function fixed(status: string): Refusal {
  return rule(
    'wrong-state',
    `The population is ${status}; what is said about it is fixed.`,
    'Supersede the population, and define another.',
    { status },
  );
}
