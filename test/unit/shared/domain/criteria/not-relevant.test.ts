import { describe, expect, it } from 'vitest';
import {
  approveNotRelevant,
  proposeNotRelevant,
} from '../../../../../shared/domain/criteria/not-relevant.ts';
import { coverageOf } from '../../../../../shared/domain/criteria/coverage.ts';
import { changed, contextOf, fieldworkState, refusalOf, taken } from '../../../../helpers/domain-fixture.ts';

const message = 'A criterion is left out only with a reason and the partner’s approval.';
const reason = 'The client runs no physical site of its own.';

describe('gate P3', () => {
  it('asks for a reason of twenty characters', () => {
    expect(refusalOf(proposeNotRelevant(contextOf(fieldworkState()), 'CC6.2', 'no physical site..'))).toEqual(
      { code: 'P3', message },
    );
  });

  it('asks for the partner', () => {
    const bare = changed(fieldworkState(), 'mapping', 'mapping-CC6.2', { withdrawn: true });
    const proposed = taken(
      bare,
      proposeNotRelevant(contextOf(bare, { newId: () => 'n-1' }), 'CC6.2', reason),
    );
    expect(coverageOf(proposed, 'CC6.2')).toBe('none');
    expect(refusalOf(approveNotRelevant(contextOf(proposed, { actorId: 'p-manager' }), 'n-1'))).toEqual({
      code: 'P3',
      message,
    });
    const approved = taken(
      proposed,
      approveNotRelevant(contextOf(proposed, { actorId: 'p-partner' }), 'n-1'),
    );
    expect(coverageOf(approved, 'CC6.2')).toBe('notRelevant');
  });

  it('is proposed once, and approved by a partner who confirmed independence', () => {
    const state = fieldworkState();
    const proposed = taken(
      state,
      proposeNotRelevant(contextOf(state, { newId: () => 'n-1' }), 'CC6.2', reason),
    );
    expect(refusalOf(proposeNotRelevant(contextOf(proposed), 'CC6.2', reason)).code).toBe('already-exists');
    const open = changed(proposed, 'teamMember', 'm-partner', { independenceConfirmedAt: null });
    expect(refusalOf(approveNotRelevant(contextOf(open, { actorId: 'p-partner' }), 'n-1')).code).toBe('A2');
  });

  it('knows only criteria in scope', () => {
    expect(refusalOf(proposeNotRelevant(contextOf(fieldworkState()), 'P1.1', reason)).code).toBe('not-found');
  });
});

describe('gate E7 for a criterion', () => {
  const found = 'The tests of this criterion found deviations in June.';
  const e7 = {
    code: 'E7',
    message: 'Scope cannot shrink to avoid a finding. The partner records a justified reason.',
  };

  it('blocks a reason that a test gave, once fieldwork began', () => {
    expect(refusalOf(proposeNotRelevant(contextOf(fieldworkState()), 'CC6.2', found))).toEqual(e7);
    const planning = fieldworkState({ status: 'planning' });
    const proposed = taken(
      planning,
      proposeNotRelevant(contextOf(planning, { newId: () => 'n-1' }), 'CC6.2', found),
    );
    const later = changed(proposed, 'engagement', 'engagement-1', { status: 'fieldwork' });
    expect(refusalOf(approveNotRelevant(contextOf(later, { actorId: 'p-partner' }), 'n-1'))).toEqual(e7);
    expect(approveNotRelevant(contextOf(proposed, { actorId: 'p-partner' }), 'n-1').ok).toBe(true);
  });

  it('lets another reason pass', () => {
    expect(proposeNotRelevant(contextOf(fieldworkState()), 'CC6.2', reason).ok).toBe(true);
  });
});
