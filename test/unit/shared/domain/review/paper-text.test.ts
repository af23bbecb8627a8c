import { describe, expect, it } from 'vitest';
import { find } from '../../../../../shared/domain/journal/state.ts';
import { addPaper, writePaper } from '../../../../../shared/domain/review/paper-text.ts';
import { refusalOf, taken } from '../../../../helpers/domain-fixture.ts';
import { as, testedState } from '../../../../helpers/concluding-fixture.ts';

describe('memos', () => {
  it('are added under a free reference and start when they are written', () => {
    const state = testedState();
    const memo = { ref: 'MEM-02', title: 'Use of a specialist', kind: 'memo' } as const;
    const added = taken(state, addPaper(as(state, 'staff', { newId: () => 'memo-2' }), memo));
    expect(find(added, 'workpaper', 'memo-2')?.status).toBe('notStarted');
    const written = taken(
      added,
      writePaper(as(added, 'staff'), { id: 'memo-2', revision: 1 }, 'The specialist read it.'),
    );
    expect(find(written, 'workpaper', 'memo-2')).toMatchObject({
      status: 'inProgress',
      body: 'The specialist read it.',
    });
    expect(refusalOf(addPaper(as(added, 'staff'), memo)).code).toBe('already-exists');
  });

  it('are written on the version shown, by members who are independent', () => {
    const state = testedState();
    expect(refusalOf(writePaper(as(state, 'staff'), { id: 'wp-memo', revision: 9 }, 'x')).code).toBe(
      'stale-revision',
    );
    expect(refusalOf(writePaper(as(state, 'staff'), { id: 'none', revision: 1 }, 'x')).code).toBe(
      'not-found',
    );
    expect(refusalOf(writePaper(as(state, 'eqr'), { id: 'wp-memo', revision: null }, 'x')).code).toBe(
      'not-in-team',
    );
  });
});
