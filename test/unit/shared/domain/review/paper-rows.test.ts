import { describe, expect, it } from 'vitest';
import { set } from '../../../../../shared/domain/journal/ops.ts';
import {
  contentFields,
  isContentOp,
  isPreparation,
  papersOf,
  rowsOf,
} from '../../../../../shared/domain/review/paper-rows.ts';
import { testedState } from '../../../../helpers/concluding-fixture.ts';

const state = testedState();

describe('rows of a workpaper', () => {
  it('belong to it exactly where its content lists them', () => {
    for (const paper of ['wp-design', 'wp-operating', 'wp-memo'])
      for (const address of rowsOf(state, paper)) expect(papersOf(state, address)).toContain(paper);
    expect(rowsOf(state, 'wp-memo')).toEqual([{ entity: 'workpaper', id: 'wp-memo' }]);
    expect(rowsOf(state, 'none')).toEqual([]);
  });

  it('hold content in some fields and not in others', () => {
    expect(contentFields('workpaper')).toEqual(['title', 'body']);
    expect(contentFields('deviation')).not.toContain('status');
    expect(contentFields('mapping')).toEqual([]);
    const [status] = set(state, 'workpaper', 'wp-memo', { status: 'prepared' });
    const [body] = set(state, 'workpaper', 'wp-memo', { body: 'x' });
    expect([status, body].map((op) => op !== undefined && isContentOp(op))).toEqual([false, true]);
  });

  it('approving a plan and wording a control is no preparation', () => {
    const prepared = [
      ...set(state, 'samplePlan', 'plan-1', { approvedBy: 'p-manager' }),
      ...set(state, 'samplePlan', 'plan-1', { seed: '2' }),
      ...set(state, 'control', 'control-1', { text: 'x' }),
    ].map(isPreparation);
    expect(prepared).toEqual([false, true, false]);
  });
});
