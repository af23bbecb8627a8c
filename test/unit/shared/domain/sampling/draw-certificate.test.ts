import { describe, expect, it } from 'vitest';
import { all, find } from '../../../../../shared/domain/journal/state.ts';
import { drawCertificate, drawsOf } from '../../../../../shared/domain/sampling/draw-certificate.ts';
import { replaceItem } from '../../../../../shared/domain/sampling/draw-items.ts';
import { approvePlan, planSample, supersedePlan } from '../../../../../shared/domain/sampling/plan-sample.ts';
import { drawItems } from '../../../../../shared/domain/sampling/draw-items.ts';
import { expandPlan, setStopRule } from '../../../../../shared/domain/sampling/plan-expansion.ts';
import { itemsUnderTest } from '../../../../../shared/domain/sampling/plan-state.ts';
import type { EngagementState } from '../../../../../shared/domain/journal/state.ts';
import { changed, contextOf, sha256, taken } from '../../../../helpers/domain-fixture.ts';
import {
  approvedState,
  as,
  drawnState,
  lastPlan,
  planInput,
  reconciledState,
  spreadRows,
  startedState,
} from '../../../../helpers/fieldwork-fixture.ts';

const listing = drawnState();
const first = lastPlan(listing.state).id;

function certified(state: EngagementState, planId: string) {
  const plan = find(state, 'samplePlan', planId);
  const population = find(state, 'population', plan?.populationId ?? null);
  if (plan === undefined || population === undefined) throw new Error('nothing was drawn');
  return drawCertificate(state, plan, population, sha256);
}

/** The first draw superseded, and another under a new seed. */
function redrawn(): EngagementState {
  const reason = 'The seed was spoken aloud before the list was received.';
  const without = taken(listing.state, supersedePlan(contextOf(listing.state), { planId: first, reason }));
  const proposed = taken(without, planSample(contextOf(without), planInput({ seed: '77' })));
  const planId = lastPlan(proposed).id;
  const senior = as(proposed, 'senior', {
    reasons: [{ gate: 'S1', reason: 'The list is short and uniform.' }],
  });
  const approved = taken(proposed, approvePlan(senior, { planId }), 'p-senior');
  const context = { ...contextOf(approved), at: '2026-07-20T09:00:00.000Z' };
  const input = { planId, list: listing.listState, source: listing.source };
  return taken(approved, drawItems(context, input));
}

describe('drawCertificate', () => {
  it('says what was drawn, from what, under which seed, by whom and when', () => {
    const certificate = certified(listing.state, first);
    const population = find(listing.state, 'population', 'population-1');
    expect(certificate).toMatchObject({
      ...{ control: 'LA-02', population: 'Terminations', period: '1 Jul 2025 to 30 Jun 2026' },
      ...{ draw: 1, draws: 1, stands: true, supersededBecause: null, records: 40 },
      ...{ populationSha256: population?.populationSha256, fileSha256: population?.fileSha256 },
      ...{ seed: '32658283', algorithm: 'consistent-sampler/1', chosenSize: 5 },
    });
    expect(certificate.proposedBy).not.toBe(certificate.approvedBy);
    expect(certificate.items.map(({ ordinal }) => ordinal)).toEqual([1, 2, 3, 4, 5]);
    const keys = certificate.items.map(({ key }) => `${key}\n`).join('');
    expect(certificate.itemsSha256).toBe(sha256(keys));
  });

  it('keeps a superseded draw with its reason, beside the one that stands', () => {
    const state = redrawn();
    expect(drawsOf(state).map(({ id }) => id)).toEqual([first, lastPlan(state).id]);
    expect(certified(state, first)).toMatchObject({
      ...{ draw: 1, draws: 2, stands: false },
      supersededBecause: 'The seed was spoken aloud before the list was received.',
    });
    expect(certified(state, lastPlan(state).id)).toMatchObject({
      draw: 2,
      draws: 2,
      stands: true,
      seed: '77',
    });
  });

  it('names a replaced item, the reason, and what took its place', () => {
    const itemId = itemsUnderTest(listing.state, 'test-operating')[1]?.id ?? '';
    const decision = replaceItem(contextOf(listing.state), {
      ...({ itemId, cause: 'testRecord', chosenKey: null } as const),
      ...{ reason: 'A record made to try the form.', list: listing.listState, source: listing.source },
    });
    const { items } = certified(taken(listing.state, decision), first);
    expect(items[1]).toMatchObject({
      ...{
        status: 'replaced',
        replacementReason: 'testRecord: A record made to try the form.',
        replaces: null,
      },
    });
    expect(items[5]).toMatchObject({ ordinal: 6, status: 'selected', replaces: 2 });
  });
});

describe('whose draw it is', () => {
  it('is named in full: firm, client, system, workpaper, control', () => {
    const { firm, client, system, workpaper, control, draw, approvedBy, drawnBy } = certified(
      listing.state,
      first,
    );
    const { state } = listing;
    const paperId = find(state, 'test', 'test-operating')?.workpaperId ?? null;
    expect({ firm, client, system, workpaper, control, draw }).toEqual({
      firm: all(state, 'firm')[0]?.name,
      client: all(state, 'client')[0]?.legalName,
      system: all(state, 'engagement')[0]?.systemName,
      workpaper: find(state, 'workpaper', paperId)?.ref,
      ...{ control: 'LA-02', draw: 1 },
    });
    expect([approvedBy, drawnBy].every((who) => who !== null && who.length >= 2)).toBe(true);
  });

  it('is left open where nobody approved or drew, and counts the records of the draw', () => {
    const bare = changed(listing.state, 'samplePlan', first, {
      ...{ approvedBy: null, drawnBy: null, drawnPopulationCount: 39, statusReason: 'not shown' },
    });
    expect(certified(bare, first)).toMatchObject({
      ...{ approvedBy: null, drawnBy: null, records: 39, stands: true, supersededBecause: null },
    });
    const uncounted = changed(bare, 'samplePlan', first, { drawnPopulationCount: null });
    expect(certified(uncounted, first).records).toBe(40);
  });
});

describe('the rule for stopping', () => {
  const stopRule = 'Add 45 items; stop and conclude “not effective” at the next deviation.';
  const rates = { risk: 1000, tolerableRate: 1000, expectedRate: 0 };
  const statistical = drawnState(
    { basis: 'statistical', rates, chosenSize: 20 },
    startedState(reconciledState(spreadRows(184))),
  ).state;
  const planId = lastPlan(statistical).id;
  const ruled = taken(statistical, setStopRule(contextOf(statistical), { planId, stopRule }));

  it('is that of the plan, or of the plan that it expands, with the risk of both stages', () => {
    expect(certified(statistical, planId)).toMatchObject({ stopRule: null, expandedRisk: null });
    expect(certified(ruled, planId)).toMatchObject({ stopRule, expandedRisk: null });
    const input = { planId, additional: 45, chosenKeys: [] };
    const expanded = taken(ruled, expandPlan(contextOf(ruled), input));
    const certificate = certified(expanded, lastPlan(expanded).id);
    expect(certificate.stopRule).toBe(stopRule);
    expect(certificate.expandedRisk).toBe('10.00\u202f%');
    const own = changed(expanded, 'samplePlan', lastPlan(expanded).id, { stopRule: 'Stop at once.' });
    expect(certified(own, lastPlan(expanded).id).stopRule).toBe('Stop at once.');
  });
});

describe('drawsOf', () => {
  it('is in the order of the draws, whichever was planned first', () => {
    const later = changed(redrawn(), 'samplePlan', first, { drawnAt: '2026-08-01T00:00:00.000Z' });
    const ids = drawsOf(later).map(({ id }) => id);
    expect(ids).toEqual([lastPlan(later).id, first]);
    expect(certified(later, first)).toMatchObject({ draw: 2, draws: 2 });
  });

  it('leaves out plans that were not drawn', () => {
    expect(drawsOf(approvedState().state)).toEqual([]);
  });
});
