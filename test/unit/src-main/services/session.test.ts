import { describe, expect, it } from 'vitest';
import { add } from '../../../../shared/domain/journal/ops.ts';
import { decided, decidedWith } from '../../../../shared/domain/journal/decision.ts';
import type { EngagementState } from '../../../../shared/domain/journal/state.ts';
import { ok } from '../../../../shared/lib/result.ts';
import type { Actor, EngagementStore } from '../../../../src-main/services/ports/engagement-store.ts';
import { createSession, type Session } from '../../../../src-main/services/session.ts';
import { after, changed, day, fieldworkState, sha256 } from '../../../helpers/domain-fixture.ts';
import { addPlain } from '../../../helpers/store/rows.ts';

const actor: Actor = { personId: 'p-staff', sign: () => 'signature' };

interface Recorded {
  readonly kind: string;
  readonly actor: string;
}

function sessionOn(start: EngagementState): { session: Session; recorded: Recorded[]; closed: () => number } {
  let state = start;
  let closed = 0;
  const recorded: Recorded[] = [];
  const store = {
    state: () => state,
    append(
      who: Actor,
      kind: string,
      ops: Parameters<EngagementStore['append']>[2],
      _at: string,
      alongside?: () => void,
    ) {
      recorded.push({ kind, actor: who.personId });
      alongside?.();
      state = after(state, ops);
    },
    close: () => (closed += 1),
  } as unknown as EngagementStore; // only what a session uses
  const session = createSession({
    clock: {
      now: () => '2026-07-10T09:00:00Z',
      today: (zone) => day(zone === 'Asia/Tokyo' ? '2026-07-11' : '2026-07-10'),
    },
    ids: { newId: () => 'new-1' },
    hash: { sha256Hex: (content) => sha256(String(content)), sha256Bytes: () => new Uint8Array(32) },
  });
  session.replace(store);
  session.setActor(actor);
  return { session, recorded, closed: () => closed };
}

const note = addPlain('commitment', 'c-1', { text: 'Available 99.9 %.' });
const inStatus = (status: 'issued' | 'locked' | 'assembling' | 'cancelled' | 'fieldwork') =>
  changed(fieldworkState(), 'engagement', 'engagement-1', { status });

describe('a session', () => {
  it('writes one entry for a decision, and answers with its result', () => {
    const { session, recorded } = sessionOn(fieldworkState());
    const done = session.commit('scope.addCommitment', [], () => decidedWith([note], { id: 'c-1' }));
    expect(done).toEqual(ok({ id: 'c-1' }));
    expect(recorded).toEqual([{ kind: 'scope.addCommitment', actor: 'p-staff' }]);
    expect(session.state().rows.commitment.size).toBe(1);
  });

  it('writes nothing where nothing changes, and nothing where the rules say no', () => {
    const { session, recorded } = sessionOn(fieldworkState());
    expect(session.commit('control.edit', [], () => decided([])).ok).toBe(true);
    session.setActor(null);
    expect(session.commit('control.edit', [], () => decided([note]))).toMatchObject({
      ok: false,
      error: { code: 'no-person' },
    });
    expect(recorded).toEqual([]);
  });

  it('hands the decision the person, the clock and the reasons for gates that exist', () => {
    const { session } = sessionOn(fieldworkState());
    const reasons = [
      { gate: 'E5', reason: 'The first period is long.' },
      { gate: 'no such gate', reason: 'x' },
      { gate: 'toString', reason: 'x' },
    ];
    session.commit('engagement.edit', reasons, (context) => {
      expect(context).toMatchObject({ actorId: 'p-staff', at: '2026-07-10T09:00:00Z', today: '2026-07-10' });
      expect(context.reasons).toEqual([{ gate: 'E5', reason: 'The first period is long.' }]);
      expect(context.newId()).toBe('new-1');
      return decided([]);
    });
  });

  it('writes derived rows with the entry, and not without it', () => {
    const { session } = sessionOn(fieldworkState());
    let written = 0;
    session.commit(
      'population.filter',
      [],
      () => decided([]),
      () => (written += 1),
    );
    expect(written).toBe(0);
    session.commit(
      'population.filter',
      [],
      () => decided([note]),
      () => (written += 1),
    );
    expect(written).toBe(1);
  });

  it.each([
    ['issued', 'control.edit', 'L14'],
    ['assembling', 'testing.record', 'L14'],
    ['locked', 'evidence.attach', 'F3'],
    ['cancelled', 'control.edit', 'wrong-state'],
  ] as const)('refuses in an engagement that is %s: %s (%s)', (status, kind, code) => {
    const { session, recorded } = sessionOn(inStatus(status));
    expect(session.commit(kind, [], () => decided([note]))).toMatchObject({ ok: false, error: { code } });
    expect(recorded).toEqual([]);
  });

  it.each([
    ['issued', 'report.supersede'],
    ['issued', 'review.signOff'],
    ['assembling', 'evidence.attach'],
    ['fieldwork', 'control.edit'],
  ] as const)('takes in an engagement that is %s: %s', (status, kind) => {
    const { session } = sessionOn(inStatus(status));
    const op = add('commitment', 'c-1', note.fields as never); // the fields of a whole row
    expect(session.commit(kind, [], () => decided([op])).ok).toBe(true);
  });

  it('takes conclusions, opinion and letters while a version that takes the place of an issued one is open', () => {
    const issued = inStatus('issued');
    const next = after(issued, [
      addPlain('report', 'report-1', { version: 1, status: 'issued' }),
      addPlain('report', 'report-2', { version: 2, status: 'draft', supersedesId: 'report-1' }),
    ]);
    const op = add('commitment', 'c-1', note.fields as never); // the fields of a whole row
    for (const kind of ['criteria.conclude', 'opinion.decide', 'letter.file', 'report.edit']) {
      const closed = sessionOn(issued).session.commit(kind, [], () => decided([op]));
      expect(closed.ok ? 'taken' : closed.error.code).toBe('L14');
      expect(sessionOn(next).session.commit(kind, [], () => decided([op])).ok).toBe(true);
    }
    const edited = sessionOn(next).session.commit('control.edit', [], () => decided([op]));
    expect(edited.ok ? 'taken' : edited.error.code).toBe('L14');
  });

  it('closes the file before it when another is opened', () => {
    const first = sessionOn(fieldworkState());
    first.session.replace(null);
    expect(first.closed()).toBe(1);
    expect(first.session.isOpen()).toBe(false);
    expect(() => first.session.store()).toThrow('no engagement is open');
  });

  it('lives on the day of the engagement’s time zone, for what it shows and what it records', () => {
    const state = changed(fieldworkState(), 'engagement', 'engagement-1', { timeZone: 'Asia/Tokyo' });
    const { session } = sessionOn(state);
    expect(session.today()).toBe('2026-07-11');
    expect(session.contextOn(session.state(), [])).toMatchObject({ value: { today: '2026-07-11' } });
    session.replace(null);
    expect(session.today()).toBe('2026-07-10');
  });
});
