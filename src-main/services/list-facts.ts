import { engagementOf } from '../../shared/domain/engagement/team.ts';
import type { Row } from '../../shared/domain/journal/entities.ts';
import { find } from '../../shared/domain/journal/state.ts';
import { acceptanceOf } from '../../shared/domain/population/finding-acceptance.ts';
import { createAlikeTable } from '../../shared/domain/population/plain-key.ts';
import { listFindingsOf, type ListFinding } from '../../shared/domain/population/list-findings.ts';
import { shapeOfText, tallyShape, type ListShape } from '../../shared/domain/population/list-shape.ts';
import type { LocalZone } from '../../shared/domain/population/population-date.ts';
import { gapReasonsOf } from '../../shared/domain/population/population-gaps.ts';
import { populationHealth } from '../../shared/domain/population/population-health.ts';
import { filtersOf, ipeTestsOf } from '../../shared/domain/population/population-state.ts';
import { RowCells } from '../../shared/domain/population/row-cells.ts';
import { expectedIn } from '../../shared/domain/sampling/plan-size.ts';
import { spanOf } from '../../shared/domain/population/population-span.ts';
import type { ZoneOffset } from '../../shared/lib/plain-date.ts';
import type { PopulationRow } from './ports/engagement-store.ts';
import type { Session } from './session.ts';

/** What looking at a list needs. */
export interface ListFactsPorts {
  readonly session: Session;
  readonly offsetOf: ZoneOffset;
}

/** What a list shows, and the findings that follow. */
export interface ListFactsFound {
  readonly shape: ListShape;
  readonly findings: readonly ListFinding[];
}

/** What a list as it stands now shows, and what of it a person must deal with. */
export function listFactsOf(ports: ListFactsPorts, population: Row<'population'>): ListFactsFound {
  const state = ports.session.state();
  const { id } = population;
  const period = spanOf(state, population);
  const rate = find(state, 'control', population.controlId)?.frequency ?? 'perOccurrence';
  const shape = shapeOf(ports, population);
  const health = populationHealth(shape, period, rate);
  const findings = listFindingsOf({
    ...{ population, period, ...shape, health },
    filters: filtersOf(state, id),
    ipeTests: ipeTestsOf(state, id),
    gapReasons: gapReasonsOf(state, id, health.gaps),
    expected: expectedIn(period, rate),
  });
  return { shape, findings };
}

/**
 * What the records of a list show. It was recorded with the list; only where the engagement's zone was changed since are
 * the times of day read again.
 */
export function shapeOf({ session, offsetOf }: ListFactsPorts, population: Row<'population'>): ListShape {
  const zone = engagementOf(session.state())?.timeZone ?? 'UTC';
  const recorded = population.shape === null ? null : shapeOfText(population.shape);
  if (recorded?.zone === zone) return recorded;
  return shapeOfRows(session.store().populationRows.all(population.id), population, { name: zone, offsetOf });
}

/** Looks at every row of a list. */
export function shapeOfRows(
  rows: Iterable<PopulationRow>,
  { columns, dateColumn }: Pick<Row<'population'>, 'columns' | 'dateColumn'>,
  zone: LocalZone,
): ListShape {
  const keys = createAlikeTable();
  const tally = tallyShape({ columns, dateColumn, zone, keys });
  const cells = new RowCells();
  for (const row of rows)
    tally.take(row, cells.set(row.cells), keys.add(row.key) === -1 ? keys.size - 1 : -1);
  return tally.shape();
}

/** The findings that neither a filter nor a reason has dealt with. */
export function openFindings(ports: ListFactsPorts, population: Row<'population'>): readonly ListFinding[] {
  const { findings } = listFactsOf(ports, population);
  const state = ports.session.state();
  return findings.filter(
    (found) => found.state === 'open' && acceptanceOf(state, population.id, found) === undefined,
  );
}
