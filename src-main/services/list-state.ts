import type { Row } from '../../shared/domain/journal/entities.ts';
import type { ListState } from '../../shared/domain/sampling/draw-items.ts';
import type { RecordSource, SourceRecord } from '../../shared/domain/sampling/draw-selection.ts';
import type { EngagementStore, PopulationRow } from './ports/engagement-store.ts';
import type { StartHash } from './ports/running-hash.ts';

/** The digest over the lines of rows in the order of the file. */
export function rowsDigest(lines: Iterable<Uint8Array>, startHash: StartHash): string {
  const hash = startHash();
  for (const piece of lines) hash.update(piece);
  return hash.hex();
}

/** The list of a population as it stands in the file now: its source bytes and its rows. */
export function listStateOf(
  store: EngagementStore,
  population: Row<'population'>,
  startHash: StartHash,
): ListState {
  const { fileSha256, id } = population;
  return {
    isFileIntact: fileSha256 !== null && store.evidence.check(fileSha256) === 'matches',
    rowsSha256: rowsDigest(store.populationRows.lines(id), startHash),
  };
}

/** The records of a population for a draw; `stratumColumn` is the plan's. */
export function recordSource(
  store: EngagementStore,
  population: Row<'population'>,
  stratumColumn: string | null,
): RecordSource {
  const at = stratumColumn === null ? -1 : population.columns.indexOf(stratumColumn);
  const record = ({ key, rowNumber, occurredOn, cells }: PopulationRow): SourceRecord => ({
    ...{ key, rowNumber, occurredOn },
    stratum: at === -1 ? null : (cells[at] ?? ''),
  });
  const rows = store.populationRows;
  return {
    included: function* () {
      // Without a stratum nothing of the cells is needed, and reading them is most of the work.
      if (at === -1)
        for (const { key, rowNumber, occurredOn } of rows.keys(population.id))
          yield { key, rowNumber, occurredOn, stratum: null };
      else for (const row of rows.included(population.id)) yield record(row);
    },
    byKeys: (keys) =>
      rows
        .byKeys(population.id, keys)
        .filter((row) => row.included)
        .map(record),
  };
}
