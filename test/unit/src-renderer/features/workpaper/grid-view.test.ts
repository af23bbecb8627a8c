import type { GridItem } from '../../../../../src-renderer/ui/grid/grid-model.ts';
import { describe, expect, it } from 'vitest';
import {
  askedWords,
  cellsOf,
  columnsOf,
  itemsOf,
  type TestCell,
  type TestGrid,
  type TestItem,
} from '../../../../../src-renderer/features/workpaper/grid-view.ts';

const untouched: TestCell = {
  ...{ attributeId: 'a', resultId: null, revision: null, result: null, note: '', observation: '' },
  ...{ testedOn: null, testedBy: null, evidenceCount: 0, isUnsupported: false, deviationCode: null },
};

function gridOf(cell: Partial<TestCell>): TestGrid {
  const counts = { pass: 0, deviation: 0, notApplicable: 0, empty: 1, unsupported: 0 };
  return {
    ...{ testId: 't', revision: 1, workpaperId: 'w', ref: 'CC6-01', controlId: 'c', status: 'inProgress' },
    ...{ conclusion: null, conclusionText: '', concludedBy: null, concludedAt: null },
    ...{
      settingHistory: null,
      reportTest: null,
      rollForward: null,
      nature: 'manual',
      managerJudgment: null,
      managerJudgmentBy: null,
      compensatingControlIds: [],
    },
    ...{ evidenceCount: 0, columns: ['id', 'site', 'left_on', 'hours'], total: 1, counts, rates: [] },
    attributes: [
      { id: 'a', key: 'A', text: 'within 24 hours', tickmark: '†', withoutDeviation: 0, tested: 0 },
    ],
    items: [
      {
        ...{ id: 'i', revision: 1, planId: 'p', ordinal: 1, key: '7', occurredOn: '2026-01-22' },
        ...{ stratum: null, isTargeted: false, replacementOf: null, evidenceCount: 0 },
        record: ['7', 'Austin', '2026-01-22T17:18:00', '96.3'],
        cells: [{ ...untouched, ...cell }],
      },
    ],
  };
}

const enter = (to: 'pass' | 'deviation' | 'not-applicable' | 'empty') => [
  { itemId: 'i', attributeId: 'a', from: 'empty', to } as const,
];

describe('what must be said before an entry', () => {
  it.each([
    ['deviation', {}, 'deviation'],
    ['not-applicable', {}, 'not-applicable'],
    ['deviation', { note: 'Four days late.' }, undefined],
    ['pass', {}, undefined],
    ['empty', { deviationCode: 'DV-01', result: 'deviation' }, 'take-back'],
    ['pass', { deviationCode: 'DV-01', note: 'Four days late.' }, 'take-back'],
    ['deviation', { deviationCode: 'DV-01', note: 'Four days late.' }, undefined],
  ] as const)('on %s over %j is %s', (to, cell, asked) => {
    expect(askedWords(gridOf(cell), enter(to))).toBe(asked);
  });
});

describe('the cells of a command', () => {
  it('keep what was written about them and name the revision that was shown', () => {
    const grid = gridOf({ revision: 4, note: 'Seen', observation: 'On screen' });
    expect(cellsOf(grid, enter('not-applicable'), { withdrawReason: 'Not late.' })).toEqual([
      {
        ...{ itemId: 'i', attributeId: 'a', revision: 4, result: 'notApplicable' },
        ...{ note: 'Seen', observation: 'On screen', withdrawReason: 'Not late.' },
      },
    ]);
  });

  it('name no revision where nothing was recorded', () => {
    expect(cellsOf(gridOf({}), enter('pass'))[0]).not.toHaveProperty('revision');
  });
});

describe('the columns of the grid', () => {
  const shape = { keyColumns: ['id'], dateColumn: 'left_on' };

  it('begin with the date, leave the key out, and stop where there is no more room', () => {
    const labels = columnsOf(gridOf({}), shape, 2).map(({ label }) => label);
    expect(labels).toEqual(['left_on', 'site']);
  });

  it('set figures to the right', () => {
    const columns = columnsOf(gridOf({}), shape, 3);
    expect(columns.map(({ label, align }) => [label, align])).toEqual([
      ['left_on', 'left'],
      ['site', 'left'],
      ['hours', 'right'],
    ]);
  });

  it('show day and time of the date, and a mark on its way at once', () => {
    const grid = gridOf({});
    const [item] = itemsOf(grid, columnsOf(grid, shape, 1), new Map([['i a', 'pass']]));
    expect(item?.values).toEqual([{ text: '22 Jan 2026 17:18' }]);
    expect(item?.cells[0]?.mark).toBe('pass');
  });

  it('are the same objects again where nothing changed, so that their rows are not drawn anew', () => {
    const grid = gridOf({});
    const known = new WeakMap<TestItem, GridItem>();
    const columns = columnsOf(grid, shape, 1);
    const [before] = itemsOf(grid, columns, new Map(), known);
    expect(itemsOf(grid, columns, new Map(), known)[0]).toBe(before);
    const [marked] = itemsOf(grid, columns, new Map([['i a', 'pass']]), known);
    expect(marked).not.toBe(before);
    expect(itemsOf(grid, columns, new Map(), known)[0]).toBe(before);
  });

  it('say that a pass lacks its evidence', () => {
    const [item] = itemsOf(gridOf({ result: 'pass', isUnsupported: true }), [], new Map());
    expect(item?.cells[0]?.mark).toBe('missing');
  });
});
