import type { Row } from '../../shared/domain/journal/entities.ts';
import type { RowHead } from '../../shared/domain/population/population-row-text.ts';
import type { ListState } from '../../shared/domain/sampling/draw-items.ts';
import type { RecordSource, SourceRecord } from '../../shared/domain/sampling/draw-selection.ts';
import { KeptHeads } from './kept-heads.ts';
import type { CheckedBlock, EngagementStore, PopulationRow } from './ports/engagement-store.ts';
import type { StartHash } from './ports/running-hash.ts';

/** The digest over the lines of rows in the order of the file. */
export function rowsDigest(blocks: Iterable<Pick<CheckedBlock, 'lines'>>, startHash: StartHash): string {
  const hash = startHash();
  for (const { lines } of blocks) hash.update(lines);
  return hash.hex();
}

/** The list of a population as it stands in the file now: its source bytes and its rows. `onHead` is told each row. */
export function listStateOf(
  store: EngagementStore,
  { fileSha256, id }: Row<'population'>,
  startHash: StartHash,
  onHead: (head: RowHead) => void = () => undefined,
): ListState {
  function* watched(): Generator<CheckedBlock> {
    for (const block of store.populationRows.blocks(id)) {
      block.heads.forEach(onHead);
      yield block;
    }
  }
  return {
    isFileIntact: fileSha256 !== null && store.evidence.check(fileSha256) === 'matches',
    rowsSha256: rowsDigest(watched(), startHash),
  };
}

/** The list of a population with its records for a draw: both from one reading, so that nothing lies between. */
export function listWithRecords(
  store: EngagementStore,
  population: Row<'population'>,
  startHash: StartHash,
  stratumColumn: string | null,
): { readonly list: ListState; readonly source: RecordSource } {
  const kept = new KeptHeads();
  const list = listStateOf(store, population, startHash, (head) => {
    if (head.included) kept.add(head);
  });
  const source = recordSource(store, population, stratumColumn);
  return {
    list,
    source: stratumColumn === null ? { ...source, included: () => withoutStratum(kept) } : source,
  };
}

function* withoutStratum(kept: KeptHeads): Generator<SourceRecord> {
  for (let place = 0; place < kept.size; place += 1) yield { ...kept.at(place), stratum: null };
}

/** The records of a population; `stratumColumn` is the plan's. */
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
      for (const row of rows.included(population.id)) yield record(row);
    },
    byKeys: (keys) =>
      rows
        .byKeys(population.id, keys)
        .filter((row) => row.included)
        .map(record),
  };
}
