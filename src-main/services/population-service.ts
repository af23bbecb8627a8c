import type { OutputOf } from '../../shared/contract/procedure.ts';
import type { populationContract } from '../../shared/contract/population.ts';
import type { Refusal } from '../../shared/domain/gates/refusal.ts';
import type { Row } from '../../shared/domain/journal/entities.ts';
import { notFound } from '../../shared/domain/journal/row-decisions.ts';
import { all, find } from '../../shared/domain/journal/state.ts';
import { definePopulation, describePopulation } from '../../shared/domain/population/define-population.ts';
import {
  completedFilter,
  keepsOf,
  type FilterInput,
} from '../../shared/domain/population/population-filter.ts';
import { findingText } from '../../shared/domain/population/list-findings.ts';
import { populationHealth } from '../../shared/domain/population/population-health.ts';
import { populationRowText } from '../../shared/domain/population/population-row-text.ts';
import {
  filterStateFinding,
  recordFilter,
  rejectPopulation,
  type FilterOutcome,
} from '../../shared/domain/population/receive-population.ts';
import {
  addIpeTest,
  reconcileFinding,
  reconcilePopulation,
  supersedePopulation,
  withdrawIpeTest,
} from '../../shared/domain/population/reconcile-population.ts';
import { expectedIn } from '../../shared/domain/sampling/plan-size.ts';
import { spanOf } from '../../shared/domain/population/population-span.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import type { Handlers } from './handlers.ts';
import { plainDateOf } from './inputs.ts';
import { openFindings, shapeOf, shapeOfRows } from './list-facts.ts';
import { zoneOf, type ImportPorts } from './list-reading.ts';
import { listStateOf } from './list-state.ts';
import { finding } from './planning-views.ts';
import { importList, previewList } from './population-import.ts';
import { populationViewOf } from './population-views.ts';
import type { PopulationRow } from './ports/engagement-store.ts';

type Populations = Handlers<typeof populationContract>;
type Health = OutputOf<(typeof populationContract)['population.health']>;
type Writing = 'define' | 'describe' | 'import' | 'filter' | 'addIpeTest' | 'withdrawIpeTest';
type Judging = 'reconcile' | 'reject' | 'supersede';
type Part<Name extends string> = Pick<Populations, Extract<keyof Populations, `population.${Name}`>>;

/** Client lists from their definition to their reconciliation. */
export function createPopulationService(ports: ImportPorts): Populations {
  return { ...writingHandlers(ports), ...judgingHandlers(ports), ...askingHandlers(ports) };
}

function writingHandlers(ports: ImportPorts): Part<Writing> {
  const { session } = ports;
  return {
    'population.define': ({ reasons, ...input }) =>
      session.commit('population.define', reasons, (context) => definePopulation(context, dated(input))),
    'population.describe': ({ reasons, ...input }) =>
      session.commit('population.describe', reasons, (context) => describePopulation(context, dated(input))),
    'population.import': (input, call) => importList(ports, input, call),
    'population.filter': ({ populationId, revision, filter, reasons }) =>
      recordFilterOver(ports, { populationId, revision, filter, reasons }),
    'population.addIpeTest': ({ reasons, ...input }) =>
      session.commit('population.addIpeTest', reasons, (context) =>
        addIpeTest(context, { ...input, performedOn: plainDateOf(input.performedOn) }),
      ),
    'population.withdrawIpeTest': ({ reasons, ...input }) =>
      session.commit('population.withdrawIpeTest', reasons, (context) => withdrawIpeTest(context, input)),
  };
}

function judgingHandlers(ports: ImportPorts): Part<Judging> {
  const { session } = ports;
  return {
    'population.reconcile': ({ reasons, ...input }) => {
      const population = find(session.state(), 'population', input.populationId);
      const findings = population === undefined ? [] : openFindings(ports, population).map(findingText);
      return session.commit('population.reconcile', reasons, (context) =>
        reconcilePopulation(context, input, findings),
      );
    },
    'population.reject': ({ reasons, ...input }) =>
      session.commit(
        'population.reject',
        reasons,
        (context) => rejectPopulation(context, input),
        () => session.store().populationRows.discard(input.populationId),
      ),
    'population.supersede': ({ reasons, ...input }) =>
      session.commit('population.supersede', reasons, (context) => supersedePopulation(context, input)),
  };
}

function askingHandlers(ports: ImportPorts): Part<'preview' | 'list' | 'get' | 'health' | 'rows'> {
  const { session } = ports;
  const known = (populationId: string): Result<Row<'population'>, Refusal> => {
    const population = find(session.state(), 'population', populationId);
    return population === undefined ? err(notFound('population', populationId)) : ok(population);
  };
  return {
    'population.preview': (input, call) => previewList(ports, input, call),
    'population.list': ({ controlId }) => {
      const state = session.state();
      const populations = all(state, 'population').filter(
        (row) => controlId === null || row.controlId === controlId,
      );
      return ok(populations.map((population) => populationViewOf(state, population)));
    },
    'population.get': ({ populationId }) => {
      const population = known(populationId);
      return population.ok ? ok(populationViewOf(session.state(), population.value)) : population;
    },
    'population.health': ({ populationId }) => {
      const population = known(populationId);
      return population.ok ? ok(healthOf(ports, population.value)) : population;
    },
    'population.rows': ({ populationId, offset, limit }) => {
      const population = known(populationId);
      if (!population.ok) return population;
      const rows = session.store().populationRows;
      return ok({ total: rows.count(populationId), rows: rows.page(populationId, offset, limit) });
    },
  };
}

function healthOf(ports: ImportPorts, population: Row<'population'>): Health {
  const { session, startHash } = ports;
  const state = session.state();
  const store = session.store();
  const period = spanOf(state, population);
  const frequency = find(state, 'control', population.controlId)?.frequency ?? 'perOccurrence';
  const isStored = population.rowsSha256 !== null;
  const list = isStored ? listStateOf(store, population, startHash) : null;
  const reconcile = population.status === 'received' ? reconcileFinding(state, population, null) : null;
  return {
    ...populationHealth(shapeOf(ports, population), period, frequency),
    expected: expectedIn(period, frequency),
    isFileIntact: list?.isFileIntact ?? true,
    areRowsIntact: list === null || list.rowsSha256 === population.rowsSha256,
    findings: reconcile === null ? [] : [finding(reconcile)],
  };
}

interface FilterRequest {
  readonly populationId: string;
  readonly revision: number;
  readonly filter: FilterInput;
  readonly reasons: readonly { readonly gate: string; readonly reason: string }[];
}

/** Counts what the filter does, then records it and marks the rows in one transaction. */
function recordFilterOver(
  ports: ImportPorts,
  { populationId, revision, reasons, ...request }: FilterRequest,
): Result<{ code: string; removedRows: number; recordCount: number }, Refusal> {
  const { session } = ports;
  const context = session.contextOn(session.state(), reasons);
  if (!context.ok) return context;
  const population = find(session.state(), 'population', populationId);
  if (population === undefined) return err(notFound('population', populationId));
  const early = filterStateFinding(context.value, population, revision);
  if (early !== null) return err(early);
  const filter = completedFilter(request.filter, spanOf(session.state(), population), population.dateColumn);
  const keeps = keepsOf(filter, population.columns);
  const outcome = outcomeOf(ports, population, keeps);
  const done = session.commit(
    'population.filter',
    reasons,
    (decision) => recordFilter(decision, { populationId, revision, filter, outcome }),
    () => session.store().populationRows.setIncluded(populationId, (row) => row.included && keeps(row)),
  );
  if (!done.ok) return done;
  return ok({ code: done.value.code, removedRows: outcome.removed, recordCount: outcome.records });
}

function outcomeOf(
  ports: ImportPorts,
  population: Row<'population'>,
  keeps: (row: PopulationRow) => boolean,
): FilterOutcome {
  const hash = ports.startHash();
  let [removed, records] = [0, 0];
  const shape = shapeOfRows(narrowed(), population, zoneOf(ports, ports.session.state()));
  return { removed, records, shape, rowsSha256: hash.hex() };

  function* narrowed(): Generator<PopulationRow> {
    for (const row of ports.session.store().populationRows.all(population.id)) {
      const isKept = row.included && keeps(row);
      if (row.included && !isKept) removed += 1;
      if (isKept) records += 1;
      const marked = { ...row, included: isKept };
      hash.update(populationRowText(marked));
      yield marked;
    }
  }
}

function dated<T extends Record<'extractedOn' | 'coversFrom' | 'coversTo', string | null>>(input: T) {
  const dateOf = (text: string | null) => (text === null ? null : plainDateOf(text));
  return {
    ...input,
    extractedOn: dateOf(input.extractedOn),
    coversFrom: dateOf(input.coversFrom),
    coversTo: dateOf(input.coversTo),
  };
}
