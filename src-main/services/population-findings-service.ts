import type { populationFindingsContract } from '../../shared/contract/population-findings.ts';
import { engagementOf } from '../../shared/domain/engagement/team.ts';
import type { Row } from '../../shared/domain/journal/entities.ts';
import { notFound } from '../../shared/domain/journal/row-decisions.ts';
import { find } from '../../shared/domain/journal/state.ts';
import { keyFindings } from '../../shared/domain/population/key-findings.ts';
import { compareLists, type ComparedList } from '../../shared/domain/population/list-comparison.ts';
import { countHours } from '../../shared/domain/population/time-of-day.ts';
import type { ZoneOffset } from '../../shared/lib/plain-date.ts';
import { err, ok } from '../../shared/lib/result.ts';
import type { Handlers } from './handlers.ts';
import type { Session } from './session.ts';

/** What the service needs. */
export interface PopulationFindingsPorts {
  readonly session: Session;
  readonly offsetOf: ZoneOffset;
}

/** Looks at the records of lists on file. */
export function createPopulationFindingsService(
  ports: PopulationFindingsPorts,
): Handlers<typeof populationFindingsContract> {
  const { session } = ports;
  return {
    'population.findings': ({ populationId }) => {
      const population = find(session.state(), 'population', populationId);
      return population === undefined
        ? err(notFound('population', populationId))
        : ok(findingsOf(ports, population));
    },
    'population.compare': ({ populationId, otherId }) => {
      const here = find(session.state(), 'population', populationId);
      const there = find(session.state(), 'population', otherId);
      if (here === undefined) return err(notFound('population', populationId));
      if (there === undefined) return err(notFound('population', otherId));
      return ok(compareLists(listOf(session, here), listOf(session, there)));
    },
  };
}

function findingsOf({ session, offsetOf }: PopulationFindingsPorts, population: Row<'population'>) {
  const { id, columns, dateColumn, statedCount: stated, rowsInFile, recordCount } = population;
  const { populationRows } = session.store();
  const at = dateColumn === null ? -1 : columns.indexOf(dateColumn);
  const zone = { name: engagementOf(session.state())?.timeZone ?? 'UTC', offsetOf };
  const agrees = stated === null ? null : stated === rowsInFile;
  return {
    totals: { stated, inFile: rowsInFile, kept: recordCount, agrees },
    // A number that a filter left out is not missing: keys are looked at over the whole file.
    ...keyFindings(keysOf(populationRows.all(id))),
    ...countHours(cellsOf(populationRows.included(id), at), zone),
  };
}

function* keysOf(rows: Iterable<{ readonly key: string }>): Generator<string> {
  for (const { key } of rows) yield key;
}

function* cellsOf(rows: Iterable<{ readonly cells: readonly string[] }>, at: number): Generator<string> {
  for (const { cells } of rows) yield cells[at] ?? '';
}

function listOf(session: Session, { id, columns }: Row<'population'>): ComparedList {
  return { columns, rows: session.store().populationRows.included(id) };
}
