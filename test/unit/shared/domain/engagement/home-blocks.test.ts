import { describe, expect, it } from 'vitest';
import { blocksOf } from '../../../../../shared/domain/engagement/home-blocks.ts';
import type { EngagementState } from '../../../../../shared/domain/journal/state.ts';
import {
  after,
  changed,
  contextOf,
  day,
  fieldworkState,
  sha256,
  taken,
} from '../../../../helpers/domain-fixture.ts';
import {
  definedState,
  evaluatedState,
  evidencedState,
  ipeFields,
  planInput,
  receivedState,
  reconciledState,
  recordDays,
  startedState,
  testedState,
} from '../../../../helpers/fieldwork-fixture.ts';
import { add } from '../../../../../shared/domain/journal/ops.ts';
import { planSample } from '../../../../../shared/domain/sampling/plan-sample.ts';

const viewer = { personId: 'p-staff', today: day('2026-07-10'), sha256 };

const lines = (state: EngagementState) =>
  blocksOf(state, viewer, recordDays).map(({ refusal, subject }) => `${refusal.code} ${subject}`.trim());

describe('before fieldwork', () => {
  it('names the form, the letter and the members who have not confirmed', () => {
    const draft = changed(fieldworkState({ status: 'draft' }), 'teamMember', 'm-staff', {
      independenceConfirmedAt: null,
    });
    expect(lines(draft)).toEqual(['A2', 'A1']);
    expect(blocksOf(draft, viewer, recordDays)[0]?.refusal.target).toEqual({
      entity: 'teamMember',
      id: 'm-staff',
    });
    expect(lines(fieldworkState({ status: 'accepted' }))).toEqual(['A3']);
  });

  it('says nothing of a member who left', () => {
    const left = changed(fieldworkState({ status: 'planning' }), 'teamMember', 'm-staff', {
      independenceConfirmedAt: null,
      leftOn: day('2026-07-01'),
    });
    expect(lines(left)).toEqual([]);
  });
});

describe('in fieldwork', () => {
  it('nothing blocks an engagement whose criteria are covered and whose lists are only defined', () => {
    expect(lines(definedState())).toEqual([]);
  });

  it('names the criteria that a retired control leaves open (P1)', () => {
    const retired = changed(fieldworkState(), 'control', 'control-1', { status: 'retired' });
    expect(lines(retired)).toEqual(['P1']);
    expect(blocksOf(retired, viewer, recordDays)[0]?.refusal.message).toBe('No control covers CC6.2, CC6.3.');
  });

  it('names a list that was received and what it lacks (N1)', () => {
    const { state } = receivedState();
    expect(lines(state)).toEqual(['N1 LA-02 Terminations: no completeness and no accuracy test on record']);
    const half = after(state, [add('ipeTest', 'ipe-1', ipeFields('completeness'))]);
    expect(lines(half)).toEqual(['N1 LA-02 Terminations: no accuracy test on record']);
    const both = after(half, [add('ipeTest', 'ipe-2', ipeFields('accuracy'))]);
    expect(lines(both)).toEqual(['N1 LA-02 Terminations: ready to be reconciled']);
    expect(lines(reconciledState().state)).toEqual([]);
  });

  it('names a plan that waits for a second person (S2)', () => {
    const { state } = startedState();
    const planned = taken(state, planSample(contextOf(state), planInput()));
    expect(lines(planned)).toEqual(['S2 LA-02: 5 items proposed by AK']);
  });

  it('names a deviation without an evaluation by its item and attribute (T3), until it is evaluated', () => {
    const listing = testedState(['1/B']);
    const [block] = blocksOf(listing.state, viewer, recordDays).filter(
      ({ refusal }) => refusal.code === 'T3',
    );
    expect(block?.refusal.message).toBe('1 deviation has no evaluation.');
    expect(block?.subject).toMatch(/^LA-02, item E-\d{3}, attribute B/);
    expect(lines(evaluatedState(listing).state).filter((line) => line.startsWith('T3'))).toEqual([]);
  });

  it('asks for a reason where a quarter has no item (S5), after everything that blocks', () => {
    const found = blocksOf(oneQuarter(), viewer, recordDays);
    expect(found.map(({ refusal }) => refusal.kind)).toEqual(['block', 'warning', 'warning', 'warning']);
    expect(found.at(-1)?.subject).toBe('LA-02: 5 items of 40');
    const concluded = changed(oneQuarter(), 'test', 'test-operating', { status: 'concluded' });
    expect(lines(concluded).filter((line) => line.startsWith('S5'))).toEqual([]);
  });
});

/** A sample whose items all lie in the first quarter, and a deviation that is not evaluated. */
function oneQuarter(): EngagementState {
  const { state } = testedState(['1/B'], evidencedState());
  const items = [...state.rows.sampleItem.values()];
  const moved = items.map((item) => ({ ...item, occurredOn: day('2025-07-15') }));
  const sampleItem = new Map(moved.map((item) => [item.id, item]));
  return { ...state, rows: { ...state.rows, sampleItem } };
}

describe('after fieldwork', () => {
  it('shows the gates of the report while it is wrapped up', () => {
    const codes = blocksOf(fieldworkState({ status: 'wrapUp' }), viewer, recordDays).map(
      ({ refusal }) => refusal.code,
    );
    expect(codes).toContain('L1');
    expect(codes).toContain('L4');
  });

  it('shows nothing for a locked or cancelled engagement', () => {
    expect(lines(fieldworkState({ status: 'locked' }))).toEqual([]);
    expect(lines(fieldworkState({ status: 'cancelled' }))).toEqual([]);
  });
});
