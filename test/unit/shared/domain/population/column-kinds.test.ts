import { describe, expect, it } from 'vitest';
import { columnTally } from '../../../../../shared/domain/population/column-kinds.ts';
import { RowCells } from '../../../../../shared/domain/population/row-cells.ts';

function columnProfiles(columns: readonly string[], rows: readonly (readonly string[])[]) {
  const tally = columnTally(columns);
  for (const cells of rows) tally.take(RowCells.of(cells));
  return tally.profiles();
}

const kindOf = (...cells: readonly string[]) =>
  columnProfiles(
    ['a'],
    cells.map((cell) => [cell]),
  )[0]?.kind;

describe('the columns of a list', () => {
  it.each([
    ['date', '2026-01-05', '5/1/2026', '05.01.2026'],
    ['dateTime', '2026-01-05T10:00:00Z', '2026-01-05 10:00'],
    ['number', '12', '-3.5', '1,200,300'],
    ['yesNo', 'Yes', 'no', 'TRUE'],
    ['text', 'CHG-12', '12 monkeys', '1,20', 'x'.repeat(60)],
    ['mixed', '12', 'CHG-12'],
    ['empty', '', '  '],
  ] as const)('finds a column of %s', (kind, ...cells) => {
    expect(kindOf(...cells)).toBe(kind);
  });

  it('takes a column of days in which some have a time as one of times', () => {
    expect(kindOf('2026-01-05', '2026-01-05 10:00')).toBe('dateTime');
    expect(kindOf('2026-01-05 10:00', '2026-01-05', '7')).toBe('mixed');
    expect(kindOf('2026-01-05 10:00', `2026-01-05 10:00 ${'x'.repeat(40)}`)).toBe('mixed');
  });

  it('counts filled and blank cells, and keeps the first filled one', () => {
    const rows = [['', 'x'], ['7'], ['8', 'y']];
    expect(columnProfiles(['n', 't'], rows)).toEqual([
      { name: 'n', kind: 'number', filled: 2, blank: 1, example: '7' },
      { name: 't', kind: 'text', filled: 2, blank: 1, example: 'x' },
    ]);
  });
});
