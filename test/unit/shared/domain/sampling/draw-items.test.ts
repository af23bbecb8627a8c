import { describe, expect, it } from 'vitest';
import { add } from '../../../../../shared/domain/journal/ops.ts';
import { all, find } from '../../../../../shared/domain/journal/state.ts';
import {
  drawItems,
  populationFinding,
  replaceItem,
  type ReplacementCause,
} from '../../../../../shared/domain/sampling/draw-items.ts';
import { familyItems, itemsUnderTest } from '../../../../../shared/domain/sampling/plan-state.ts';
import { after, changed, contextOf, refusalOf, taken } from '../../../../helpers/domain-fixture.ts';
import {
  approvedState,
  drawnState,
  lastPlan,
  receivedState,
  reconciledState,
  type Listed,
} from '../../../../helpers/fieldwork-fixture.ts';

const draw = (listing: Listed, overrides: object = {}, state = listing.state) =>
  drawItems(contextOf(state), {
    ...{ planId: lastPlan(state).id, list: listing.listState, source: listing.source },
    ...overrides,
  });

describe('drawing', () => {
  it('puts items, algorithm, seed, and hash and count of the population on record', () => {
    const listing = approvedState();
    const done = taken(listing.state, draw(listing, { seed: '32658283' }));
    const population = find(done, 'population', 'population-1');
    expect(lastPlan(done)).toMatchObject({
      ...{ status: 'drawn', drawnBy: 'p-staff', algorithm: 'consistent-sampler/1', seed: '32658283' },
      ...{ drawnPopulationSha256: population?.populationSha256, drawnPopulationCount: 40 },
    });
    const items = familyItems(done, lastPlan(done));
    expect(items.map(({ ordinal, status }) => [ordinal, status])).toEqual(
      [1, 2, 3, 4, 5].map((n) => [n, 'selected']),
    );
    const keys = new Set(listing.rows.map((row) => row.key));
    expect(items.every((item) => keys.has(item.populationKey) && item.occurredOn !== null)).toBe(true);
  });

  it('needs a reconciled population (gate N1)', () => {
    const listing = approvedState();
    const early = changed(listing.state, 'population', 'population-1', { status: 'received' });
    expect(refusalOf(draw(listing, {}, early))).toEqual({
      code: 'N1',
      message: 'Reconcile the population for completeness and accuracy before you draw a sample.',
    });
    const row = find(receivedState().state, 'population', 'population-1');
    expect(row && populationFinding(row, listing.listState)?.code).toBe('N1');
  });

  it('needs the list that was reconciled: file, rows and filters (gate N4)', () => {
    const listing = approvedState();
    const message = 'The population file changed since it was reconciled.';
    const altered = [
      draw(listing, { list: { ...listing.listState, isFileIntact: false } }),
      draw(listing, { list: { ...listing.listState, rowsSha256: 'other' } }),
      draw(listing, {}, changed(listing.state, 'population', 'population-1', { populationSha256: 'other' })),
    ];
    for (const decision of altered) expect(refusalOf(decision)).toEqual({ code: 'N4', message });
    const row = find(reconciledState().state, 'population', 'population-1');
    expect(row && populationFinding(row, reconciledState().listState)).toBeNull();
  });

  it('needs approval by a second person (gate S2)', () => {
    const listing = approvedState();
    const open = changed(listing.state, 'samplePlan', lastPlan(listing.state).id, { status: 'proposed' });
    expect(refusalOf(draw(listing, {}, open)).code).toBe('S2');
    const alone = changed(listing.state, 'samplePlan', lastPlan(listing.state).id, { approvedBy: 'p-staff' });
    expect(refusalOf(draw(listing, {}, alone)).code).toBe('S2');
  });

  it('weighs size and method again (gates S3, S4)', () => {
    const listing = approvedState();
    const planId = lastPlan(listing.state).id;
    expect(
      refusalOf(draw(listing, {}, changed(listing.state, 'samplePlan', planId, { chosenSize: 41 }))).code,
    ).toBe('S3');
    const swapped = { basis: 'statistical', method: 'haphazard' } as const;
    expect(refusalOf(draw(listing, {}, changed(listing.state, 'samplePlan', planId, swapped))).code).toBe(
      'S4',
    );
  });

  it('takes no other seed than the one on record, and draws once', () => {
    const listing = approvedState();
    expect(refusalOf(draw(listing, { seed: '1' })).message).toBe(
      'The seed on record is 32658283; a sample is drawn with no other.',
    );
    expect(refusalOf(draw(drawnState())).code).toBe('wrong-state');
  });

  it('takes every record on the basis “all items”', () => {
    const { state } = drawnState({ basis: 'all', chosenSize: 40 });
    expect(all(state, 'sampleItem')).toHaveLength(40);
    expect(lastPlan(state)).toMatchObject({ algorithm: null, seed: null });
  });
});

describe('replacing an item (gate S6)', () => {
  const listing = drawnState();
  const [first] = itemsUnderTest(listing.state, 'test-operating');
  const replace = (overrides: object = {}, state = listing.state) =>
    replaceItem(contextOf(state), {
      ...{
        itemId: first?.id ?? '',
        cause: 'testRecord',
        reason: 'A test account of the vendor.',
        chosenKey: null,
      },
      ...{ list: listing.listState, source: listing.source },
      ...overrides,
    });

  it('takes the next item of the same sequence and keeps the old one with the reason', () => {
    const done = taken(listing.state, replace());
    const longer = drawnState({ chosenSize: 6 });
    const next = itemsUnderTest(longer.state, 'test-operating').at(-1)?.populationKey;
    const added = familyItems(done, lastPlan(done)).at(-1);
    expect(added).toMatchObject({ ordinal: 6, populationKey: next, replacementOf: first?.id });
    expect(find(done, 'sampleItem', first?.id ?? '')).toMatchObject({
      ...{ status: 'replaced', replacementReason: 'testRecord: A test account of the vendor.' },
    });
    expect(itemsUnderTest(done, 'test-operating').map(({ ordinal }) => ordinal)).toEqual([2, 3, 4, 5, 6]);
  });

  it.each<[ReplacementCause, string]>([
    ['evidenceMissing', 'The ticket could not be found by the client.'],
    ['cancelled', 'because'],
  ])('refuses %s: %s', (cause, reason) => {
    expect(refusalOf(replace({ cause, reason }))).toEqual({
      code: 'S6',
      message: 'An item is replaced only if it is outside the population. Missing evidence is a deviation.',
    });
  });

  it('does not make a deviation vanish', () => {
    const deviating = after(listing.state, [
      add('deviation', 'dv-1', {
        ...{
          code: 'DV-01',
          testId: 'test-operating',
          itemId: first?.id ?? '',
          attributeId: null,
          nature: 'Late',
        },
        ...({ occurredOn: null, cause: '', extent: '', isolated: 'unknown', isolationProof: '' } as const),
        ...({ compensatingControlIds: [], effect: '', evaluation: '', deficiency: 'none' } as const),
        ...({ managementResponse: '', agreedBy: '', agreedOn: null, status: 'identified' } as const),
        ...{ reviewedBy: null, withdrawnReason: null },
      }),
    ]);
    expect(refusalOf(replace({}, deviating)).message).toBe('Item 1 has a deviation and is not replaced.');
  });

  it('is refused for an item that was replaced, and where every record is tested', () => {
    const done = taken(listing.state, replace());
    expect(refusalOf(replace({}, done)).code).toBe('wrong-state');
    const whole = drawnState({ basis: 'all', chosenSize: 40 });
    const [item] = all(whole.state, 'sampleItem');
    expect(refusalOf(replace({ itemId: item?.id }, whole.state)).code).toBe('wrong-state');
  });

  it('takes the record that the auditor names where no algorithm chooses', () => {
    const named = drawnState({
      ...({ method: 'judgmental', chosenSize: 2, chosenKeys: ['E-001', 'E-002'] } as const),
      selectionReason: 'The two administrators.',
    });
    const [item] = itemsUnderTest(named.state, 'test-operating');
    const again = replace({ itemId: item?.id, chosenKey: 'E-002' }, named.state);
    expect(refusalOf(again).message).toBe('The record is already an item.');
    const done = taken(named.state, replace({ itemId: item?.id, chosenKey: 'E-003' }, named.state));
    expect(itemsUnderTest(done, 'test-operating').map(({ populationKey }) => populationKey)).toEqual([
      'E-002',
      'E-003',
    ]);
  });
});
