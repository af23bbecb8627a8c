import { engagementOf } from '../../shared/domain/engagement/team.ts';
import type { Row } from '../../shared/domain/journal/entities.ts';
import { find } from '../../shared/domain/journal/state.ts';
import { acceptanceOf } from '../../shared/domain/population/finding-acceptance.ts';
import {
  nearDuplicateFindings,
  sequenceFindings,
  type NearDuplicateFindings,
  type SequenceFindings,
} from '../../shared/domain/population/key-findings.ts';
import { listFindingsOf, type ListFinding } from '../../shared/domain/population/list-findings.ts';
import { gapReasonsOf } from '../../shared/domain/population/population-gaps.ts';
import { populationHealth } from '../../shared/domain/population/population-health.ts';
import { filtersOf, ipeTestsOf } from '../../shared/domain/population/population-state.ts';
import { countHours, type HourCounts } from '../../shared/domain/population/time-of-day.ts';
import { expectedIn } from '../../shared/domain/sampling/plan-size.ts';
import { periodOf } from '../../shared/domain/testing/fieldwork-rules.ts';
import { parsePlainDate, type PlainDate, type ZoneOffset } from '../../shared/lib/plain-date.ts';
import type { EngagementStore, PopulationRow } from './ports/engagement-store.ts';
import type { Session } from './session.ts';

/** What looking at a list needs. */
export interface ListFactsPorts {
  readonly session: Session;
  readonly offsetOf: ZoneOffset;
}

/** What was read from every record of a list, and the findings that follow. */
export interface ReadFacts {
  readonly sequence: SequenceFindings;
  readonly nearDuplicates: NearDuplicateFindings;
  readonly hours: HourCounts;
  readonly zone: string;
  readonly findings: readonly ListFinding[];
}

/** Looks at every record of a list as it stands now. */
export function listFactsOf({ session, offsetOf }: ListFactsPorts, population: Row<'population'>): ReadFacts {
  const state = session.state();
  const { id, columns, dateColumn } = population;
  const rows = session.store().populationRows;
  const zone = engagementOf(state)?.timeZone ?? 'UTC';
  const period = periodOf(state);
  const rate = find(state, 'control', population.controlId)?.frequency ?? 'perOccurrence';
  const at = dateColumn === null ? -1 : columns.indexOf(dateColumn);
  const read = {
    // A number that a filter left out is not missing; a record that a filter left out is not there twice.
    sequence: sequenceFindings(keysOf(rows.all(id))),
    nearDuplicates: nearDuplicateFindings(keysOf(rows.included(id))),
    hours: countHours(cellsOf(rows.included(id), at), { name: zone, offsetOf }),
    zone,
  };
  const health = populationHealth(datesOf(session.store(), id), period, rate);
  const findings = listFindingsOf({
    ...{ population, period, ...read, health },
    filters: filtersOf(state, id),
    ipeTests: ipeTestsOf(state, id),
    gapReasons: gapReasonsOf(state, id, health.gaps),
    expected: expectedIn(period, rate),
  });
  return { ...read, findings };
}

/** The findings that neither a filter nor a reason has dealt with. */
export function openFindings(ports: ListFactsPorts, population: Row<'population'>): readonly ListFinding[] {
  const { findings } = listFactsOf(ports, population);
  const state = ports.session.state();
  return findings.filter(
    (found) => found.state === 'open' && acceptanceOf(state, population.id, found) === undefined,
  );
}

/** The days of the records that the filters keep. */
export function* datesOf(store: EngagementStore, populationId: string): Generator<PlainDate | null> {
  for (const row of store.populationRows.included(populationId)) yield dayOf(row);
}

/** The day of a record, as it was read at the import. */
export function dayOf({ occurredOn }: PopulationRow): PlainDate | null {
  const parsed = occurredOn === null ? null : parsePlainDate(occurredOn);
  return parsed?.ok === true ? parsed.value : null;
}

function* keysOf(rows: Iterable<{ readonly key: string }>): Generator<string> {
  for (const { key } of rows) yield key;
}

function* cellsOf(rows: Iterable<{ readonly cells: readonly string[] }>, at: number): Generator<string> {
  for (const { cells } of rows) yield cells[at] ?? '';
}
