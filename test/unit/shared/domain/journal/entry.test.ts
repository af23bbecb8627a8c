import { describe, expect, it } from 'vitest';
import { canonicalJson, type CanonicalValue } from '../../../../../shared/lib/canonical-json.ts';
import { entryText, parseEntry, signedText } from '../../../../../shared/domain/journal/entry.ts';
import { add, set } from '../../../../../shared/domain/journal/ops.ts';
import { criterionFields, entryAfter, fieldworkState } from '../../../../helpers/domain-fixture.ts';

const state = fieldworkState();
const { entry } = entryAfter(state, [
  add('criterion', 'c-1', criterionFields('CC1.1', 3)),
  ...set(state, 'control', 'control-1', { risk: 'low' }),
]);
const [added, edited] = entry.ops;

describe('the text of an entry', () => {
  it('reads back as it was written', () => {
    expect(parseEntry(entryText(entry))).toEqual({ ok: true, value: entry });
  });

  it('is not read where only its form differs', () => {
    expect(parseEntry(JSON.stringify(entry, null, 2))).toEqual({
      ok: false,
      error: 'it is not in canonical form',
    });
    expect(parseEntry('{')).toEqual({ ok: false, error: 'it is not JSON' });
    expect(parseEntry('[]')).toEqual({ ok: false, error: 'it is not an entry' });
  });

  it.each([
    ['another version', { ...entry, v: 2 }, 'it is of another version'],
    ['no actor', { ...entry, actor: null }, 'a text is missing'],
    ['no sequence', { ...entry, sequence: '1' }, 'a number is missing'],
    ['a field that nobody knows', { ...entry, colour: 'red' }, 'it has other fields'],
    ['no list of operations', { ...entry, ops: {} }, 'an operation is malformed'],
    [
      'another kind of operation',
      { ...entry, ops: [{ ...added, op: 'delete' }] },
      'an operation is malformed',
    ],
    ['an unknown entity', { ...entry, ops: [{ ...added, entity: 'toString' }] }, 'an operation is malformed'],
    ['a further key in a change', { ...entry, ops: [{ ...edited, note: '' }] }, 'an operation is malformed'],
    [
      'parents that are no texts',
      { ...entry, ops: [{ ...edited, parents: [1] }] },
      'an operation is malformed',
    ],
  ])('is refused with %s', (_what, value, error) => {
    const text = canonicalJson(value as unknown as CanonicalValue); // plain JSON, malformed on purpose
    expect(parseEntry(text)).toEqual({ ok: false, error });
  });

  it('is signed by its hash under a tag of its own', () => {
    expect(signedText('ab')).toBe('tickmark-entry/1\nab');
  });
});
