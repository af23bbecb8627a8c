import { expect, it } from 'vitest';
import {
  scopeReasonOp,
  scopeReductionFinding,
} from '../../../../../shared/domain/engagement/scope-reduction.ts';
import { after, contextOf, fieldworkState } from '../../../../helpers/domain-fixture.ts';

const reason = 'The client sold the hosting business in April.';
const ask = { isPartnersAct: true, facts: { removed: ['Availability'] }, target: null } as const;

it('holds before fieldwork began, whoever asks and whatever is said', () => {
  expect(scopeReductionFinding(contextOf(fieldworkState({ status: 'planning' })), '', ask)).toBeNull();
});

it.each([
  '',
  'Not needed now.',
  'Two tests failed in the second quarter.',
  'The control is ineffective there.',
])('is tripped by “%s”', (said) => {
  const context = contextOf(fieldworkState(), { actorId: 'p-partner' });
  expect(scopeReductionFinding(context, said, ask)?.code).toBe('E7');
});

it('is the partner’s act, unless another only proposes', () => {
  const staff = contextOf(fieldworkState());
  expect(scopeReductionFinding(staff, reason, ask)?.message).toBe(
    'Scope cannot shrink to avoid a finding. The partner records a justified reason.',
  );
  expect(scopeReductionFinding(staff, reason, { ...ask, isPartnersAct: false })).toBeNull();
  const partner = contextOf(fieldworkState(), { actorId: 'p-partner' });
  expect(scopeReductionFinding(partner, reason, ask)).toBeNull();
});

it('keeps the reason', () => {
  const state = fieldworkState();
  const kept = after(state, [scopeReasonOp(contextOf(state), ` ${reason} `, 'Availability left the scope.')]);
  expect([...kept.rows.gateReason.values()]).toMatchObject([{ gate: 'E7', reason }]);
});
