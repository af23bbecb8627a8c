import { describe, expect, it } from 'vitest';
import { add } from '../../../../../shared/domain/journal/ops.ts';
import { all } from '../../../../../shared/domain/journal/state.ts';
import {
  evidenceOf,
  linkEvidence,
  linksOf,
  paperBehind,
  targetFinding,
  withdrawLink,
} from '../../../../../shared/domain/evidence/evidence-link.ts';
import { after, contextOf, fieldworkState, refusalOf, taken } from '../../../../helpers/domain-fixture.ts';
import { drawnState, evidenceFields } from '../../../../helpers/fieldwork-fixture.ts';

const stored = after(fieldworkState(), [
  add('evidenceFile', 'ev-1', evidenceFields('ticket.pdf')),
  add('evidenceFile', 'ev-2', evidenceFields('log.txt')),
]);
const target = { kind: 'test', id: 'test-operating' } as const;
const input = { evidenceIds: ['ev-1', 'ev-2'], target, place: '' };

describe('linking', () => {
  it('ties several files to one target, each once', () => {
    const linked = taken(stored, linkEvidence(contextOf(stored), input));
    expect(evidenceOf(linked, target).map(({ originalName }) => originalName)).toEqual([
      'ticket.pdf',
      'log.txt',
    ]);
    const again = linkEvidence(contextOf(linked), input);
    expect(again).toMatchObject({ ok: true, value: { ops: [] } });
  });

  it('ties a file to another place in it as a link of its own', () => {
    const linked = taken(stored, linkEvidence(contextOf(stored), input));
    const marked = taken(
      linked,
      linkEvidence(contextOf(linked), { ...input, evidenceIds: ['ev-1'], place: 'page 2' }),
    );
    expect(linksOf(marked, target).map(({ place }) => place)).toEqual(['', '', 'page 2']);
  });

  it('refuses what is not on record', () => {
    expect(refusalOf(linkEvidence(contextOf(stored), { ...input, evidenceIds: ['no'] })).code).toBe(
      'not-found',
    );
    const nowhere = { ...input, target: { kind: 'letter', id: 'no' } as const };
    expect(refusalOf(linkEvidence(contextOf(stored), nowhere)).code).toBe('not-found');
    expect(targetFinding(stored, { kind: 'workpaper', id: 'wp-design' })).toBeNull();
  });

  it('takes a link back without erasing it', () => {
    const linked = taken(stored, linkEvidence(contextOf(stored), input));
    const [link] = linksOf(linked, target);
    const back = taken(linked, withdrawLink(contextOf(linked), { linkId: link?.id ?? '' }));
    expect(evidenceOf(back, target).map(({ id }) => id)).toEqual(['ev-2']);
    expect(all(back, 'evidenceLink')).toHaveLength(2);
  });
});

describe('the workpaper behind a target', () => {
  it('is found through item, result, deviation and procedure', () => {
    const drawn = drawnState().state;
    const [item] = all(drawn, 'sampleItem');
    const state = after(drawn, [
      add('attributeResult', 'r-1', {
        ...{ itemId: item?.id ?? '', attributeId: all(drawn, 'attribute')[0]?.id ?? '', result: null },
        ...{ note: '', observation: '', testedOn: contextOf(drawn).today, testedBy: 'p-staff' },
      }),
    ]);
    expect(paperBehind(state, { kind: 'sampleItem', id: item?.id ?? '' })).toBe('wp-operating');
    expect(paperBehind(state, { kind: 'attributeResult', id: 'r-1' })).toBe('wp-operating');
    expect(paperBehind(state, { kind: 'workpaper', id: 'wp-design' })).toBe('wp-design');
    expect(paperBehind(state, target)).toBe('wp-operating');
    expect(paperBehind(state, { kind: 'deviation', id: 'no' })).toBeNull();
    expect(paperBehind(state, { kind: 'procedure', id: 'no' })).toBeNull();
    expect(paperBehind(state, { kind: 'population', id: 'population-1' })).toBeNull();
  });
});
