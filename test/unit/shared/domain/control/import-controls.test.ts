import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  columnsFinding,
  importControls,
  readControls,
  suggestColumns,
  type ControlColumns,
  type ControlList,
} from '../../../../../shared/domain/control/import-controls.ts';
import { all } from '../../../../../shared/domain/journal/state.ts';
import { contextOf, fieldworkState, refusalOf, taken } from '../../../../helpers/domain-fixture.ts';

const columns: ControlColumns = {
  code: 'No',
  title: 'Name',
  text: 'Description',
  criteria: 'TSC',
  owner: 'Owner',
  ownerTitle: null,
  nature: 'Nature',
  type: null,
  frequency: 'Frequency',
  risk: null,
};
const header = ['No', 'Name', 'Description', 'TSC', 'Owner', 'Nature', 'Frequency'];
const good = [
  'AC-1',
  'Leavers',
  'IT disables leavers within a day.',
  'CC6.2, CC6.3',
  'IT',
  'Manual',
  'Quarterly',
];

function listOf(...rows: readonly (readonly string[])[]): ControlList {
  return { header, rows, fileRows: rows.map((_cells, index) => index + 2) };
}

/** A copy of the good row with one cell replaced. */
function row(column: string, cell: string): readonly string[] {
  return good.map((value, index) => (header[index] === column ? cell : value));
}

describe('a list of controls', () => {
  it('gives a draft per row, mapped to its criteria', () => {
    expect(readControls(fieldworkState(), listOf(good), columns)).toEqual({
      faults: [],
      controls: [
        {
          row: 2,
          control: {
            criteria: ['CC6.2', 'CC6.3'],
            fields: {
              code: 'AC-1',
              title: 'Leavers',
              text: 'IT disables leavers within a day.',
              owner: 'IT',
              ownerTitle: '',
              nature: 'manual',
              type: 'preventive',
              frequency: 'quarterly',
              risk: 'high',
              startDate: null,
              endDate: null,
              ...{ libraryId: null, libraryOrigin: null, libraryVersion: null, placeholderValues: [] },
              homeCriterion: null,
            },
          },
        },
      ],
    });
  });

  it.each([
    ['No', '', 'The number is blank.'],
    ['No', 'x'.repeat(41), 'The number is longer than 40 characters.'],
    ['No', 'LA-02', 'The number LA-02 stands in the engagement already.'],
    ['Description', ' ', 'The text of the control is blank.'],
    ['TSC', 'CC6.2; CC9.9', 'CC9.9 is not a criterion in scope.'],
    ['TSC', 'CC9.9 A1.1', 'CC9.9, A1.1 are not criteria in scope.'],
    ['Nature', 'perhaps', '“perhaps” is no nature that is known.'],
    ['Frequency', 'sometimes', '“sometimes” is no frequency that is known.'],
  ])('names a fault in the column %s where it holds “%s”', (column, cell, message) => {
    const { controls, faults } = readControls(fieldworkState(), listOf(row(column, cell)), columns);
    expect(faults).toEqual([{ row: 2, column, message }]);
    expect(controls).toEqual([]);
  });

  it('names the row in which a number stands first, and every fault of a row', () => {
    const { faults } = readControls(
      fieldworkState(),
      listOf(good, ['', '', ''], row('Name', 'Again')),
      columns,
    );
    expect(faults).toEqual([{ row: 4, column: 'No', message: 'The number AC-1 stands in row 2 already.' }]);
    const two = row('Description', '').map((cell, index) => (index === 5 ? 'perhaps' : cell));
    expect(readControls(fieldworkState(), listOf(two), columns).faults).toHaveLength(2);
  });

  it('names rows as they stand in the file, and passes over those without text', () => {
    const list = { ...listOf(['', ' ', '', '', '', '', ''], row('No', '')), fileRows: [5, 9] };
    expect(readControls(fieldworkState(), list, columns).faults.map((fault) => fault.row)).toEqual([9]);
  });

  it('leaves a field at its default where no column is mapped to it', () => {
    const few = { ...columns, nature: null, frequency: null, criteria: null };
    const [read] = readControls(fieldworkState(), listOf(good), few).controls;
    expect(read?.control.fields).toMatchObject({ nature: 'manual', frequency: 'perOccurrence' });
    expect(read?.control.criteria).toEqual([]);
  });
});

describe('a mapping', () => {
  it('is refused where the list has no such column, or two of them', () => {
    const misnamed = { ...columns, criteria: 'TSCC' };
    expect(columnsFinding(listOf(good), misnamed)?.message).toBe('The list has no column TSCC.');
    expect(refusalOf(importControls(contextOf(fieldworkState()), listOf(good), misnamed, true)).message).toBe(
      'The list has no column TSCC.',
    );
    const twice = { ...listOf(good), header: [...header.slice(0, -1), 'TSC'] };
    expect(columnsFinding(twice, { ...columns, frequency: null })?.message).toBe(
      '2 columns are headed TSC, so it is not certain which is meant.',
    );
    expect(columnsFinding(listOf(good), columns)).toBeNull();
  });

  it('is not suggested by a header that stands twice', () => {
    expect(suggestColumns(['Control ID', 'TSC', 'TSC'])).toMatchObject({
      code: 'Control ID',
      criteria: null,
    });
  });
});

describe('the import', () => {
  it('adds every control as a draft with its criteria', () => {
    const before = fieldworkState();
    const context = contextOf(before);
    const state = taken(before, importControls(context, listOf(good, row('No', 'AC-2')), columns, false));
    const added = all(state, 'control').filter((control) => control.code.startsWith('AC-'));
    expect(added.map(({ code, status }) => [code, status])).toEqual([
      ['AC-1', 'draft'],
      ['AC-2', 'draft'],
    ]);
    expect(all(state, 'mapping')).toHaveLength(all(before, 'mapping').length + 4);
  });

  it('is refused where a row has a fault, and says which', () => {
    const decision = importControls(contextOf(fieldworkState()), listOf(good, row('No', '')), columns, false);
    expect(refusalOf(decision)).toEqual({ code: 'invalid-value', message: '1 row has a fault.' });
    expect(decision.ok || decision.error.facts).toEqual({ rows: [3] });
  });

  it('leaves faulty rows out where the person chose so', () => {
    const list = listOf(good, row('No', ''), row('No', 'LA-02'));
    const decision = importControls(contextOf(fieldworkState()), list, columns, true);
    expect(decision.ok && decision.value.result.leftOut).toBe(2);
    expect(decision.ok && decision.value.result.ids).toHaveLength(1);
  });

  it('is refused where no row is a control', () => {
    const decision = importControls(contextOf(fieldworkState()), listOf(row('No', '')), columns, true);
    expect(refusalOf(decision).message).toBe('No row of the list is a control.');
  });

  it('is for members of the team only', () => {
    const context = contextOf(fieldworkState(), { actorId: 'p-eqr' });
    expect(refusalOf(importControls(context, listOf(good), columns, false)).code).toBe('not-in-team');
  });
});

describe('the columns offered', () => {
  it('are found by what lists usually call them', () => {
    const usual = [
      'Control ID',
      'Control Title',
      'Control Description',
      'TSC Mapping',
      'Control Owner',
      'Owner Title',
    ];
    expect(suggestColumns([...usual, 'Nature', 'Control Type', 'Frequency', 'Risk'])).toEqual({
      code: 'Control ID',
      title: 'Control Title',
      text: 'Control Description',
      criteria: 'TSC Mapping',
      owner: 'Control Owner',
      ownerTitle: 'Owner Title',
      nature: 'Nature',
      type: 'Control Type',
      frequency: 'Frequency',
      risk: 'Risk',
    });
    expect(suggestColumns(['', 'Foo']).code).toBeNull();
  });

  it('use each column once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('ID', 'Control', 'Name', 'Text', 'Owner', 'Risk', 'Type', '')),
        (list) => {
          const used = Object.values(suggestColumns(list)).filter((name) => name !== null);
          expect(new Set(used).size).toBe(used.length);
        },
      ),
    );
  });
});
