import { describe, expect, it } from 'vitest';
import {
  filtersOf,
  identityOf,
  ipeTestsOf,
  populationMoveFinding,
  populationMoves,
  type PopulationStatus,
} from '../../../../../shared/domain/population/population-state.ts';
import { add } from '../../../../../shared/domain/journal/ops.ts';
import { after } from '../../../../helpers/domain-fixture.ts';
import { definedState, ipeFields, populationFields } from '../../../../helpers/fieldwork-fixture.ts';

const allowed = [
  'defined>received',
  'received>reconciled',
  'received>rejected',
  'rejected>received',
  'reconciled>superseded',
];
const states = Object.keys(populationMoves) as PopulationStatus[]; // keys of a record over the states

describe('moves of a population', () => {
  it.each(states.flatMap((from) => states.map((to) => [from, to] as const)))('%s to %s', (from, to) => {
    const refusal = populationMoveFinding(from, to);
    if (allowed.includes(`${from}>${to}`)) expect(refusal).toBeNull();
    else expect(refusal?.code).toBe('wrong-state');
  });

  it('says what is possible instead', () => {
    expect(populationMoveFinding('received', 'superseded')).toMatchObject({
      message: 'The population is received and cannot become superseded.',
      next: 'From here it can become reconciled or rejected.',
    });
    expect(populationMoveFinding('superseded', 'received')?.next).toBe('This state is final.');
  });
});

describe('what belongs to a population', () => {
  const filter = {
    ...{
      populationId: 'population-1',
      column: 'Site',
      values: ['Test'],
      reason: 'Test site.',
      removedRows: 1,
    },
    kind: 'columnNotEquals',
  } as const;
  const state = after(definedState(), [
    add('populationFilter', 'f-1', { ...filter, code: 'F1', withdrawn: true }),
    add('populationFilter', 'f-2', { ...filter, code: 'F2', withdrawn: false }),
    add('ipeTest', 'ipe-1', ipeFields('accuracy')),
    add('ipeTest', 'ipe-2', ipeFields('accuracy', { withdrawn: true })),
  ]);

  it('leaves out what was withdrawn', () => {
    expect(filtersOf(state, 'population-1').map(({ code }) => code)).toEqual(['F2']);
    expect(ipeTestsOf(state, 'population-1').map(({ id }) => id)).toEqual(['ipe-1']);
  });

  it('is identified by its file, how it is read, and its filters', () => {
    const row = state.rows.population.get('population-1');
    if (row === undefined) throw new Error('missing');
    expect(
      identityOf({ ...row, ...populationFields({ fileSha256: 'ab', keyColumns: ['Key'] }) }, [filter]),
    ).toEqual({
      ...{ fileSha256: 'ab', sheet: null, encoding: null, delimiter: null, keyColumns: ['Key'] },
      ...{ dateColumn: null, stratumColumn: null, filters: [filter] },
    });
  });
});
