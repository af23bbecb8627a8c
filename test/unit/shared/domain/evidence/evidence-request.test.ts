import { describe, expect, it } from 'vitest';
import { all, find } from '../../../../../shared/domain/journal/state.ts';
import {
  createRequest,
  editRequest,
  mayReceive,
  moveRequest,
  nextRequestCode,
  requestMoves,
  type RequestStatus,
} from '../../../../../shared/domain/evidence/evidence-request.ts';
import {
  changed,
  contextOf,
  day,
  fieldworkState,
  refusalOf,
  taken,
} from '../../../../helpers/domain-fixture.ts';

const text = {
  ...{ description: 'Termination list of the period', dueDate: day('2026-07-20'), controlIds: ['control-1'] },
  ...{ coversFrom: day('2025-07-01'), coversTo: day('2026-06-30'), remarks: '' },
};
const state = fieldworkState();
const asked = taken(state, createRequest(contextOf(state), text));
const requestId = all(asked, 'evidenceRequest')[0]?.id ?? '';
const states = Object.keys(requestMoves) as RequestStatus[]; // keys of a record over the states
const allowed = [
  ...['draft>sent', 'draft>withdrawn', 'sent>received', 'sent>withdrawn'],
  ...['received>accepted', 'received>rejected', 'rejected>sent'],
];

describe('moves of a request', () => {
  it.each(states.flatMap((from) => states.map((to) => [from, to] as const)))('%s to %s', (from, to) => {
    const at = from === 'draft' ? asked : changed(asked, 'evidenceRequest', requestId, { status: from });
    const move = moveRequest(contextOf(at), { requestId, to, remarks: 'The list ends in May.' });
    if (allowed.includes(`${from}>${to}`)) {
      expect(find(taken(at, move), 'evidenceRequest', requestId)?.status).toBe(to);
    } else expect(refusalOf(move).code).toBe('wrong-state');
  });

  it('needs a reason to send an answer back or to withdraw', () => {
    const received = changed(asked, 'evidenceRequest', requestId, { status: 'received' });
    const move = moveRequest(contextOf(received), { requestId, to: 'rejected', remarks: null });
    expect(refusalOf(move).message).toBe('The reason needs at least 10 characters.');
  });

  it('waits for an answer only while it is sent', () => {
    expect(states.filter(mayReceive)).toEqual(['sent']);
  });
});

describe('writing requests', () => {
  it('numbers them', () => {
    const more = taken(asked, createRequest(contextOf(asked), text));
    expect(all(more, 'evidenceRequest').map(({ code, status }) => [code, status])).toEqual([
      ['R-001', 'draft'],
      ['R-002', 'draft'],
    ]);
    expect(nextRequestCode(['R-009', 'X-100', 'R-031'])).toBe('R-032');
  });

  it('refuses an empty description, an unknown control and a span in the wrong order', () => {
    expect(refusalOf(createRequest(contextOf(state), { ...text, description: '' })).code).toBe(
      'invalid-value',
    );
    expect(refusalOf(createRequest(contextOf(state), { ...text, controlIds: ['no'] })).code).toBe(
      'not-found',
    );
    const backwards = { ...text, coversTo: day('2025-06-30') };
    expect(refusalOf(createRequest(contextOf(state), backwards)).message).toBe(
      'The span asked for ends before it begins.',
    );
  });

  it('corrects a request until it is accepted or withdrawn', () => {
    const edited = editRequest(contextOf(asked), { ...text, requestId, revision: 1, description: 'Leavers' });
    expect(find(taken(asked, edited), 'evidenceRequest', requestId)?.description).toBe('Leavers');
    const accepted = changed(asked, 'evidenceRequest', requestId, { status: 'accepted' });
    expect(refusalOf(editRequest(contextOf(accepted), { ...text, requestId })).code).toBe('wrong-state');
  });
});
