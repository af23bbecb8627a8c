import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RowCells } from '../../../../../shared/domain/population/row-cells.ts';
import {
  createRowIntake,
  intakeFindings,
  type IntakeRules,
} from '../../../../../shared/domain/population/row-intake.ts';
import { day } from '../../../../helpers/domain-fixture.ts';
import { header, mapping, utc } from '../../../../helpers/fieldwork-fixture.ts';

const period = { start: day('2025-07-01'), end: day('2026-06-30') };
const rules: IntakeRules = { header, mapping, filters: [], zone: utc, period };

function intake(rows: readonly (readonly string[])[], overrides: Partial<IntakeRules> = {}) {
  const made = createRowIntake({ ...rules, ...overrides });
  if (!made.ok) throw new Error(made.error.message);
  const kept = rows.map((cells, index) => made.value.take(RowCells.of(cells), index + 2));
  return { rows: kept, summary: made.value.summary() };
}

const messages = (rows: readonly (readonly string[])[], overrides: Partial<IntakeRules> = {}) =>
  intakeFindings(intake(rows, overrides).summary, 'population-1').map(({ code, message }) => [code, message]);

describe('taking rows in', () => {
  it('keys, dates and numbers every row', () => {
    const { rows, summary } = intake([
      ['007', '2025-07-01', ' Austin'],
      ['008', '2025-12-31T23:00:00Z', 'Columbus'],
    ]);
    expect(rows[0]).toEqual({
      rowNumber: 2,
      key: '007',
      occurredOn: '2025-07-01',
      included: true,
    });
    expect(rows[1]).toMatchObject({ rowNumber: 3, occurredOn: '2025-12-31' });
    expect(summary).toMatchObject({ rows: 2, records: 2, firstDate: '2025-07-01', lastDate: '2025-12-31' });
  });

  it('reads three numbers in the order that was stated, and asks for it before', () => {
    const list = [['1', '03/07/2025', 'Austin']];
    expect(intake(list).summary.ambiguousDates).toMatchObject({ count: 1, example: '03/07/2025' });
    expect(intake(list, { dateOrder: 'dayFirst' }).rows[0]?.occurredOn).toBe('2025-07-03');
    expect(intake(list, { dateOrder: 'monthFirst' }).rows[0]?.occurredOn).toBe('2025-03-07');
  });

  it('makes one key of several columns', () => {
    const { rows } = intake([['6044', '2026-01-04', 'kubernetes']], {
      mapping: { ...mapping, keyColumns: ['Employee', 'Site'] },
    });
    expect(rows[0]?.key).toBe('6044 | kubernetes');
  });

  it('marks what a filter leaves out and counts it there', () => {
    const filters = [
      { kind: 'withinPeriod', column: 'Last day', values: ['2025-07-01', '2026-06-30'] },
      { kind: 'columnNotEquals', column: 'Site', values: ['Test'] },
    ] as const;
    const { rows, summary } = intake(
      [
        ['1', '2025-06-30', 'Test'],
        ['2', '2025-07-01', 'Test'],
        ['3', '2025-07-02', 'Austin'],
      ],
      { filters },
    );
    expect(rows.map((row) => row.included)).toEqual([false, false, true]);
    expect(summary.removed).toEqual([1, 1]);
    expect(summary.records).toBe(1);
    expect(intakeFindings(summary, 'population-1')).toEqual([]);
  });
});

describe('what stands against a list', () => {
  it('counts every row with a blank or repeated key (gate N2)', () => {
    const rows = [
      ['A', '2025-07-01', 'x'],
      ['', '2025-07-01', 'x'],
      ['A', '2025-07-02', 'x'],
      ['A', '2025-07-03', 'x'],
      ['B', '2025-07-03', 'x'],
    ];
    expect(messages(rows)).toEqual([['N2', '4 rows have a blank or repeated key.']]);
    expect(intakeFindings(intake(rows).summary, 'population-1')[0]?.facts).toEqual({
      n: 4,
      rows: [2, 3, 4, 5],
    });
    expect(messages([['', '2025-07-01', 'x']])).toEqual([['N2', '1 row has a blank or repeated key.']]);
  });

  it('tells keys apart that differ only in case or space', () => {
    expect(
      messages([
        ['a', '2025-07-01', 'x'],
        ['A', '2025-07-01', 'x'],
        ['a ', '2025-07-01', 'x'],
      ]),
    ).toEqual([]);
  });

  it('refuses records outside the period (gate N3B)', () => {
    expect(
      messages([
        ['A', '2025-06-30', 'x'],
        ['B', '2026-07-01', 'x'],
        ['C', '2025-07-01', 'x'],
      ]),
    ).toEqual([['N3B', '2 rows are outside the period.']]);
  });

  it('judges an instant by its day in the zone of the engagement', () => {
    expect(messages([['A', '2026-06-30T23:30:00-04:00', 'x']])).toEqual([
      ['N3B', '1 row is outside the period.'],
    ]);
    expect(messages([['A', '2025-07-01T02:00:00+05:30', 'x']])).toEqual([
      ['N3B', '1 row is outside the period.'],
    ]);
  });

  it('has no period to judge by in a Type I engagement', () => {
    expect(messages([['A', '2019-01-01', 'x']], { period: null })).toEqual([]);
  });

  it('names dates without a certain reading, with an example', () => {
    expect(
      messages([
        ['A', '03/04/2026', 'x'],
        ['B', 'soon', 'x'],
        ['C', '', 'x'],
      ]),
    ).toEqual([
      ['invalid-value', '1 row without a date (row 4).'],
      ['invalid-value', '1 row with a date that can be read as two days (row 2). Row 2 has “03/04/2026”.'],
      ['invalid-value', '1 row with a date in a form that is not known (row 3). Row 3 has “soon”.'],
    ]);
  });

  it('needs a stratum in every record where a stratum column is mapped', () => {
    const stratified = { mapping: { ...mapping, stratumColumn: 'Site' } };
    expect(messages([['A', '2025-07-01', ' ']], stratified)).toEqual([
      ['invalid-value', '1 row without a stratum (row 2).'],
    ]);
  });

  it('refuses a mapping to a column that is missing or stands twice', () => {
    const missing = createRowIntake({ ...rules, mapping: { ...mapping, dateColumn: 'Date' } });
    expect(missing).toMatchObject({ ok: false, error: { message: 'The list has no column Date.' } });
    const twice = createRowIntake({ ...rules, header: ['Employee', 'Employee', 'Last day'] });
    expect(twice).toMatchObject({
      ok: false,
      error: { message: '2 columns are headed Employee, so it is not certain which is meant.' },
    });
    const none = createRowIntake({ ...rules, mapping: { ...mapping, keyColumns: [] } });
    expect(none).toMatchObject({ ok: false, error: { message: 'No key column is chosen.' } });
  });

  it('finds exactly the repeated keys of any list', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', ' ')), (keys) => {
        const { summary } = intake(keys.map((key) => [key, '2025-07-01', 'x']));
        const count = (key: string) => keys.filter((other) => other === key).length;
        const repeated = keys.filter((key) => key !== ' ' && count(key) > 1).length;
        expect(summary.repeatedKeys.count).toBe(repeated);
        expect(summary.blankKeys.count).toBe(count(' '));
      }),
    );
  });
});
