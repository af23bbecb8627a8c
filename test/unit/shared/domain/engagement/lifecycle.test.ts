import { describe, expect, it } from 'vitest';
import {
  engagementMoves,
  moveEngagement,
  type EngagementStatus,
  type HandMove,
} from '../../../../../shared/domain/engagement/lifecycle.ts';
import { add } from '../../../../../shared/domain/journal/ops.ts';
import {
  after,
  changed,
  contextOf,
  day,
  fieldworkState,
  refusalOf,
  taken,
} from '../../../../helpers/domain-fixture.ts';

const partner = { actorId: 'p-partner' };
const inStatus = (status: EngagementStatus) => fieldworkState({ status });
const move = (state: ReturnType<typeof inStatus>, to: HandMove, reason = '') =>
  moveEngagement(contextOf(state, partner), to, reason);

function withForm(conclusion: 'accept' | 'decline' | null, by: string | null) {
  return after(inStatus('draft'), [
    add('acceptanceForm', 'form', {
      conclusion,
      safeguards: '',
      concludedBy: by,
      concludedAt: '2026-01-05T09:00:00Z',
    }),
  ]);
}

describe('the moves of an engagement', () => {
  const hand: readonly HandMove[] = ['accepted', 'planning', 'fieldwork', 'wrapUp', 'cancelled'];
  const states = Object.keys(engagementMoves) as EngagementStatus[]; // the keys of a literal object
  const wrong = states.flatMap((from) =>
    hand.filter((to) => !engagementMoves[from].includes(to)).map((to) => [from, to] as const),
  );

  it.each(wrong)('refuses %s to %s', (from, to) => {
    expect(refusalOf(move(inStatus(from), to, 'A reason that is long enough')).code).toBe('wrong-state');
  });

  it('reopens fieldwork and cancels only with a reason', () => {
    expect(refusalOf(move(inStatus('wrapUp'), 'fieldwork')).code).toBe('invalid-value');
    const reopened = taken(
      inStatus('wrapUp'),
      move(inStatus('wrapUp'), 'fieldwork', 'A late finding in the logs'),
    );
    expect(reopened.rows.engagement.get('engagement-1')).toMatchObject({
      status: 'fieldwork',
      statusReason: 'A late finding in the logs',
    });
    expect(refusalOf(move(inStatus('fieldwork'), 'cancelled')).code).toBe('invalid-value');
  });

  it('is accepted by the team only', () => {
    const outside = contextOf(withForm('accept', 'p-partner'), { actorId: 'p-eqr' });
    expect(refusalOf(moveEngagement(outside, 'accepted', '')).code).toBe('not-in-team');
  });

  it('needs a manager or above', () => {
    const decision = moveEngagement(contextOf(inStatus('fieldwork')), 'wrapUp', '');
    expect(refusalOf(decision).code).toBe('role-required');
  });
});

describe('gate A1', () => {
  const message = 'Acceptance is not signed by the engagement partner.';
  it.each([
    ['an open form', null, null],
    ['a form concluded by a manager', 'accept', 'p-manager'],
    ['a declined engagement', 'decline', 'p-partner'],
  ] as const)('blocks %s', (_what, conclusion, by) => {
    expect(refusalOf(move(withForm(conclusion, by), 'accepted'))).toEqual({ code: 'A1', message });
  });

  it('lets the partner’s acceptance pass', () => {
    const state = withForm('accept', 'p-partner');
    expect(taken(state, move(state, 'accepted')).rows.engagement.get('engagement-1')?.status).toBe(
      'accepted',
    );
  });
});

const letter = add('letter', 'letter-1', {
  kind: 'engagement',
  date: day('2026-01-04'),
  signatories: ['Chief executive'],
  coversFrom: null,
  coversTo: null,
  asOfDate: null,
  systemName: '',
  categories: [],
  subserviceId: null,
  exceptions: '',
  evidenceId: 'file-1',
  withdrawn: false,
});

describe('gates A3 and A4', () => {
  it('asks for the engagement letter', () => {
    expect(refusalOf(move(inStatus('accepted'), 'planning'))).toEqual({
      code: 'A3',
      message: 'File the signed engagement letter first.',
    });
  });

  it('names the role that is missing', () => {
    const state = changed(after(inStatus('accepted'), [letter]), 'teamMember', 'm-manager', {
      leftOn: day('2026-02-01'),
    });
    expect(refusalOf(move(state, 'planning'))).toEqual({ code: 'A4', message: 'Name the manager.' });
  });

  it('asks for a quality reviewer where the firm demands one', () => {
    const state = changed(after(inStatus('accepted'), [letter]), 'firm', 'firm-1', {
      qualityReviewRequired: true,
    });
    expect(refusalOf(move(state, 'planning'))).toEqual({ code: 'A4', message: 'Name the quality reviewer.' });
  });

  it('lets a complete team with its letter pass', () => {
    const state = after(inStatus('accepted'), [letter]);
    expect(taken(state, move(state, 'planning')).rows.engagement.get('engagement-1')?.status).toBe(
      'planning',
    );
  });
});

describe('gates P1 and P2', () => {
  const carveOut = (monitoring: readonly string[]) =>
    add('subserviceOrganization', 'org-1', {
      name: 'Alder Cloud',
      service: 'Hosting',
      method: 'carveOut',
      criteria: ['CC6.2'],
      monitoringControlIds: monitoring,
      assertionPlanned: false,
      withdrawn: false,
    });
  const expected = add('complementaryControl', 'csoc-1', {
    kind: 'subservice',
    subserviceId: 'org-1',
    number: 'CSOC-1',
    text: 'Physical access is restricted.',
    criteria: ['CC6.3'],
    controlIds: [],
    withdrawn: false,
  });

  it('names the criteria that no control covers', () => {
    const state = changed(inStatus('planning'), 'mapping', 'mapping-CC6.3', { withdrawn: true });
    expect(refusalOf(move(state, 'fieldwork'))).toEqual({ code: 'P1', message: 'No control covers CC6.3.' });
  });

  it('does not count a control that is not agreed', () => {
    const state = changed(inStatus('planning'), 'control', 'control-1', { status: 'draft' });
    expect(refusalOf(move(state, 'fieldwork')).message).toBe('No control covers CC6.2, CC6.3.');
  });

  it('takes an approved “not relevant” and expected controls as coverage', () => {
    const bare = changed(inStatus('planning'), 'mapping', 'mapping-CC6.3', { withdrawn: true });
    const withExpected = after(bare, [carveOut(['control-1']), expected]);
    expect(move(withExpected, 'fieldwork').ok).toBe(true);
    const proposed = after(bare, [
      add('nonRelevantCriterion', 'n-1', {
        criterionCode: 'CC6.3',
        reason: 'x'.repeat(20),
        approvedBy: null,
        withdrawn: false,
      }),
    ]);
    expect(refusalOf(move(proposed, 'fieldwork')).code).toBe('P1');
    const approved = changed(proposed, 'nonRelevantCriterion', 'n-1', { approvedBy: 'p-partner' });
    expect(move(approved, 'fieldwork').ok).toBe(true);
  });

  it('asks a carve-out for its expected and its monitoring control', () => {
    const message =
      'Alder Cloud: list the controls expected of it and the control by which the client monitors it.';
    expect(refusalOf(move(after(inStatus('planning'), [carveOut(['control-1'])]), 'fieldwork'))).toEqual({
      code: 'P2',
      message,
    });
    expect(refusalOf(move(after(inStatus('planning'), [carveOut([]), expected]), 'fieldwork'))).toEqual({
      code: 'P2',
      message,
    });
    expect(move(after(inStatus('planning'), [carveOut(['control-1']), expected]), 'fieldwork').ok).toBe(true);
  });

  it('asks an inclusive organization for a planned assertion', () => {
    const state = changed(after(inStatus('planning'), [carveOut([])]), 'subserviceOrganization', 'org-1', {
      method: 'inclusive',
    });
    expect(refusalOf(move(state, 'fieldwork')).code).toBe('P2');
    const planned = changed(state, 'subserviceOrganization', 'org-1', { assertionPlanned: true });
    expect(move(planned, 'fieldwork').ok).toBe(true);
  });
});
