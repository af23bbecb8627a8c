import { describe, expect, it } from 'vitest';
import { entityNames, type EntityName } from '../../../../../shared/domain/journal/entities.ts';
import { rowReference, valueReference } from '../../../../../shared/domain/review/row-reference.ts';
import { deviatingState, signedUpTo } from '../../../../helpers/concluding-fixture.ts';

const state = signedUpTo(deviatingState(), 'wp-operating', 'preparer');
const [signOff = ''] = state.rows.signOff.keys();

describe('the reference of a row', () => {
  it.each<readonly [EntityName, string, string]>([
    ['control', 'control-1', 'LA-02'],
    ['workpaper', 'wp-operating', 'CC6-02'],
    ['person', 'p-staff', 'AK'],
    ['teamMember', 'm-manager', 'MR, manager'],
    ['criterion', 'criterion-CC6.2', 'CC6.2'],
    ['mapping', 'mapping-CC6.3', 'LA-02 to CC6.3'],
    ['test', 'test-operating', 'LA-02, operating'],
    ['samplePlan', 'plan-1', 'LA-02, operating'],
    ['sampleItem', 'item-2', 'LA-02, item 2'],
    ['attribute', 'attribute-A', 'LA-02, A'],
    ['attributeResult', 'result-2', 'LA-02, item 2, attribute A'],
    ['population', 'population-1', 'LA-02, Employees and contractors who left'],
    ['deviation', 'deviation-1', 'DV-01'],
    ['signOff', signOff, 'CC6-02, preparer'],
    ['engagement', 'engagement-1', ''],
  ])('of %s %s is “%s”', (entity, id, reference) => {
    expect(rowReference(state, entity, id)).toBe(reference);
  });

  it('is never the id, of no row of any entity', () => {
    const shown = entityNames.flatMap((entity) =>
      [...state.rows[entity].keys()].map((id) => [id, rowReference(state, entity, id)] as const),
    );
    expect(shown.length).toBeGreaterThan(20);
    for (const [id, reference] of shown) expect(reference).not.toContain(id);
  });
});

describe('a value', () => {
  it('names what an id stands for', () => {
    expect(valueReference(state, 'workpaper', 'assigneeId', 'p-senior')).toBe('JS');
    expect(valueReference(state, 'deviation', 'compensatingControlIds', ['control-1'])).toEqual(['LA-02']);
  });

  it('stands as it is otherwise', () => {
    expect(valueReference(state, 'workpaper', 'body', 'p-senior')).toBe('p-senior');
    expect(valueReference(state, 'workpaper', 'assigneeId', null)).toBeNull();
    expect(valueReference(state, 'workpaper', 'assigneeId', 'unknown-row')).toBe('unknown');
    expect(valueReference(state, 'engagement', 'categories', ['Security'])).toEqual(['Security']);
  });
});
