import {
  tallyNearDuplicates,
  tallySequence,
  type NearDuplicateFindings,
  type SequenceFindings,
} from '../../shared/domain/population/key-findings.ts';
import { createAlikeTable } from '../../shared/domain/population/plain-key.ts';
import { RowCells } from '../../shared/domain/population/row-cells.ts';
import { tallyShape, type ListShape } from '../../shared/domain/population/list-shape.ts';

/** The shape of records with these days and nothing else; `null` for one without a day. */
export function shapeOfDays(dates: readonly (string | null)[]): ListShape {
  const keys = createAlikeTable();
  const zone = { name: 'UTC', offsetOf: () => 0 };
  const tally = tallyShape({ columns: ['Id', 'Day'], dateColumn: 'Day', zone, keys });
  for (const [index, occurredOn] of dates.entries()) {
    const key = String(index);
    keys.add(key);
    const cells = RowCells.of([key, occurredOn ?? '']);
    tally.take({ rowNumber: index + 2, key, occurredOn, included: true }, cells, index);
  }
  return tally.shape();
}

/** The numbers that are missing among keys. */
export function sequenceFindings(keys: Iterable<string>): SequenceFindings {
  const tally = tallySequence();
  for (const key of keys) tally.take(key);
  return tally.findings();
}

/** The keys that are written alike. */
export function nearDuplicateFindings(keys: Iterable<string>): NearDuplicateFindings {
  const table = createAlikeTable();
  const tally = tallyNearDuplicates(table);
  for (const key of keys) if (table.add(key) === -1) tally.take(key, table.size - 1, true);
  return tally.findings();
}
