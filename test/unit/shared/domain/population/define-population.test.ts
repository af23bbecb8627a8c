import { describe, expect, it } from 'vitest';
import {
  definePopulation,
  describePopulation,
} from '../../../../../shared/domain/population/define-population.ts';
import { all } from '../../../../../shared/domain/journal/state.ts';
import { changed, contextOf, fieldworkState, refusalOf, taken } from '../../../../helpers/domain-fixture.ts';
import { definedState, reconciledState } from '../../../../helpers/fieldwork-fixture.ts';

const description = {
  ...{ title: 'Terminations', description: 'Leavers of the period', sourceSystem: 'HR system' },
  ...{
    query: 'end date within the period',
    extractedBy: 'Identity lead',
    extractedOn: null,
    statedCount: 186,
  },
  ...{ coversFrom: null, coversTo: null },
};

describe('defining a population', () => {
  it('records what list is asked for', () => {
    const state = fieldworkState();
    const after = taken(
      state,
      definePopulation(contextOf(state), { ...description, controlId: 'control-1' }),
    );
    expect(all(after, 'population')).toMatchObject([
      { ...description, controlId: 'control-1', status: 'defined', recordCount: 0, populationSha256: null },
    ]);
  });

  it('refuses a control that is not on record, and an empty title', () => {
    const state = fieldworkState();
    expect(refusalOf(definePopulation(contextOf(state), { ...description, controlId: 'no' })).code).toBe(
      'not-found',
    );
    const untitled = { ...description, title: ' ', controlId: 'control-1' };
    expect(refusalOf(definePopulation(contextOf(state), untitled)).message).toBe('The title is empty.');
  });

  it('belongs to planning or fieldwork, and to a member of the team who is independent (A2)', () => {
    const input = { ...description, controlId: 'control-1' };
    const draft = fieldworkState({ status: 'draft' });
    expect(refusalOf(definePopulation(contextOf(draft), input))).toEqual({
      code: 'wrong-state',
      message: 'The engagement is in the phase draft; this belongs to planning or fieldwork.',
    });
    const state = fieldworkState();
    expect(refusalOf(definePopulation(contextOf(state, { actorId: 'p-eqr' }), input)).code).toBe(
      'not-in-team',
    );
    const open = changed(state, 'teamMember', 'm-staff', { independenceConfirmedAt: null });
    expect(refusalOf(definePopulation(contextOf(open), input)).code).toBe('A2');
  });
});

describe('correcting what is said about a list', () => {
  it('is possible until the population is reconciled', () => {
    const state = definedState();
    const input = { ...description, populationId: 'population-1', revision: 1 };
    const after = taken(state, describePopulation(contextOf(state), input));
    expect(all(after, 'population')[0]?.statedCount).toBe(186);
    const fixed = reconciledState().state;
    const refused = describePopulation(contextOf(fixed), { ...description, populationId: 'population-1' });
    expect(refusalOf(refused).message).toBe('The population is reconciled; what is said about it is fixed.');
  });

  it('refuses when someone else changed it in between', () => {
    const state = definedState();
    const input = { ...description, populationId: 'population-1', revision: 2 };
    expect(refusalOf(describePopulation(contextOf(state), input)).code).toBe('stale-revision');
  });
});
