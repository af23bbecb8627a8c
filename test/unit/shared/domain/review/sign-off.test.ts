import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, set } from '../../../../../shared/domain/journal/ops.ts';
import { find, where, type EngagementState } from '../../../../../shared/domain/journal/state.ts';
import { contentHash } from '../../../../../shared/domain/review/content-hash.ts';
import {
  assignPaper,
  paperMoves,
  returnPaper,
  signOff,
} from '../../../../../shared/domain/review/sign-off.ts';
import { levelOrder, standingOf, standsAt } from '../../../../../shared/domain/review/sign-off-standing.ts';
import {
  after,
  changed,
  day,
  fieldworkState,
  refusalOf,
  sha256,
  taken,
} from '../../../../helpers/domain-fixture.ts';
import { as, signedUpTo, testedState } from '../../../../helpers/concluding-fixture.ts';

const nobody = new Set<string>();
const ask = (level: (typeof levelOrder)[number] | 'eqr', workpaperId = 'wp-operating') => ({
  workpaperId,
  level,
  contentHash: null,
});

describe('signing a workpaper', () => {
  it('goes up the levels, each a journal row with content hash, heads and day', () => {
    const state = signedUpTo(testedState(), 'wp-operating', 'partner');
    const rows = where(state, 'signOff', 'workpaperId', 'wp-operating');
    expect(rows.map((row) => [row.level, row.personId, row.signedOn])).toEqual([
      ['preparer', 'p-staff', '2026-07-10'],
      ['reviewer', 'p-senior', '2026-07-10'],
      ['manager', 'p-manager', '2026-07-10'],
      ['partner', 'p-partner', '2026-07-10'],
    ]);
    expect(new Set(rows.map((row) => row.contentHash)).size).toBe(1);
    expect(rows[0]?.heads[0]).toMatch(/^device-1:\d+:[0-9a-f]{64}$/);
    expect(find(state, 'workpaper', 'wp-operating')?.status).toBe('partnerApproved');
    expect(find(state, 'test', 'test-operating')?.status).toBe('reviewed');
  });

  it('R1: refuses the preparer as reviewer, whoever changed content counts', () => {
    const state = signedUpTo(testedState(), 'wp-operating', 'preparer');
    const refusal = { code: 'R1', message: 'You prepared this workpaper. Someone else must review it.' };
    expect(refusalOf(signOff(as(state, 'senior'), ask('reviewer'), new Set(['p-senior'])))).toEqual(refusal);
    const own = taken(
      testedState(),
      signOff(as(testedState(), 'senior'), ask('preparer'), nobody),
      'p-senior',
    );
    expect(refusalOf(signOff(as(own, 'senior'), ask('reviewer'), nobody))).toEqual(refusal);
    expect(signOff(as(state, 'senior'), ask('reviewer'), new Set(['p-staff'])).ok).toBe(true);
  });

  it('needs the role of the level', () => {
    const state = signedUpTo(testedState(), 'wp-operating', 'preparer');
    expect(refusalOf(signOff(as(state, 'staff'), ask('reviewer'), nobody)).code).toBe('role-required');
    expect(refusalOf(signOff(as(state, 'senior'), ask('manager'), nobody)).code).toBe('role-required');
    expect(refusalOf(signOff(as(state, 'manager'), ask('partner'), nobody)).code).toBe('role-required');
    expect(refusalOf(signOff(as(state, 'partner'), ask('eqr'), nobody)).code).toBe('role-required');
  });

  it('R2: refuses a level whose lower level is missing or for other content', () => {
    const fresh = testedState();
    expect(refusalOf(signOff(as(fresh, 'senior'), ask('reviewer'), nobody))).toEqual({
      code: 'R2',
      message: 'The preparer sign-off is missing or is for an older version.',
    });
    const prepared = signedUpTo(fresh, 'wp-operating', 'preparer');
    expect(refusalOf(signOff(as(prepared, 'manager'), ask('manager'), nobody)).message).toBe(
      'The reviewer sign-off is missing or is for an older version.',
    );
    const reviewed = signedUpTo(fresh, 'wp-operating', 'reviewer');
    const edited = changed(reviewed, 'attributeResult', 'result-1', { note: 'seen again' });
    expect(refusalOf(signOff(as(edited, 'manager'), ask('manager'), nobody)).message).toBe(
      'The preparer sign-off is missing or is for an older version.',
    );
  });

  it('R6: refuses the preparer with an own open note or an empty section', () => {
    const state = testedState();
    const note = add('reviewNote', 'note-1', {
      ...{ workpaperId: 'wp-operating', anchor: '', text: 'Prove it.', authorId: 'p-manager' },
      ...{ assigneeId: 'p-staff', status: 'open' as const },
    });
    expect(refusalOf(signOff(as(after(state, [note]), 'staff'), ask('preparer'), nobody))).toEqual({
      code: 'R6',
      message: 'Answer 1 open note first.',
    });
    const open = changed(state, 'test', 'test-operating', { conclusion: null, status: 'inProgress' });
    expect(refusalOf(signOff(as(open, 'staff'), ask('preparer'), nobody))).toEqual({
      code: 'R6',
      message: 'Complete first: the conclusion on operation.',
    });
    const empty = changed(state, 'workpaper', 'wp-memo', { body: ' ' });
    expect(refusalOf(signOff(as(empty, 'staff'), ask('preparer', 'wp-memo'), nobody)).message).toBe(
      'Complete first: the text.',
    );
  });

  it('refuses content other than the one shown, a second signature of a level, and a locked paper', () => {
    const state = testedState();
    const shown = { ...ask('preparer'), contentHash: 'f'.repeat(64) };
    expect(refusalOf(signOff(as(state, 'staff'), shown, nobody)).code).toBe('stale-revision');
    const signed = signedUpTo(state, 'wp-operating', 'preparer');
    expect(refusalOf(signOff(as(signed, 'staff'), ask('preparer'), nobody)).code).toBe('wrong-state');
    const locked = changed(state, 'workpaper', 'wp-operating', { status: 'locked' });
    expect(refusalOf(signOff(as(locked, 'staff'), ask('preparer'), nobody)).code).toBe('F3');
  });
});

describe('the standing of signatures', () => {
  it('is stale after any change of content, and after a change that was taken back', () => {
    const signed = signedUpTo(testedState(), 'wp-operating', 'manager');
    const edited = changed(signed, 'attributeResult', 'result-1', { note: 'x' });
    const reverted = changed(edited, 'attributeResult', 'result-1', { note: '' });
    for (const state of [edited, reverted]) {
      const states = standingOf(state, 'wp-operating', sha256).map((row) => row.state);
      expect(states).toEqual(['stale', 'stale', 'stale', 'missing', 'missing']);
    }
    expect(standsAt(signed, 'wp-operating', 'manager', sha256)).toBe(true);
    expect(standsAt(edited, 'wp-operating', 'manager', sha256)).toBe(false);
  });

  it('holds through what is no content: states, assignment, the closing of a deviation', () => {
    const signed = signedUpTo(testedState(), 'wp-operating', 'manager');
    const before = contentHash(signed, 'wp-operating', sha256);
    const moved = changed(signed, 'workpaper', 'wp-operating', { status: 'locked', assigneeId: 'p-senior' });
    expect(contentHash(moved, 'wp-operating', sha256)).toBe(before);
  });

  it('a lower level that signs again overtakes the higher ones', () => {
    const signed = signedUpTo(testedState(), 'wp-design', 'manager');
    const returned = taken(
      signed,
      returnPaper(as(signed, 'manager'), 'wp-design', 'Say who was asked.'),
      'p-manager',
    );
    const answered = changed(
      returned,
      'reviewNote',
      where(returned, 'reviewNote', 'workpaperId', 'wp-design')[0]?.id ?? '',
      {
        status: 'responded',
      },
    );
    const concluded = changed(answered, 'test', 'test-design', { status: 'concluded' });
    const again = taken(concluded, signOff(as(concluded, 'staff'), ask('preparer', 'wp-design'), nobody));
    expect(standingOf(again, 'wp-design', sha256).map((row) => row.state)).toEqual([
      'valid',
      'stale',
      'stale',
      'missing',
      'missing',
    ]);
  });

  it('property: whatever is signed, the hash is that of the content or the signature is void', () => {
    const edits = ['note', 'observation'] as const;
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...edits), { maxLength: 3 }),
        fc.string({ minLength: 1 }),
        (fields, text) => {
          const signed = signedUpTo(testedState(), 'wp-operating', 'reviewer');
          const state = fields.reduce(
            (before, field) => changed(before, 'attributeResult', 'result-3', { [field]: text }),
            signed,
          );
          const hash = contentHash(state, 'wp-operating', sha256);
          return standingOf(state, 'wp-operating', sha256).every(
            (row) => row.state !== 'valid' || row.signOff?.contentHash === hash,
          );
        },
      ),
      { numRuns: 25 },
    );
  });

  it('property: preparer and reviewer of one content differ, whoever tries in whatever order', () => {
    const people = ['staff', 'senior', 'manager', 'partner'] as const;
    const attempt = fc.tuple(fc.constantFrom(...people), fc.constantFrom(...levelOrder));
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 10 }), (attempts) => {
        const state = attempts.reduce((before, [role, level]) => {
          const decision = signOff(as(before, role), ask(level), nobody);
          return decision.ok ? taken(before, decision, `p-${role}`) : before;
        }, testedState());
        const rows = where(state, 'signOff', 'workpaperId', 'wp-operating');
        const by = (level: string) => rows.filter((row) => row.level === level);
        return by('reviewer').every((review) =>
          by('preparer').every(
            (own) => own.contentHash !== review.contentHash || own.personId !== review.personId,
          ),
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('returning a workpaper', () => {
  it('takes paper and tests back to work with a note to the preparer', () => {
    const signed = signedUpTo(testedState(), 'wp-operating', 'reviewer');
    const state = taken(
      signed,
      returnPaper(as(signed, 'manager'), 'wp-operating', 'Item 2 lacks its ticket.'),
      'p-manager',
    );
    expect(find(state, 'workpaper', 'wp-operating')?.status).toBe('inProgress');
    expect(find(state, 'test', 'test-operating')?.status).toBe('inProgress');
    const [note] = where(state, 'reviewNote', 'workpaperId', 'wp-operating');
    expect([note?.assigneeId, note?.authorId, note?.status]).toEqual(['p-staff', 'p-manager', 'open']);
  });

  it('is refused without a role, a reason or a signature', () => {
    const signed = signedUpTo(testedState(), 'wp-operating', 'preparer');
    const long = 'A reason that says something.';
    expect(refusalOf(returnPaper(as(signed, 'staff'), 'wp-operating', long)).code).toBe('role-required');
    expect(refusalOf(returnPaper(as(signed, 'senior'), 'wp-operating', 'no')).code).toBe('invalid-value');
    expect(refusalOf(returnPaper(as(signed, 'senior'), 'wp-design', long)).code).toBe('wrong-state');
  });

  it('has no move that skips a level', () => {
    expect(paperMoves.prepared).toEqual(['reviewed', 'inProgress']);
    expect(paperMoves.locked).toEqual([]);
  });
});

it('signing by a person outside the team is refused', () => {
  const state = testedState();
  const left = after(state, set(state, 'teamMember', 'm-staff', { leftOn: day('2026-07-01') }));
  expect(refusalOf(signOff(as(left, 'staff'), ask('preparer'), nobody)).code).toBe('not-in-team');
});

describe('assigning a workpaper', () => {
  const give = (state: EngagementState, assigneeId: string | null) =>
    assignPaper(as(state, 'manager'), 'wp-design', { assigneeId, dueDate: null });

  it('goes to a member who confirmed independence (A2)', () => {
    const state = fieldworkState();
    expect(find(taken(state, give(state, 'p-senior')), 'workpaper', 'wp-design')?.assigneeId).toBe(
      'p-senior',
    );
    const open = changed(state, 'teamMember', 'm-senior', { independenceConfirmedAt: null });
    expect(refusalOf(give(open, 'p-senior'))).toEqual({
      code: 'A2',
      message: 'JS has not confirmed independence.',
    });
    expect(refusalOf(give(state, 'p-eqr')).code).toBe('not-in-team');
  });

  it('is taken off everyone', () => {
    const state = fieldworkState();
    expect(find(taken(state, give(state, null)), 'workpaper', 'wp-design')?.assigneeId).toBeNull();
  });
});
