import { describe, expect, it } from 'vitest';
import { createAlikeTable } from '../../../../../shared/domain/population/plain-key.ts';
import {
  recordsByDate,
  shapeOfText,
  shapeText,
  tallyShape,
} from '../../../../../shared/domain/population/list-shape.ts';
import { RowCells } from '../../../../../shared/domain/population/row-cells.ts';

const rows = [
  ['C-1', '2026-01-05T10:00', true],
  ['C-2', '2026-01-05T11:00', true],
  ['c-2', '2026-01-06T11:00', true],
  ['C-3', '2026-02-01T10:00', false],
  ['c-3', '', true],
  ['C-4', '2026-01-04', true],
  ['C-6', '2026-01-07', true],
  ['C-7', '2026-01-07', true],
] as const;

function shapeOf() {
  const keys = createAlikeTable();
  const zone = { name: 'Europe/Vienna', offsetOf: () => 3600 };
  const tally = tallyShape({ columns: ['Id', 'At'], dateColumn: 'At', zone, keys });
  for (const [index, [key, at, included]] of rows.entries()) {
    keys.add(key);
    const occurredOn = at === '' ? null : at.slice(0, 10);
    tally.take({ rowNumber: index + 2, key, occurredOn, included }, RowCells.of([key, at]), index);
  }
  return tally.shape();
}

describe('the shape of a list', () => {
  it('counts the records that the filters keep by day and hour', () => {
    const shape = shapeOf();
    expect([...recordsByDate(shape)]).toEqual([
      ['2026-01-04', 1],
      ['2026-01-05', 2],
      ['2026-01-06', 1],
      ['2026-01-07', 2],
    ]);
    expect(shape).toMatchObject({ undated: 1, zone: 'Europe/Vienna' });
    expect(shape.hours).toMatchObject({ untimed: 4, withoutOffset: 3 });
    expect([shape.hours.hours[10], shape.hours.hours[11]]).toEqual([1, 2]);
  });

  it('looks for missing numbers over all rows, and for keys written twice among those kept', () => {
    const { sequence, nearDuplicates } = shapeOf();
    expect(sequence.gaps).toEqual([{ prefix: 'C-', from: 5, to: 5, missing: 1 }]);
    expect(nearDuplicates.nearDuplicates).toEqual([['C-2', 'c-2']]);
  });

  it('profiles the columns over all rows', () => {
    expect(shapeOf().columns).toMatchObject([
      { name: 'Id', kind: 'text', filled: 8 },
      { name: 'At', kind: 'dateTime', filled: 7, blank: 1 },
    ]);
  });

  it('is read as it was recorded', () => {
    expect(shapeOfText(shapeText(shapeOf()))).toEqual(shapeOf());
  });
});
