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

  it('knows only criteria in scope', () => {
    expect(refusalOf(proposeNotRelevant(contextOf(fieldworkState()), 'P1.1', reason)).code).toBe('not-found');
  });
});
