import { describe, expect, it } from 'vitest';
import { add, set, versionsOf } from '../../../../../shared/domain/journal/ops.ts';
import { applyEntries } from '../../../../../shared/domain/journal/reduce.ts';
import { stateDigest } from '../../../../../shared/domain/journal/state-digest.ts';
import { conflicts, emptyState, where } from '../../../../../shared/domain/journal/state.ts';
import { after, changed, entryAfter, fieldworkState, sha256 } from '../../../../helpers/domain-fixture.ts';

const note = (text: string) =>
  add('commitment', 'c-1', { kind: 'commitment', text, categories: ['Security'], withdrawn: false });

describe('the reducer', () => {
  it('keeps who created and who last changed a row, and counts its operations', () => {
    const made = after(emptyState(), [note('Available 99.9 %')], 'p-staff');
    const edited = changed(made, 'commitment', 'c-1', { text: 'Available 99.5 %' }, 'p-senior');
    expect(edited.rows.commitment.get('c-1')).toMatchObject({
      text: 'Available 99.5 %',
      createdBy: 'p-staff',
      updatedBy: 'p-senior',
      revision: 2,
    });
    expect(made.rows.commitment.get('c-1')?.text).toBe('Available 99.9 %');
  });

  it('names the version that a change replaces', () => {
    const made = after(emptyState(), [note('one')]);
    expect(versionsOf(made, 'commitment', 'c-1', 'text')).toEqual([made.head]);
    const edited = changed(made, 'commitment', 'c-1', { text: 'two' });
    expect(versionsOf(edited, 'commitment', 'c-1', 'text')).toEqual([edited.head]);
    expect(versionsOf(edited, 'commitment', 'c-1', 'kind')).toEqual([made.head]);
  });

  it('keeps two versions beside each other where neither writer saw the other', () => {
    const made = after(emptyState(), [note('one')]);
    const here = changed(made, 'commitment', 'c-1', { text: 'here' });
    const there = set(made, 'commitment', 'c-1', { text: 'there' });
    const merged = after(here, there);
    expect(conflicts(merged)).toEqual([{ entity: 'commitment', id: 'c-1', field: 'text' }]);
    expect(merged.rows.commitment.get('c-1')?.text).toBe('there');
    const resolved = changed(merged, 'commitment', 'c-1', { text: 'both agreed' });
    expect(conflicts(resolved)).toEqual([]);
  });

  it.each([
    ['a row added twice', [note('one'), note('one')], 'the row exists already'],
    [
      'a row that does not exist',
      set(emptyState(), 'commitment', 'c-9', { text: 'x' }),
      'the row does not exist',
    ],
    [
      'a value of another kind',
      [
        note('one'),
        { op: 'set', entity: 'commitment', id: 'c-1', field: 'withdrawn', value: 'yes', parents: [] },
      ],
      'field withdrawn is unknown or of another kind',
    ],
    [
      'an unknown field',
      [
        note('one'),
        { op: 'set', entity: 'commitment', id: 'c-1', field: 'colour', value: 'red', parents: [] },
      ],
      'field colour is unknown or of another kind',
    ],
  ] as const)('refuses %s', (_what, ops, reason) => {
    const applied = applyEntries(emptyState(), [entryAfter(emptyState(), ops)]);
    expect(applied).toMatchObject({ ok: false, error: { entity: 'commitment', reason } });
  });

  it('gives the same digest for the same rows, and another for a changed field', () => {
    const state = fieldworkState();
    expect(stateDigest(fieldworkState(), sha256)).toBe(stateDigest(state, sha256));
    const edited = changed(state, 'control', 'control-1', { risk: 'low' });
    expect(stateDigest(edited, sha256)).not.toBe(stateDigest(state, sha256));
  });

  it('groups rows by a field', () => {
    const state = fieldworkState();
    expect(where(state, 'mapping', 'controlId', 'control-1').map((row) => row.criterionCode)).toEqual([
      'CC6.2',
      'CC6.3',
    ]);
    expect(where(state, 'mapping', 'controlId', 'control-2')).toEqual([]);
  });
});
