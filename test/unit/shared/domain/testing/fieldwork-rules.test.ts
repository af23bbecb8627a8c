import { describe, expect, it } from 'vitest';
import {
  editOps,
  evaluating,
  existing,
  gathering,
  moveFinding,
  operatingFinding,
  periodOf,
  refusalOfPhase,
  shortestExplanation,
  staleFinding,
  testing,
  textFinding,
} from '../../../../../shared/domain/testing/fieldwork-rules.ts';
import { find } from '../../../../../shared/domain/journal/state.ts';
import { changed, contextOf, fieldworkState } from '../../../../helpers/domain-fixture.ts';

const state = fieldworkState();

describe('who works when', () => {
  it('keeps tests in the fieldwork, lists in planning and fieldwork, evaluations until wrap-up ends', () => {
    const allowed = (status: 'planning' | 'fieldwork' | 'wrapUp' | 'accepted') =>
      [gathering, testing, evaluating].map(
        (phases) => refusalOfPhase(contextOf(fieldworkState({ status })), phases) === null,
      );
    expect(allowed('accepted')).toEqual([false, false, false]);
    expect(allowed('planning')).toEqual([true, false, false]);
    expect(allowed('fieldwork')).toEqual([true, true, true]);
    expect(allowed('wrapUp')).toEqual([false, false, true]);
  });

  it('says how to come back from wrap-up', () => {
    const refusal = refusalOfPhase(contextOf(fieldworkState({ status: 'wrapUp' })), testing);
    expect(refusal?.next).toBe('Reopen the fieldwork with a reason.');
  });

  it('has no operating tests in a Type I engagement (gate D4)', () => {
    expect(operatingFinding(state)).toBeNull();
    const typeOne = fieldworkState({ type: 'I', periodStart: null, periodEnd: null });
    expect(operatingFinding(typeOne)?.code).toBe('D4');
    expect(periodOf(typeOne)).toBeNull();
    expect(periodOf(state)).toEqual({ start: '2025-07-01', end: '2026-06-30' });
  });
});

describe('rows', () => {
  it('exist and are as they were shown', () => {
    const control = existing(state, 'control', 'control-1');
    expect(control.ok && control.value.code).toBe('LA-02');
    expect(existing(state, 'control', null)).toMatchObject({ ok: false, error: { code: 'not-found' } });
    const row = find(state, 'control', 'control-1');
    if (row === undefined) throw new Error('missing');
    expect(staleFinding(contextOf(state), 'control', row, undefined)).toBeNull();
    expect(staleFinding(contextOf(state), 'control', row, 1)).toBeNull();
    expect(staleFinding(contextOf(state), 'control', row, 7)?.code).toBe('stale-revision');
  });
});

describe('working on a workpaper', () => {
  it('starts it, and leaves what is under way or signed to the rules of the review', () => {
    const at = (status: 'notStarted' | 'inProgress' | 'reviewed') =>
      editOps(changed(state, 'workpaper', 'wp-operating', { status }), 'wp-operating');
    expect(at('notStarted')).toMatchObject([{ field: 'status', value: 'inProgress' }]);
    expect(at('inProgress')).toEqual([]);
    expect(at('reviewed')).toEqual([]);
    expect(editOps(state, null)).toEqual([]);
  });
});

describe('typed texts and moves', () => {
  it('refuse what says too little', () => {
    expect(textFinding('  ', 'The title')).toMatchObject({
      message: 'The title is empty.',
      next: 'Write the title.',
    });
    expect(textFinding('short', 'The history', shortestExplanation)?.message).toBe(
      'The history needs at least 20 characters.',
    );
    expect(textFinding('x', 'The title')).toBeNull();
  });

  it('refuse moves that the states do not have', () => {
    const moves = { open: ['underWay'], underWay: [] } as const;
    expect(moveFinding<'open' | 'underWay'>(moves, 'open', 'underWay', 'It')).toBeNull();
    expect(moveFinding<'open' | 'underWay'>(moves, 'underWay', 'open', 'It')?.message).toBe(
      'It is under way and cannot become open.',
    );
  });
});
