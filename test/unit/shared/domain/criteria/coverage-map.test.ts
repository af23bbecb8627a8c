import { expect, it } from 'vitest';
import { coverageMap, stepOf } from '../../../../../shared/domain/criteria/coverage-map.ts';
import { add } from '../../../../../shared/domain/journal/ops.ts';
import { after, changed, criterionFields, sha256 } from '../../../../helpers/domain-fixture.ts';
import { testedState } from '../../../../helpers/concluding-fixture.ts';

it('marks what is left out with approval, and what only a vendor covers', () => {
  const state = after(testedState(), [
    add('criterion', 'c-1', criterionFields('CC6.4', 3)),
    add('criterion', 'c-2', criterionFields('CC6.5', 4)),
    add('nonRelevantCriterion', 'n-1', {
      ...{
        criterionCode: 'CC6.5',
        reason: 'Nothing is disposed of.',
        approvedBy: 'p-partner',
        withdrawn: false,
      },
    }),
    add('complementaryControl', 'k-1', {
      ...{ kind: 'subservice', subserviceId: null, number: 'CS-1', text: 'x', criteria: ['CC6.4'] },
      ...{ controlIds: [], withdrawn: false },
    }),
  ]);
  const cells = coverageMap(state, sha256).flatMap((row) => row.cells);
  expect(cells.map((cell) => [cell.code, cell.state])).toEqual([
    ['CC6.2', 'covered'],
    ['CC6.3', 'covered'],
    ['CC6.4', 'subservice'],
    ['CC6.5', 'notRelevant'],
  ]);
});

it('steps up with the tests concluded', () => {
  const half = changed(testedState(), 'test', 'test-operating', { status: 'inProgress' });
  expect(
    coverageMap(half, sha256)[0]?.cells.map((cell) => [cell.step, cell.testsConcluded, cell.tests]),
  ).toEqual([
    [2, 1, 2],
    [2, 1, 2],
  ]);
  expect([stepOf(0, 3), stepOf(1, 3), stepOf(2, 3), stepOf(3, 3), stepOf(5, 6)]).toEqual([0, 1, 2, 4, 3]);
});
