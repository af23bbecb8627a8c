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
  fieldsOfRow,
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

describe('what is not on record', () => {
  const listing = drawnState();
  const target = (decision: { readonly ok: boolean }) =>
    decision.ok || !('error' in decision) ? null : decision.error;

  const [item] = itemsUnderTest(listing.state, 'test-operating');
  if (item === undefined) throw new Error('nothing was drawn');
  const lost = { ...fieldsOfRow('samplePlan', lastPlan(listing.state)), populationId: 'none' };
  const withoutList = after(listing.state, [
    add('samplePlan', 'lost', lost),
    add('sampleItem', 'item-of-none', { ...fieldsOfRow('sampleItem', item), planId: 'none' }),
    add('sampleItem', 'item-of-lost', { ...fieldsOfRow('sampleItem', item), planId: 'lost' }),
  ]);

  it('cannot be drawn', () => {
    expect(refusalOf(draw(listing, { planId: 'none' })).code).toBe('not-found');
    expect(refusalOf(draw(listing, { planId: 'lost' }, withoutList)).code).toBe('not-found');
  });

  it('cannot be replaced', () => {
    const input = {
      ...({ itemId: 'none', cause: 'testRecord', chosenKey: null } as const),
      ...{ reason: 'A record made to try the form.', list: listing.listState, source: listing.source },
    };
    expect(refusalOf(replaceItem(contextOf(listing.state), input)).code).toBe('not-found');
    for (const itemId of ['item-of-none', 'item-of-lost'])
      expect(refusalOf(replaceItem(contextOf(withoutList), { ...input, itemId })).code).toBe('not-found');
  });

  it('is named by the refusal, so that a screen can go there', () => {
    const early = changed(listing.state, 'population', 'population-1', { status: 'received' });
    expect(target(draw(listing, {}, early))).toMatchObject({
      target: { entity: 'population', id: 'population-1' },
    });
    const proposed = changed(listing.state, 'samplePlan', lastPlan(listing.state).id, { status: 'proposed' });
    expect(target(draw(listing, {}, proposed))).toMatchObject({
      ...{ code: 'S2', target: { entity: 'samplePlan', id: lastPlan(listing.state).id } },
    });
    const approved = approvedState();
    const seedless = changed(approved.state, 'samplePlan', lastPlan(approved.state).id, { seed: null });
    expect(target(draw(approved, { seed: '1' }, seedless))).toMatchObject({
      ...{ code: 'invalid-value', message: 'The seed on record is none; a sample is drawn with no other.' },
    });
  });
});

describe('drawing further items', () => {
  const listing = drawnState();
  const first = lastPlan(listing.state);
  const further = (chosenSize: number) => {
    const fields = { ...fieldsOfRow('samplePlan', first), parentId: first.id, chosenSize };
    const expanded = changed(listing.state, 'samplePlan', first.id, { status: 'expanded' });
    return after(expanded, [add('samplePlan', 'further', { ...fields, status: 'approved' })]);
  };

  it('continues ordinals and sequence, and answers with both', () => {
    const state = further(3);
    const decision = draw(listing, {}, state);
    const whole = drawnState({ chosenSize: 8 });
    const keys = familyItems(whole.state, lastPlan(whole.state)).map((item) => item.populationKey);
    expect(decision.ok && decision.value.result.items.map(({ ordinal, key }) => [ordinal, key])).toEqual(
      keys.slice(5).map((key, index) => [index + 6, key]),
    );
    const done = taken(state, decision);
    expect(familyItems(done, first).map((item) => item.populationKey)).toEqual(keys);
  });

  it('takes every record that is left, and no more (gate S3)', () => {
    expect(familyItems(taken(further(35), draw(listing, {}, further(35))), first)).toHaveLength(40);
    expect(refusalOf(draw(listing, {}, further(36)))).toEqual({
      code: 'S3',
      message: 'The sample is larger than the population (35).',
    });
  });
});

describe('a targeted selection beside a sample', () => {
  const sample = drawnState();
  const [held = ''] = itemsUnderTest(sample.state, 'test-operating').map((item) => item.populationKey);
  const keys = new Set(itemsUnderTest(sample.state, 'test-operating').map((item) => item.populationKey));
  const [free = ''] = sample.rows.map(({ key }) => key).filter((key) => !keys.has(key));
  const targeted = (chosenKeys: readonly string[]) =>
    approvedState(
      {
        ...{ basis: 'targeted', method: 'judgmental', chosenSize: chosenKeys.length, chosenKeys },
        selectionReason: 'Privileged leavers were looked at besides.',
      },
      sample,
    );

  it('takes records that are not under test', () => {
    const planned = targeted([free]);
    expect(itemsUnderTest(taken(planned.state, draw(planned)), 'test-operating')).toHaveLength(6);
  });

  it('takes no record that the test holds already', () => {
    expect(refusalOf(draw(targeted([free, held])))).toEqual({
      code: 'invalid-value',
      message: `${held} is in this test already.`,
    });
  });
});

describe('the workpaper of a sample', () => {
  it('is in progress from the first draw or replacement on', () => {
    const listing = drawnState();
    const paperId = find(listing.state, 'test', 'test-operating')?.workpaperId ?? '';
    const untouched = (state: Listed['state']) =>
      changed(state, 'workpaper', paperId, { status: 'notStarted' });
    const approved = approvedState();
    const drawn = taken(untouched(approved.state), draw(approved, {}, untouched(approved.state)));
    expect(find(drawn, 'workpaper', paperId)?.status).toBe('inProgress');
    const state = untouched(listing.state);
    const replaced = replaceItem(contextOf(state), {
      ...{
        itemId: itemsUnderTest(state, 'test-operating')[0]?.id ?? '',
        cause: 'duplicate',
        chosenKey: null,
      },
      ...{ reason: 'It is the same leaver as item 4.', list: listing.listState, source: listing.source },
    });
    expect(find(taken(state, replaced), 'workpaper', paperId)?.status).toBe('inProgress');
  });
});

describe('the record that takes an item’s place', () => {
  const replacedBy = (listing: Listed, ordinal: number, chosenKey: string | null = null) => {
    const item = itemsUnderTest(listing.state, 'test-operating')[ordinal - 1];
    return replaceItem(contextOf(listing.state), {
      ...({
        itemId: item?.id ?? '',
        cause: 'testRecord',
        reason: 'A record to try the form',
        chosenKey,
      } as const),
      ...{ list: listing.listState, source: listing.source },
    });
  };

  it('comes from the same stratum, where the draw was stratified', () => {
    const listing = drawnState({ method: 'stratified', stratumColumn: 'Site', chosenSize: 9 });
    for (const item of itemsUnderTest(listing.state, 'test-operating')) {
      const next = replacedBy(listing, item.ordinal);
      const key = next.ok ? next.value.result.key : '';
      const [record] = listing.source.byKeys([key]);
      expect(record?.stratum).toBe(item.stratum);
    }
  });

  it('comes from anywhere where it was not, and is the next of the whole sequence', () => {
    const listing = drawnState({ stratumColumn: 'Site' });
    const larger = drawnState({ stratumColumn: 'Site', chosenSize: 6 });
    const sixth = itemsUnderTest(larger.state, 'test-operating')[5];
    const next = replacedBy(listing, 2);
    expect(next.ok && next.value.result.key).toBe(sixth?.populationKey);
  });

  it('must be in the population and not yet an item, where the auditor names it', () => {
    const chosen = { method: 'haphazard', chosenSize: 2, chosenKeys: ['E-001', 'E-002'] } as const;
    const listing = drawnState({ ...chosen, selectionReason: 'Taken from two drawers.' });
    expect(refusalOf(replacedBy(listing, 1, 'E-002'))).toEqual({
      code: 'invalid-value',
      message: 'The record is already an item.',
    });
    expect(refusalOf(replacedBy(listing, 1, 'E-999')).code).toBe('invalid-value');
    expect(refusalOf(replacedBy(listing, 1)).message).toBe(' is not in the population.');
  });

  it('is refused when nothing is left', () => {
    const listing = drawnState({ chosenSize: 39 });
    const once = replacedBy(listing, 1);
    const state = taken(listing.state, once);
    const again = replacedBy({ ...listing, state }, 1);
    expect(refusalOf(again).code).toBe('S3');
  });

  it('needs a reason of twenty characters', () => {
    const listing = drawnState();
    const itemId = itemsUnderTest(listing.state, 'test-operating')[0]?.id ?? '';
    const input = { itemId, cause: 'duplicate', chosenKey: null, list: listing.listState } as const;
    const rest = { ...input, source: listing.source };
    const twenty = 'It is item 4 again ..';
    expect(replaceItem(contextOf(listing.state), { ...rest, reason: twenty.slice(0, 20) }).ok).toBe(true);
    const short = replaceItem(contextOf(listing.state), { ...rest, reason: twenty.slice(0, 19) });
    expect(refusalOf(short).code).toBe('S6');
  });

  it('is found for the item of a sample that was expanded', () => {
    const listing = drawnState();
    const planId = lastPlan(listing.state).id;
    const expanded = changed(listing.state, 'samplePlan', planId, { status: 'expanded' });
    expect(replacedBy({ ...listing, state: expanded }, 1).ok).toBe(true);
    const superseded = changed(listing.state, 'samplePlan', planId, { status: 'superseded' });
    const itemId = familyItems(superseded, lastPlan(superseded))[0]?.id ?? '';
    const gone = replaceItem(contextOf(superseded), {
      ...({ itemId, cause: 'testRecord', reason: 'A record to try the form', chosenKey: null } as const),
      ...{ list: listing.listState, source: listing.source },
    });
    expect(refusalOf(gone).code).toBe('wrong-state');
  });
});
