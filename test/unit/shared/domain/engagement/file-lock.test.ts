import { describe, expect, it } from 'vitest';
import {
  addAddendum,
  assemblyClock,
  gateF4,
  lockFile,
  startAssembly,
} from '../../../../../shared/domain/engagement/file-lock.ts';
import { add } from '../../../../../shared/domain/journal/ops.ts';
import { all, find, type EngagementState } from '../../../../../shared/domain/journal/state.ts';
import { after, changed, day, refusalOf, taken } from '../../../../helpers/domain-fixture.ts';
import { as, readyState } from '../../../../helpers/concluding-fixture.ts';

const whole = { evidenceNotMatching: 0 };
function released(): EngagementState {
  const issued = changed(readyState(), 'engagement', 'engagement-1', { status: 'issued' });
  return changed(issued, 'report', 'report-1', { status: 'issued', releaseDate: day('2026-07-10') });
}
const assembling = () => taken(released(), startAssembly(as(released(), 'manager')), 'p-manager');
const locked = () => taken(assembling(), lockFile(as(assembling(), 'manager'), whole), 'p-manager');

describe('assembling the file', () => {
  it.each([
    ['2026-08-23', 'calm', 16],
    ['2026-08-24', 'day45', 15],
    ['2026-09-03', 'day55', 5],
    ['2026-09-08', 'day55', 0],
    ['2026-09-09', 'overdue', -1],
  ])('F1: on %s it is %s with %i days left', (today, stage, daysLeft) => {
    const clock = assemblyClock(released(), day(today));
    expect([clock?.stage, clock?.daysLeft, clock?.dueOn, clock?.finding === null]).toEqual([
      stage,
      daysLeft,
      '2026-09-08',
      stage === 'calm',
    ]);
  });

  it('F1: says by when, and asks for a reason once it is late', () => {
    expect(assemblyClock(released(), day('2026-09-03'))?.finding?.message).toBe(
      'The file must be assembled by 8 Sep 2026 (5 days left).',
    );
    const late = { today: day('2026-09-20') };
    expect(refusalOf(lockFile(as(assembling(), 'manager', late), whole))).toEqual({
      code: 'F1',
      message: 'The file must be assembled by 8 Sep 2026 (overdue).',
    });
    const reasons = [{ gate: 'F1' as const, reason: 'The client sent the last letter late.' }];
    expect(lockFile(as(assembling(), 'manager', { ...late, reasons }), whole).ok).toBe(true);
    expect(assemblyClock(readyState(), day('2026-09-03'))).toBeNull();
  });

  it('F2: locks papers and engagement, and fixes the retention', () => {
    const state = locked();
    const engagement = find(state, 'engagement', 'engagement-1');
    expect([engagement?.status, engagement?.retentionEnd]).toEqual(['locked', '2031-07-10']);
    expect(new Set(all(state, 'workpaper').map((paper) => paper.status))).toEqual(new Set(['locked']));
  });

  it('F2: refuses altered evidence, draft requests, and work that no longer stands', () => {
    const state = assembling();
    expect(refusalOf(lockFile(as(state, 'manager'), { evidenceNotMatching: 2 }))).toEqual({
      code: 'F2',
      message: '2 evidence files do not match their recorded hash.',
    });
    const request = add('evidenceRequest', 'request-1', {
      ...{ code: 'R-001', description: 'List of leavers', dueDate: null, status: 'draft', controlIds: [] },
      ...{ coversFrom: null, coversTo: null, remarks: '' },
    });
    expect(refusalOf(lockFile(as(after(state, [request]), 'manager'), whole)).message).toBe(
      '1 evidence request is still a draft.',
    );
    const edited = changed(state, 'attributeResult', 'result-1', { note: 'x' });
    expect(refusalOf(lockFile(as(edited, 'manager'), whole)).code).toBe('L1');
    expect(refusalOf(lockFile(as(released(), 'manager'), whole)).code).toBe('wrong-state');
    expect(refusalOf(startAssembly(as(readyState(), 'manager'))).code).toBe('wrong-state');
    expect(refusalOf(startAssembly(as(released(), 'senior'))).code).toBe('role-required');
  });

  it('F3: after the lock only additions, with author and reviewer', () => {
    const state = locked();
    const addition = {
      text: 'The client sent the original.',
      reason: 'Arrived after the lock.',
      reviewerId: 'p-manager',
    };
    const next = taken(state, addAddendum(as(state, 'senior'), addition), 'p-senior');
    expect(all(next, 'addendum').map((row) => [row.authorId, row.reviewerId])).toEqual([
      ['p-senior', 'p-manager'],
    ]);
    const refuse = (values: Partial<typeof addition>, from = state) =>
      refusalOf(addAddendum(as(from, 'senior'), { ...addition, ...values })).code;
    expect(refuse({ reviewerId: 'p-senior' })).toBe('invalid-value');
    expect(refuse({ reviewerId: 'p-eqr' })).toBe('invalid-value');
    expect(refuse({ reason: 'x' })).toBe('invalid-value');
    expect(refuse({}, assembling())).toBe('wrong-state');
  });

  it('F4: nothing is deleted before the retention ends, then by the partner', () => {
    const state = locked();
    expect(gateF4(as(state, 'partner'))?.message).toBe('Retention ends on 10 Jul 2031.');
    const later = { today: day('2031-07-11') };
    expect(gateF4(as(state, 'partner', later))).toBeNull();
    expect(gateF4(as(state, 'manager', later))?.code).toBe('role-required');
  });
});
