import { describe, expect, it } from 'vitest';
import { add } from '../../../../../shared/domain/journal/ops.ts';
import { all, find } from '../../../../../shared/domain/journal/state.ts';
import {
  addIpeTest,
  reconcilePopulation,
  supersedePopulation,
  withdrawIpeTest,
} from '../../../../../shared/domain/population/reconcile-population.ts';
import { after, contextOf, day, refusalOf, taken } from '../../../../helpers/domain-fixture.ts';
import {
  definedState,
  drawnState,
  ipeFields,
  receivedState,
  reconciledState,
} from '../../../../helpers/fieldwork-fixture.ts';

const populationId = 'population-1';
const message = 'Reconcile the population for completeness and accuracy before you draw a sample.';
const test = {
  ...({ populationId, method: 'observeExtraction', direction: 'completeness', result: 'pass' } as const),
  ...{ detail: 'Query and parameters seen on screen.', countInSystem: 186, countInFile: 186 },
  performedOn: day('2026-07-08'),
};

describe('tests of completeness and accuracy', () => {
  it('are recorded with who performed them', () => {
    const { state } = receivedState();
    const done = taken(state, addIpeTest(contextOf(state), test));
    expect(all(done, 'ipeTest')).toMatchObject([{ ...test, performedBy: 'p-staff', withdrawn: false }]);
  });

  it('cannot pass where the counts differ, but can be recorded as failed', () => {
    const { state } = receivedState();
    const different = { ...test, countInFile: 184 };
    expect(refusalOf(addIpeTest(contextOf(state), different)).message).toBe(
      'The system shows 186 and the file 184: the counts differ.',
    );
    const failed = taken(state, addIpeTest(contextOf(state), { ...different, result: 'fail' }));
    expect(all(failed, 'ipeTest')[0]?.result).toBe('fail');
  });

  it('belong between receipt and reconciliation, and are not dated in the future', () => {
    const defined = definedState();
    expect(refusalOf(addIpeTest(contextOf(defined), test)).code).toBe('wrong-state');
    const fixed = reconciledState().state;
    expect(refusalOf(addIpeTest(contextOf(fixed), test)).code).toBe('wrong-state');
    const { state } = receivedState();
    const late = { ...test, performedOn: day('2026-07-11') };
    expect(refusalOf(addIpeTest(contextOf(state), late)).message).toBe('The test is dated in the future.');
  });

  it('can be taken back before the population is reconciled on them', () => {
    const { state } = receivedState();
    const done = taken(state, addIpeTest(contextOf(state), test));
    const [row] = all(done, 'ipeTest');
    const back = taken(done, withdrawIpeTest(contextOf(done), { ipeTestId: row?.id ?? '' }));
    expect(all(back, 'ipeTest')[0]?.withdrawn).toBe(true);
    const fixed = reconciledState().state;
    expect(refusalOf(withdrawIpeTest(contextOf(fixed), { ipeTestId: 'ipe-1' })).code).toBe('wrong-state');
  });
});

describe('reconciling (gate N1)', () => {
  const both = [ipeFields('completeness'), ipeFields('accuracy')] as const;
  const stateWith = (...tests: readonly ReturnType<typeof ipeFields>[]) =>
    after(
      receivedState().state,
      tests.map((fields, index) => add('ipeTest', `ipe-${String(index)}`, fields)),
    );
  const reconcile = (state: ReturnType<typeof stateWith>, zeroReason: string | null = null) =>
    reconcilePopulation(contextOf(state), { populationId, zeroReason });

  it('fixes the hash that a draw has to find again (gate N4)', () => {
    const state = stateWith(...both);
    const done = taken(state, reconcile(state));
    const row = find(done, 'population', populationId);
    expect(row).toMatchObject({ status: 'reconciled', reconciledBy: 'p-staff', zeroReason: null });
    expect(row?.reconciledSha256).toBe(row?.populationSha256);
  });

  it.each([
    ['no test', []],
    ['completeness alone', [ipeFields('completeness')]],
    ['accuracy alone', [ipeFields('accuracy')]],
    ['a failed test', [ipeFields('completeness'), ipeFields('accuracy', { result: 'fail' })]],
    ['a failed test beside a passed one', [...both, ipeFields('accuracy', { result: 'fail' })]],
    ['a withdrawn test', [ipeFields('completeness'), ipeFields('accuracy', { withdrawn: true })]],
  ])('is refused on %s', (_, tests) => {
    expect(refusalOf(reconcile(stateWith(...tests)))).toEqual({ code: 'N1', message });
  });

  it('needs a reason for an empty list', () => {
    const empty = receivedState([]);
    const state = after(empty.state, [
      add('ipeTest', 'ipe-1', ipeFields('completeness')),
      add('ipeTest', 'ipe-2', ipeFields('accuracy')),
    ]);
    expect(refusalOf(reconcile(state, 'none')).code).toBe('N1');
    const done = taken(state, reconcile(state, 'Nobody left in the period, as payroll shows.'));
    expect(find(done, 'population', populationId)).toMatchObject({ status: 'reconciled', recordCount: 0 });
  });

  it('is refused before a list was received', () => {
    const state = definedState();
    expect(refusalOf(reconcilePopulation(contextOf(state), { populationId, zeroReason: null })).code).toBe(
      'wrong-state',
    );
  });
});

describe('superseding', () => {
  it('takes the plans that rest on the population with it', () => {
    const { state } = drawnState();
    const done = taken(
      state,
      supersedePopulation(contextOf(state), { populationId, reason: 'HR found a second list.' }),
    );
    expect(find(done, 'population', populationId)?.status).toBe('superseded');
    expect(all(done, 'samplePlan').map(({ status, statusReason }) => [status, statusReason])).toEqual([
      ['superseded', 'HR found a second list.'],
    ]);
    expect(all(done, 'sampleItem')).toHaveLength(5);
  });

  it('needs a reconciled population and a reason', () => {
    const { state } = receivedState();
    const early = supersedePopulation(contextOf(state), { populationId, reason: 'HR found a second list.' });
    expect(refusalOf(early).code).toBe('wrong-state');
    const fixed = reconciledState().state;
    expect(refusalOf(supersedePopulation(contextOf(fixed), { populationId, reason: '' })).code).toBe(
      'invalid-value',
    );
  });
});
