import { describe, expect, it } from 'vitest';
import { all, find } from '../../../../../shared/domain/journal/state.ts';
import {
  evidenceOf,
  linkEvidence,
  linksOf,
  withdrawLink,
} from '../../../../../shared/domain/evidence/evidence-link.ts';
import { isSupported, resultOf } from '../../../../../shared/domain/testing/record-results.ts';
import { changed, contextOf, day, refusalOf, taken } from '../../../../helpers/domain-fixture.ts';
import { as, cellOf, evidencedState, recorded } from '../../../../helpers/fieldwork-fixture.ts';

const { state } = evidencedState();
const [item] = [cellOf(state, 1, 'A').itemId];

describe('recording a pass (gate T1)', () => {
  it('needs a file or a written observation', () => {
    const bare = cellOf(state, 2, 'B', { evidenceIds: [] });
    expect(refusalOf(recorded(state, [bare]))).toEqual({
      code: 'T1',
      message: 'Link evidence for item 2, attribute B.',
    });
    const seen = cellOf(state, 2, 'B', {
      evidenceIds: [],
      observation: 'Saw the account disabled on screen.',
    });
    const done = taken(state, recorded(state, [seen]));
    expect(all(done, 'attributeResult')).toMatchObject([{ result: 'pass', observation: seen.observation }]);
  });

  it('links the file to the cell in the same entry', () => {
    const done = taken(state, recorded(state, [cellOf(state, 1, 'A')]));
    const [result] = all(done, 'attributeResult');
    expect(result).toMatchObject({ result: 'pass', testedBy: 'p-staff', testedOn: '2026-07-10' });
    expect(evidenceOf(done, { kind: 'attributeResult', id: result?.id ?? '' })).toHaveLength(1);
  });

  it('rests on a file of the item, or on one linked before', () => {
    const target = { kind: 'sampleItem', id: item } as const;
    const input = { evidenceIds: ['ev-1'], target, place: '' };
    const linked = taken(state, linkEvidence(contextOf(state), input));
    const bare = (key: string) => cellOf(linked, 1, key, { evidenceIds: [] });
    const done = taken(linked, recorded(linked, [bare('A'), bare('B')]));
    expect(all(done, 'attributeResult').every((result) => isSupported(done, result))).toBe(true);
    const [link] = linksOf(done, target);
    const back = taken(done, withdrawLink(contextOf(done), { linkId: link?.id ?? '' }));
    expect(all(back, 'attributeResult').some((result) => isSupported(back, result))).toBe(false);
  });

  it('refuses a file that is not on record', () => {
    expect(refusalOf(recorded(state, [cellOf(state, 1, 'A', { evidenceIds: ['no'] })])).code).toBe(
      'not-found',
    );
  });
});

describe('the date of the test (gate T7)', () => {
  it('is not before the item, and not in the future', () => {
    const cells = [cellOf(state, 1, 'A')];
    const early = recorded(state, cells, day('2025-06-30'));
    expect(refusalOf(early)).toEqual({ code: 'T7', message: 'The test date is before the item date.' });
    expect(refusalOf(recorded(state, cells, day('2026-07-11'))).message).toBe(
      'The test is dated in the future.',
    );
    const on = find(state, 'sampleItem', item)?.occurredOn;
    if (on === undefined || on === null) throw new Error('no date');
    expect(recorded(state, cells, on).ok).toBe(true);
  });
});

describe('recording a deviation', () => {
  const deviating = cellOf(state, 3, 'B', { result: 'deviation', note: 'Removed 4 days late.' });
  const after = taken(state, recorded(state, [deviating, cellOf(state, 3, 'A')]));
  const [deviation] = all(after, 'deviation');

  it('opens its record with a code', () => {
    const input = find(state, 'sampleItem', deviating.itemId);
    expect(deviation).toMatchObject({
      ...{ code: 'DV-01', testId: 'test-operating', itemId: deviating.itemId, status: 'identified' },
      ...{ nature: 'Removed 4 days late.', occurredOn: input?.occurredOn, withdrawnReason: null },
    });
    const more = cellOf(after, 4, 'A', { result: 'deviation', note: 'No ticket.' });
    const most = cellOf(after, 4, 'B', { result: 'deviation', note: 'No ticket.' });
    const answer = recorded(after, [more, most]);
    expect(answer.ok && answer.value.result.deviations.map(({ code }) => code)).toEqual(['DV-02', 'DV-03']);
  });

  it('says what deviates; “not applicable” says why', () => {
    for (const result of ['deviation', 'notApplicable'] as const)
      expect(refusalOf(recorded(state, [cellOf(state, 3, 'B', { result, note: ' ' })])).message).toBe(
        'Nothing is said about item 3, attribute B.',
      );
    expect(recorded(state, [cellOf(state, 3, 'B', { result: 'notApplicable', note: 'No device.' })]).ok).toBe(
      true,
    );
  });

  it('is withdrawn with a reason when the result is changed back, and never erased', () => {
    for (const result of ['pass', null] as const)
      expect(refusalOf(recorded(after, [cellOf(after, 3, 'B', { result })])).message).toBe(
        'DV-01 is recorded for item 3, attribute B; it is not taken back without a reason.',
      );
    const reason = 'The account log shows removal on the day.';
    const back = taken(after, recorded(after, [cellOf(after, 3, 'B', { withdrawReason: reason })]));
    expect(all(back, 'deviation')).toMatchObject([{ code: 'DV-01', withdrawnReason: reason }]);
    const again = taken(
      back,
      recorded(back, [cellOf(back, 3, 'B', { result: 'deviation', note: 'Late after all.' })]),
    );
    expect(all(again, 'deviation').map(({ code }) => code)).toEqual(['DV-01', 'DV-02']);
  });

  it('is not opened twice for one cell', () => {
    const again = taken(after, recorded(after, [{ ...deviating, note: 'Removed 4 days and 3 hours late.' }]));
    expect(all(again, 'deviation')).toHaveLength(1);
  });
});

describe('recording many cells', () => {
  it('is one action, and writes nothing where nothing changes', () => {
    const cells = [1, 2, 3].flatMap((number) => ['A', 'B'].map((key) => cellOf(state, number, key)));
    const done = taken(state, recorded(state, cells));
    expect(all(done, 'attributeResult')).toHaveLength(6);
    expect(recorded(done, cells)).toMatchObject({ ok: true, value: { ops: [] } });
  });

  it('refuses a cell twice, of another test, or of a withdrawn attribute', () => {
    const cell = cellOf(state, 1, 'A');
    expect(refusalOf(recorded(state, [cell, cell])).code).toBe('not-found');
    expect(refusalOf(recorded(state, [{ ...cell, itemId: 'no' }])).code).toBe('not-found');
    const withdrawn = changed(state, 'attribute', cell.attributeId, { withdrawn: true });
    expect(refusalOf(recorded(withdrawn, [cell])).code).toBe('not-found');
  });

  it('refuses a cell that someone else changed since it was shown', () => {
    const done = taken(state, recorded(state, [cellOf(state, 1, 'A')]));
    const shown = resultOf(done, item, cellOf(state, 1, 'A').attributeId)?.revision ?? 0;
    const noted = taken(done, recorded(done, [cellOf(done, 1, 'A', { note: 'Seen.', revision: shown })]));
    const stale = recorded(noted, [cellOf(noted, 1, 'A', { note: 'Other.', revision: shown })]);
    expect(refusalOf(stale).code).toBe('stale-revision');
  });

  it('takes a concluded test back to work', () => {
    const concluded = changed(state, 'test', 'test-operating', {
      status: 'concluded',
      conclusion: 'effective',
    });
    const done = taken(concluded, recorded(concluded, [cellOf(concluded, 1, 'A')]));
    expect(find(done, 'test', 'test-operating')).toMatchObject({ status: 'inProgress', conclusion: null });
  });

  it('is fieldwork of the team', () => {
    const cells = [cellOf(state, 1, 'A')];
    const wrapUp = changed(state, 'engagement', 'engagement-1', { status: 'wrapUp' });
    expect(refusalOf(recorded(wrapUp, cells)).code).toBe('wrong-state');
    expect(as(state, 'senior').actorId).toBe('p-senior');
    const unstarted = changed(state, 'test', 'test-operating', { status: 'notStarted' });
    expect(refusalOf(recorded(unstarted, cells)).code).toBe('wrong-state');
  });
});
