import { fieldsOf, type EntityName, type FieldsOf, type Row } from '../../shared/domain/journal/entities.ts';
import type { DecisionContext } from '../../shared/domain/journal/decision.ts';
import { add } from '../../shared/domain/journal/ops.ts';
import { all, find, type EngagementState } from '../../shared/domain/journal/state.ts';
import type { FilterInput } from '../../shared/domain/population/population-filter.ts';
import { populationRowText } from '../../shared/domain/population/population-row-text.ts';
import { receivePopulation, type ReceivedList } from '../../shared/domain/population/receive-population.ts';
import { reconcilePopulation } from '../../shared/domain/population/reconcile-population.ts';
import { RowCells } from '../../shared/domain/population/row-cells.ts';
import { createRowIntake, type IntakeRow } from '../../shared/domain/population/row-intake.ts';
import { drawItems, type ListState } from '../../shared/domain/sampling/draw-items.ts';
import type { RecordSource } from '../../shared/domain/sampling/draw-selection.ts';
import { approvePlan, planSample, type PlanInput } from '../../shared/domain/sampling/plan-sample.ts';
import { periodOf } from '../../shared/domain/testing/fieldwork-rules.ts';
import {
  evaluateDeviation,
  finishEvaluation,
  standingDeviations,
  type DeviationAnswers,
} from '../../shared/domain/testing/deviations.ts';
import { recordResults, type CellInput } from '../../shared/domain/testing/record-results.ts';
import type { RecordDays } from '../../shared/domain/testing/sample-coverage.ts';
import { attributesOf, startTest } from '../../shared/domain/testing/start-test.ts';
import { itemsUnderTest } from '../../shared/domain/sampling/plan-state.ts';
import { addDays, utcOffset } from '../../shared/lib/plain-date.ts';
import { after, changed, contextOf, day, fieldworkState, sha256, taken } from './domain-fixture.ts';

/** A zone in which every instant falls on its UTC day. */
export const utc = { name: 'UTC', offsetOf: utcOffset } as const;

/** The header of the lists made here. */
export const header = ['Employee', 'Last day', 'Site'] as const;
/** Their mapping. */
export const mapping = { keyColumns: ['Employee'], dateColumn: 'Last day', stratumColumn: null } as const;

/** Rows `E-001` … whose days are spread evenly over the period of the fixture (1 July 2025 to 30 June 2026). */
export function spreadRows(count: number): readonly (readonly string[])[] {
  const start = day('2025-07-01');
  return Array.from({ length: count }, (_, index) => [
    `E-${String(index + 1).padStart(3, '0')}`,
    addDays(start, Math.floor((index * 364) / Math.max(1, count - 1))),
    index % 3 === 0 ? 'Austin' : 'Columbus',
  ]);
}

/** Days with records in every month of the period, as `spreadRows` has them. */
export const recordDays: RecordDays = () => spreadRows(40).map(([, date = '']) => day(date));

/** A row that was taken in, with its cells. */
type ListedRow = IntakeRow & { readonly cells: readonly string[] };

/** A list as the import hands it to the decision, with its rows. */
export function readList(
  rows: readonly (readonly string[])[],
  filters: readonly FilterInput[] = [],
  state: EngagementState = fieldworkState(),
): { readonly list: ReceivedList; readonly rows: readonly ListedRow[] } {
  const rules = { header, mapping, filters, zone: utc, period: periodOf(state) };
  const intake = createRowIntake(rules);
  if (!intake.ok) throw new Error(intake.error.message);
  const kept = rows.map((cells, index) => ({
    ...intake.value.take(RowCells.of(cells), index + 2),
    cells,
  }));
  const list = {
    ...{ file: evidenceFields('list.csv'), sheet: null, encoding: 'utf-8', delimiter: ',', columns: header },
    ...{ mapping, filters, summary: intake.value.summary(), rowsSha256: digestOf(kept), remarks: [] },
  };
  return { list, rows: kept };
}

/** The digest over rows as they are recorded. */
const digestOf = (rows: readonly ListedRow[]): string => sha256(rows.map(populationRowText).join(''));

/** A whole evidence row; override what matters. */
export function evidenceFields(name: string, overrides: Partial<FieldsOf<'evidenceFile'>> = {}) {
  return {
    ...{
      sha256: sha256(name),
      originalName: name,
      size: 10,
      mime: 'text/csv',
      receivedOn: day('2026-07-06'),
    },
    ...{
      sourcePerson: 'Identity lead',
      sourceSystem: 'HR system',
      asOf: null,
      coversFrom: null,
      coversTo: null,
    },
    ...{ redacted: false, requestId: null },
    ...overrides,
  };
}

/** The context of a member by role. */
export const as = (state: EngagementState, role: string, overrides: Partial<DecisionContext> = {}) =>
  contextOf(state, { actorId: `p-${role}`, ...overrides });

/** The fixture with a population `population-1` of control-1, defined. */
export function definedState(overrides: Partial<FieldsOf<'population'>> = {}): EngagementState {
  return after(fieldworkState(), [add('population', 'population-1', populationFields(overrides))]);
}

/** A population row before its list arrived; override what matters. */
export function populationFields(overrides: Partial<FieldsOf<'population'>> = {}): FieldsOf<'population'> {
  return {
    ...{
      controlId: 'control-1',
      title: 'Terminations',
      description: '',
      sourceSystem: 'HR',
      query: 'all leavers',
    },
    ...{ extractedBy: 'Identity lead', extractedOn: null, evidenceId: null, fileSha256: null, sheet: null },
    ...{ coversFrom: null, coversTo: null },
    ...{
      encoding: null,
      delimiter: null,
      columns: [],
      keyColumns: [],
      dateColumn: null,
      stratumColumn: null,
    },
    ...{ rowsInFile: 0, recordCount: 0, populationSha256: null, rowsSha256: null },
    ...{ shape: null, statedCount: null },
    ...{
      firstDate: null,
      lastDate: null,
      remarks: [],
      findings: [],
      reconciledSha256: null,
      reconciledBy: null,
    },
    ...({ reconciledAt: null, status: 'defined', statusReason: null, zeroReason: null } as const),
    ...overrides,
  };
}

/** A test of completeness or accuracy that found no difference; override what matters. */
export function ipeFields(
  direction: 'completeness' | 'accuracy',
  overrides: Partial<FieldsOf<'ipeTest'>> = {},
): FieldsOf<'ipeTest'> {
  return {
    ...({ populationId: 'population-1', method: 'sampleToSource', direction, result: 'pass' } as const),
    ...{ detail: 'Five records traced.', countInSystem: 5, countInFile: 5, performedBy: 'p-staff' },
    ...{ performedOn: day('2026-07-08'), withdrawn: false },
    ...overrides,
  };
}

/** A population with its list, its state and the source of its records. */
export interface Listed {
  readonly state: EngagementState;
  readonly rows: readonly ListedRow[];
  readonly source: RecordSource;
  readonly listState: ListState;
}

/** Typed reasons for the gaps that short lists leave. */
export const gapReasons = [
  { gate: 'N3', reason: 'Nobody left in these months; payroll agrees.' },
  { gate: 'S5', reason: 'Nobody left in that quarter; payroll agrees.' },
] as const;

/** `population-1` received with these rows. */
export function receivedState(rows: readonly (readonly string[])[] = spreadRows(40)): Listed {
  const state = definedState();
  const read = readList(rows, [], state);
  const input = { populationId: 'population-1', list: read.list };
  return listed(taken(state, receivePopulation(contextOf(state, { reasons: gapReasons }), input)), read.rows);
}

/** `population-1` reconciled with these rows. */
export function reconciledState(rows: readonly (readonly string[])[] = spreadRows(40)): Listed {
  const received = receivedState(rows);
  const tested = after(received.state, [
    add('ipeTest', 'ipe-1', ipeFields('completeness')),
    add('ipeTest', 'ipe-2', ipeFields('accuracy')),
  ]);
  const zeroReason = 'Nobody left in the period, as payroll shows.';
  const input = { populationId: 'population-1', zeroReason };
  return listed(taken(tested, reconcilePopulation(contextOf(tested), input)), received.rows);
}

/** The same list with another state. */
function listed(state: EngagementState, rows: readonly ListedRow[]): Listed {
  const records = rows
    .filter((row) => row.included)
    .map(({ key, rowNumber, occurredOn, cells }) => ({
      key,
      rowNumber,
      occurredOn,
      stratum: cells[2] ?? null,
    }));
  const source = {
    included: () => records,
    byKeys: (keys: readonly string[]) => records.filter(({ key }) => keys.includes(key)),
  };
  const rowsSha256 = find(state, 'population', 'population-1')?.rowsSha256 ?? '';
  return { state, rows, source, listState: { isFileIntact: true, rowsSha256 } };
}

/** The design test concluded, and the operating test under way with attributes A and B. */
export function startedState(listing: Listed = reconciledState()): Listed {
  const { state } = listing;
  const ready = changed(state, 'test', 'test-operating', { status: 'notStarted' });
  const designed = changed(ready, 'test', 'test-design', { status: 'concluded', conclusion: 'effective' });
  const attributes = [
    { key: 'A', text: 'Access disabled on every in-scope system' },
    { key: 'B', text: 'Disabled within 24 hours of the last day' },
  ];
  const started = startTest(contextOf(designed), { controlId: 'control-1', attributes, another: false });
  return listed(taken(designed, started), listing.rows);
}

/** A plan over the fixture's population: 20 of 40 by guidance, unless overridden. */
export function planInput(overrides: Partial<PlanInput> = {}): PlanInput {
  return {
    ...{ testId: 'test-operating', populationId: 'population-1', basis: 'frequencyGuidance', rates: null },
    ...({ chosenSize: 5, method: 'simpleRandom', stratumColumn: null, seed: '32658283' } as const),
    ...{ chosenKeys: [], selectionReason: null, allocation: [] },
    ...overrides,
  };
}

/** The plan that a decision made last. */
export function lastPlan(state: EngagementState) {
  const plan = all(state, 'samplePlan').at(-1);
  if (plan === undefined) throw new Error('no plan was made');
  return plan;
}

/** A plan proposed by the staff and approved by the senior. */
export function approvedState(overrides: Partial<PlanInput> = {}, listing = startedState()): Listed {
  const strata = new Map<string, number>();
  for (const { cells } of listing.rows) strata.set(cells[2] ?? '', (strata.get(cells[2] ?? '') ?? 0) + 1);
  const proposed = planSample(contextOf(listing.state), planInput(overrides), strata);
  const planned = taken(listing.state, proposed);
  const approved = approvePlan(
    as(planned, 'senior', { reasons: [{ gate: 'S1', reason: 'The list is short and uniform.' }] }),
    {
      planId: lastPlan(planned).id,
    },
  );
  return listed(taken(planned, approved, 'p-senior'), listing.rows);
}

/** The sample drawn. */
export function drawnState(overrides: Partial<PlanInput> = {}, listing = startedState()): Listed {
  const approved = approvedState(overrides, listing);
  const planId = lastPlan(approved.state).id;
  const drawn = drawItems(contextOf(approved.state), {
    planId,
    list: approved.listState,
    source: approved.source,
  });
  return listed(taken(approved.state, drawn), approved.rows);
}

/** The fields of a row without what the journal says of it, to make another row like it. */
export function fieldsOfRow<E extends EntityName>(entity: E, row: Row<E>): FieldsOf<E> {
  const names = Object.keys(fieldsOf(entity)) as (keyof FieldsOf<E>)[]; // keys of the entity's own fields
  return Object.fromEntries(names.map((name) => [name, row[name]])) as unknown as FieldsOf<E>; // every field of the entity
}

/** The sample drawn, with one stored file `ev-1` to link. */
export function evidencedState(overrides: Partial<PlanInput> = {}, listing = startedState()): Listed {
  const drawn = drawnState(overrides, listing);
  return listed(after(drawn.state, [add('evidenceFile', 'ev-1', evidenceFields('ticket.pdf'))]), drawn.rows);
}

/** A cell of the operating test, by the place of its item and the key of its attribute; a pass with evidence unless overridden. */
export function cellOf(
  state: EngagementState,
  item: number,
  key: string,
  overrides: Partial<CellInput> = {},
): CellInput {
  const attribute = attributesOf(state, 'test-operating').find((row) => row.key === key);
  return {
    ...{
      itemId: itemsUnderTest(state, 'test-operating')[item - 1]?.id ?? '',
      attributeId: attribute?.id ?? '',
    },
    ...({ result: 'pass', note: '', observation: '', evidenceIds: ['ev-1'], withdrawReason: '' } as const),
    ...overrides,
  };
}

/** Records cells as the staff on the day of the fixture. */
export const recorded = (state: EngagementState, cells: readonly CellInput[], testedOn = day('2026-07-10')) =>
  recordResults(contextOf(state), { testId: 'test-operating', cells, testedOn });

/** Every cell passed, but those given otherwise as `item/attribute`. */
export function testedState(deviating: readonly string[] = [], listing: Listed = evidencedState()): Listed {
  const { state } = listing;
  const items = itemsUnderTest(state, 'test-operating').map((_, index) => index + 1);
  const cells = items.flatMap((item) =>
    ['A', 'B'].map((key) => {
      const isDeviating = deviating.includes(`${String(item)}/${key}`);
      return cellOf(
        state,
        item,
        key,
        isDeviating ? { result: 'deviation', note: 'Removed 4 days late.' } : {},
      );
    }),
  );
  return listed(taken(state, recorded(state, cells)), listing.rows);
}

/** Answers that finish an evaluation. */
export const answers: DeviationAnswers = {
  ...{
    nature: 'Late removal of access',
    occurredOn: day('2026-01-22'),
    cause: 'The ticket waited over a weekend.',
  },
  ...({ extent: 'One of the items tested.', isolated: 'unknown', isolationProof: '' } as const),
  ...({
    compensatingControlIds: ['control-1'],
    effect: 'None seen.',
    evaluation: 'Late by 3 days.',
  } as const),
  ...({ deficiency: 'none', managementResponse: '' } as const),
};

/** Every standing deviation of the operating test evaluated. */
export function evaluatedState(listing: Listed): Listed {
  const evaluated = standingDeviations(listing.state, 'test-operating').reduce((state, { id }) => {
    const answered = taken(state, evaluateDeviation(contextOf(state), { deviationId: id, answers }));
    return taken(answered, finishEvaluation(contextOf(answered), { deviationId: id }));
  }, listing.state);
  return listed(evaluated, listing.rows);
}
