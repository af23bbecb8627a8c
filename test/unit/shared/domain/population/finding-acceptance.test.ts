import { describe, expect, it } from 'vitest';
import { all, find } from '../../../../../shared/domain/journal/state.ts';
import {
  acceptFinding,
  acceptanceOf,
  openFindingsOf,
  withdrawAcceptance,
} from '../../../../../shared/domain/population/finding-acceptance.ts';
import { reconcilePopulation } from '../../../../../shared/domain/population/reconcile-population.ts';
import { add } from '../../../../../shared/domain/journal/ops.ts';
import { papersOf } from '../../../../../shared/domain/review/paper-rows.ts';
import { after, contextOf, refusalOf, taken } from '../../../../helpers/domain-fixture.ts';
import { ipeFields, receivedState } from '../../../../helpers/fieldwork-fixture.ts';

const populationId = 'population-1';
const finding = { code: 'sequence', state: 'open', words: '1 number is missing: C-4' } as const;
const input = {
  ...{ populationId, code: finding.code, words: finding.words },
  reason: 'The request was cancelled by its author.',
};

function accepted() {
  const { state } = receivedState();
  return taken(state, acceptFinding(contextOf(state), input, [finding]));
}

describe('accepting a finding', () => {
  it('records who accepted just these words, and why', () => {
    const state = accepted();
    expect(all(state, 'findingAcceptance')).toMatchObject([{ ...input, withdrawn: false }]);
    expect(acceptanceOf(state, populationId, finding)?.reason).toBe(input.reason);
    expect(acceptanceOf(state, populationId, { ...finding, words: 'another' })).toBeUndefined();
  });

  it('belongs to the workpapers of the list, as its filters do', () => {
    const state = accepted();
    const [row] = all(state, 'findingAcceptance');
    expect(papersOf(state, { entity: 'findingAcceptance', id: row?.id ?? '' })).toEqual(
      papersOf(state, { entity: 'population', id: populationId }),
    );
  });

  it('needs a reason and a finding that is still open', () => {
    const { state } = receivedState();
    const context = contextOf(state);
    expect(refusalOf(acceptFinding(context, { ...input, reason: 'short' }, [finding])).code).toBe(
      'invalid-value',
    );
    expect(refusalOf(acceptFinding(context, input, [])).code).toBe('wrong-state');
    const done = accepted();
    expect(refusalOf(acceptFinding(contextOf(done), input, [finding])).code).toBe('wrong-state');
  });

  it('can be taken back, once', () => {
    const state = accepted();
    const acceptanceId = all(state, 'findingAcceptance')[0]?.id ?? '';
    const back = taken(state, withdrawAcceptance(contextOf(state), { acceptanceId }));
    expect(acceptanceOf(back, populationId, finding)).toBeUndefined();
    expect(refusalOf(withdrawAcceptance(contextOf(back), { acceptanceId })).code).toBe('wrong-state');
  });

  it('leaves open what was open at the reconciliation and is not accepted since', () => {
    const received = receivedState().state;
    const tested = after(received, [
      add('ipeTest', 'i-1', ipeFields('completeness')),
      add('ipeTest', 'i-2', ipeFields('accuracy')),
    ]);
    const findings = [`${finding.code} ${finding.words}`, 'gaps No row in May'];
    const state = taken(
      tested,
      reconcilePopulation(contextOf(tested), { populationId, zeroReason: null }, findings),
    );
    const open = (now: typeof state) => {
      const population = find(now, 'population', populationId);
      return population === undefined ? [] : openFindingsOf(now, population);
    };
    expect(open(state)).toEqual([finding.words, 'No row in May']);
    const done = taken(state, acceptFinding(contextOf(state), input, [finding]));
    expect(open(done)).toEqual(['No row in May']);
  });
});
