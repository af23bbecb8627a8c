/** Taking a client's list as the population, refusing it, and narrowing it by recorded filters. */
import { rule, type Refusal } from '../gates/refusal.ts';
import { decidedWith, weigh, type Decided, type DecisionContext } from '../journal/decision.ts';
import type { FieldsOf, Row } from '../journal/entities.ts';
import type { AddOp } from '../journal/entry.ts';
import { add, set } from '../journal/ops.ts';
import { find, where } from '../journal/state.ts';
import {
  existing,
  gathering,
  refusalOfPhase,
  staleFinding,
  textFinding,
} from '../testing/fieldwork-rules.ts';
import { describeFilter, filterFinding, type FilterInput } from './population-filter.ts';
import { expectedParts, gapFindings, gapsIn } from './population-gaps.ts';
import { recordsByDate, shapeText, type ListShape } from './list-shape.ts';
import { populationSha256 } from './population-hash.ts';
import { spanOf } from './population-span.ts';
import { filtersOf, identityOf, ipeTestsOf, populationMoveFinding } from './population-state.ts';
import { intakeFindings, type ColumnMapping, type IntakeSummary } from './row-intake.ts';

/** A list as it was read, stored and counted. */
export interface ReceivedList {
  readonly file: FieldsOf<'evidenceFile'>;
  readonly sheet: string | null;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly columns: readonly string[];
  readonly mapping: ColumnMapping;
  readonly filters: readonly FilterInput[];
  readonly summary: IntakeSummary;
  /** SHA-256 over the lines of `populationRowText`. */
  readonly rowsSha256: string;
  /** What the reader found that a person could not see or might misread, in words. */
  readonly remarks: readonly string[];
}

/** Why a list may not be taken as this population now, or `null`. Asked before a long import begins, and again at its end. */
export function receiveFinding(
  context: DecisionContext,
  population: Row<'population'>,
  revision: number | undefined,
): Refusal | null {
  return (
    refusalOfPhase(context, gathering) ??
    staleFinding(context, 'population', population, revision) ??
    populationMoveFinding(population.status, 'received')
  );
}

/**
 * Takes a list as the population: gates N2 (keys), N3B (records outside the period), N3 (parts of the period without a
 * record, which need an explanation), and dates with no certain reading. The file becomes evidence by its hash.
 */
export function receivePopulation(
  context: DecisionContext,
  input: {
    readonly populationId: string;
    readonly revision?: number | undefined;
    readonly list: ReceivedList;
  },
): Decided<{ evidenceId: string }> {
  const found = existing(context.state, 'population', input.populationId);
  if (!found.ok) return found;
  const { list } = input;
  const weighed = weigh(context, [
    receiveFinding(context, found.value, input.revision),
    ...listFindings(context, found.value, list),
  ]);
  if (!weighed.ok) return weighed;
  const evidenceId = context.newId();
  const link = { evidenceId, targetKind: 'population', targetId: input.populationId, place: '' } as const;
  const ops = [
    add('evidenceFile', evidenceId, list.file),
    add('evidenceLink', context.newId(), { ...link, withdrawn: false }),
    ...list.filters.map((filter, index) =>
      filterOp(context, input.populationId, filter, list.summary.removed[index] ?? 0, index),
    ),
    ...set(context.state, 'population', input.populationId, {
      ...receivedFields(context, found.value, list),
      evidenceId,
    }),
  ];
  return decidedWith([...ops, ...weighed.value], { evidenceId });
}

/** What stands against taking a list, warnings included; for the preview and for the import. */
export function listFindings(
  context: DecisionContext,
  population: Row<'population'>,
  list: Pick<ReceivedList, 'columns' | 'mapping' | 'filters' | 'summary'>,
): readonly Refusal[] {
  const filterFaults = list.filters.map((filter) =>
    filterFinding(filter, list.columns, list.mapping.dateColumn),
  );
  return [
    ...filterFaults.filter((finding) => finding !== null),
    ...intakeFindings(list.summary, population.id),
    ...gapsOf(context, population, { mapping: list.mapping, ...list.summary }),
  ];
}

interface GapFacts {
  readonly mapping: Pick<ColumnMapping, 'dateColumn'>;
  readonly records: number;
  readonly shape: ListShape;
}

function gapsOf(
  context: DecisionContext,
  population: Row<'population'>,
  { mapping, records, shape }: GapFacts,
): readonly Refusal[] {
  const period = spanOf(context.state, population);
  // An empty list says so by itself: its reason is given when it is reconciled (gate N1).
  if (period === null || mapping.dateColumn === null || records === 0) return [];
  const frequency = find(context.state, 'control', population.controlId)?.frequency ?? 'perOccurrence';
  return gapFindings(gapsIn(expectedParts(period, frequency), recordsByDate(shape)), population.id);
}

function receivedFields(
  context: DecisionContext,
  population: Row<'population'>,
  list: ReceivedList,
): Partial<FieldsOf<'population'>> {
  const { sheet, encoding, delimiter, columns, mapping, summary } = list;
  const read = { fileSha256: list.file.sha256, sheet, encoding, delimiter, columns, ...mapping };
  return {
    ...read,
    rowsInFile: summary.rows,
    recordCount: summary.records,
    firstDate: summary.firstDate,
    lastDate: summary.lastDate,
    remarks: list.remarks,
    findings: [],
    shape: shapeText(summary.shape),
    rowsSha256: list.rowsSha256,
    populationSha256: populationSha256(identityOf({ ...population, ...read }, list.filters), context.sha256),
    status: 'received',
    statusReason: null,
  };
}

function filterOp(
  context: DecisionContext,
  populationId: string,
  filter: FilterInput,
  removedRows: number,
  index: number,
): AddOp {
  const { kind, column, values, reason } = filter;
  const before = where(context.state, 'populationFilter', 'populationId', populationId).length;
  const code = `F${String(before + index + 1)}`;
  return add('populationFilter', context.newId(), {
    ...{ populationId, code, kind, column, values, reason },
    removedRows,
    withdrawn: false,
  });
}

/** Sends a received list back to the client; another may then be received. Its rows are dropped, its file stays evidence. */
export function rejectPopulation(
  context: DecisionContext,
  input: { readonly populationId: string; readonly revision?: number | undefined; readonly reason: string },
): Decided {
  const found = existing(context.state, 'population', input.populationId);
  if (!found.ok) return found;
  const weighed = weigh(context, [
    refusalOfPhase(context, gathering),
    staleFinding(context, 'population', found.value, input.revision),
    populationMoveFinding(found.value.status, 'rejected'),
    textFinding(input.reason, 'The reason', 10),
  ]);
  if (!weighed.ok) return weighed;
  const values = {
    ...({ status: 'rejected', statusReason: input.reason } as const),
    ...{ populationSha256: null, rowsSha256: null, shape: null, recordCount: 0, rowsInFile: 0 },
    ...{ firstDate: null, lastDate: null },
  };
  const filters = filtersOf(context.state, input.populationId);
  return decidedWith(
    [
      ...set(context.state, 'population', input.populationId, values),
      ...filters.flatMap(({ id }) => set(context.state, 'populationFilter', id, { withdrawn: true })),
      ...ipeTestsOf(context.state, input.populationId).flatMap(({ id }) =>
        set(context.state, 'ipeTest', id, { withdrawn: true }),
      ),
      ...where(context.state, 'findingAcceptance', 'populationId', input.populationId)
        .filter(({ withdrawn }) => !withdrawn)
        .flatMap(({ id }) => set(context.state, 'findingAcceptance', id, { withdrawn: true })),
    ],
    null,
  );
}

/** What a filter does to the records of a received list, counted over its stored rows. */
export interface FilterOutcome {
  readonly removed: number;
  readonly records: number;
  readonly shape: ListShape;
  /** Digest of the rows with their new marks. */
  readonly rowsSha256: string;
}

/** Records a further filter over a received list; it becomes part of the population's hash. The next part of the period left empty is explained (gate N3). */
export function recordFilter(
  context: DecisionContext,
  input: {
    readonly populationId: string;
    readonly revision?: number | undefined;
    readonly filter: FilterInput;
    readonly outcome: FilterOutcome;
  },
): Decided<{ code: string }> {
  const found = existing(context.state, 'population', input.populationId);
  if (!found.ok) return found;
  const population = found.value;
  const { filter, outcome } = input;
  const weighed = weigh(context, [
    filterStateFinding(context, population, input.revision),
    filterFinding(filter, population.columns, population.dateColumn),
    outcome.removed > 0 ? null : removesNothing(filter),
    ...gapsOf(context, population, { mapping: population, ...outcome }),
  ]);
  if (!weighed.ok) return weighed;
  const before = filtersOf(context.state, population.id);
  const dates = [...recordsByDate(outcome.shape).keys()];
  const values = {
    recordCount: outcome.records,
    rowsSha256: outcome.rowsSha256,
    shape: shapeText(outcome.shape),
    ...{ firstDate: dates[0] ?? null, lastDate: dates.at(-1) ?? null },
    populationSha256: populationSha256(identityOf(population, [...before, filter]), context.sha256),
  };
  const op = filterOp(context, population.id, filter, outcome.removed, 0);
  const ops = [op, ...set(context.state, 'population', population.id, values), ...weighed.value];
  return decidedWith(ops, { code: String(op.fields['code']) });
}

/** Why no filter may be recorded now, or `null`. */
export function filterStateFinding(
  context: DecisionContext,
  population: Row<'population'>,
  revision: number | undefined,
): Refusal | null {
  const isReceived = population.status === 'received';
  return (
    refusalOfPhase(context, gathering) ??
    staleFinding(context, 'population', population, revision) ??
    (isReceived
      ? null
      : rule(
          'wrong-state',
          `The population is ${population.status}; filters are recorded on a list that was received and is not yet reconciled.`,
          'Supersede the population, and import the list again with the filter.',
        ))
  );
}

function removesNothing(filter: FilterInput): Refusal {
  return rule(
    'invalid-value',
    `No record is left out by “${describeFilter(filter)}”.`,
    'Look at the values of the column and correct the filter.',
  );
}
