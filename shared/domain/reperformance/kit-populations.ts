/** The lists of an engagement for the re-performance kit. */
import type { Row } from '../journal/entities.ts';
import { all, find, type EngagementState } from '../journal/state.ts';
import { filtersOf } from '../population/population-state.ts';
import type { KitPopulation } from './kit-model.ts';

/** The populations whose rows are on file: received, reconciled, and superseded ones from which samples were drawn. */
export function kitPopulations(state: EngagementState): readonly KitPopulation[] {
  return all(state, 'population')
    .filter((population) => population.rowsSha256 !== null)
    .map((population) => kitPopulation(state, population))
    .sort((a, b) => (a.rows < b.rows ? -1 : 1));
}

function kitPopulation(state: EngagementState, population: Row<'population'>): KitPopulation {
  const { id, title, status, rowsSha256, populationSha256, reconciledSha256, fileSha256 } = population;
  const { sheet, encoding, delimiter, columns, keyColumns, dateColumn, stratumColumn } = population;
  const { rowsInFile, recordCount, statedCount } = population;
  const control = find(state, 'control', population.controlId)?.code ?? '';
  return {
    ...{ id, control, title, status, rowsSha256, populationSha256, reconciledSha256, fileSha256 },
    ...{ sheet, encoding, delimiter, columns, keyColumns, dateColumn, stratumColumn },
    ...{ rowsInFile, recordCount, statedCount },
    rows: `populations/${fileLabel(control)}-${id}.jsonl`,
    filters: filtersOf(state, id).map(({ code, kind, column, values, reason, removedRows }) => ({
      ...{ code, kind, column, values, reason, removedRows },
    })),
  };
}

/** A code as part of a file name: what a file system may not take becomes a hyphen. */
export function fileLabel(code: string): string {
  return code.replace(/[^A-Za-z0-9_-]/g, '-');
}
