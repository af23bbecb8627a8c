import { describe, expect, it } from 'vitest';
import {
  addProcedure,
  concludeDesign,
  describeDesign,
} from '../../../../../shared/domain/control/design-test.ts';
import { add } from '../../../../../shared/domain/journal/ops.ts';
import {
  after,
  contextOf,
  day,
  fieldworkState,
  refusalOf,
  taken,
} from '../../../../helpers/domain-fixture.ts';

type Nature = 'inquiry' | 'observation' | 'inspection' | 'reperformance';
const procedure = (nature: Nature) => ({
  nature,
  text: 'Walked one termination from HR notice to disabled account.',
  subject: 'Identity lead',
  performedOn: day('2026-07-09'),
  result: 'As described.',
});
const withProcedure = (nature: Nature, state = fieldworkState()) =>
  taken(
    state,
    addProcedure(contextOf(state, { newId: () => `proc-${nature}` }), 'wp-design', procedure(nature)),
  );
const evidence = (state: ReturnType<typeof fieldworkState>) =>
  after(state, [
    add('evidenceLink', 'link-1', {
      evidenceId: 'file-1',
      targetKind: 'procedure',
      targetId: 'proc-inspection',
      place: '',
      withdrawn: false,
    }),
  ]);
const named = (state: ReturnType<typeof fieldworkState>) =>
  taken(state, describeDesign(contextOf(state), 'test-design', { instance: 'E-20416' }));
const conclude = (state: ReturnType<typeof fieldworkState>, text = 'Designed to disable access in time.') =>
  concludeDesign(contextOf(state), { id: 'test-design', revision: null }, 'effective', text);

describe('the design test', () => {
  it('does not rest on inquiry alone (D1)', () => {
    const state = named(evidence(withProcedure('inquiry')));
    expect(refusalOf(conclude(state))).toMatchObject({
      code: 'D1',
      message: 'Inquiry alone does not support a conclusion. Add observation, inspection or reperformance.',
    });
  });

  it.each([
    ['the instance', evidence(withProcedure('inspection'))],
    ['its evidence', named(withProcedure('inspection'))],
  ])('asks for %s (D2)', (_what, state) => {
    expect(refusalOf(conclude(state))).toEqual({
      code: 'D2',
      message: 'Identify the instance you walked through and link its evidence.',
    });
  });

  it.each(['draft', 'wrapUp'] as const)('is not worked on in the phase %s', (status) => {
    const state = fieldworkState({ status });
    const refused = [
      addProcedure(contextOf(state), 'wp-design', procedure('inspection')),
      describeDesign(contextOf(state), 'test-design', { instance: 'E-20416' }),
      conclude(state),
    ];
    expect(refused.map((decision) => (decision.ok ? '' : decision.error.code))).toEqual([
      ...Array.from({ length: 3 }, () => 'wrong-state'),
    ]);
  });

  it('says every gate at once', () => {
    const decision = conclude(fieldworkState());
    expect(decision.ok ? [] : [decision.error.code, ...decision.error.also.map((gate) => gate.code)]).toEqual(
      ['D1', 'D2'],
    );
  });

  it('is concluded with a reason in words', () => {
    const state = named(evidence(withProcedure('inspection')));
    expect(refusalOf(conclude(state, 'ok')).code).toBe('invalid-value');
    expect(taken(state, conclude(state)).rows.test.get('test-design')).toMatchObject({
      conclusion: 'effective',
      status: 'concluded',
      concludedBy: 'p-staff',
    });
  });

  it('takes no procedure from the future', () => {
    const state = fieldworkState();
    const future = { ...procedure('inspection'), performedOn: day('2026-07-11') };
    expect(refusalOf(addProcedure(contextOf(state), 'wp-design', future)).code).toBe('invalid-value');
  });
});
