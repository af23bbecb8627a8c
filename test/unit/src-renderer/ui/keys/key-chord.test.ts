import { describe, expect, it } from 'vitest';
import {
  chordOf,
  chordsOf,
  isBareCharacter,
  stepSequence,
} from '../../../../../src-renderer/ui/keys/key-chord.ts';

const BARE = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

describe('chords', () => {
  it('name a pressed key, with Cmd as Ctrl and Shift only where it adds something', () => {
    expect([
      chordOf({ ...BARE, key: 'k', ctrlKey: true }),
      chordOf({ ...BARE, key: 'K', metaKey: true }),
      chordOf({ ...BARE, key: '1', altKey: true }),
      chordOf({ ...BARE, key: '?', shiftKey: true }),
      chordOf({ ...BARE, key: 'F6', shiftKey: true }),
      chordOf({ ...BARE, key: 'G' }),
    ]).toEqual(['Ctrl+k', 'Ctrl+k', 'Alt+1', '?', 'Shift+F6', 'g']);
  });

  it('are read from keys as written', () => {
    expect([
      chordsOf('Ctrl K'),
      chordsOf('G H'),
      chordsOf('Alt 1'),
      chordsOf('Shift F6'),
      chordsOf('['),
    ]).toEqual([['Ctrl+k'], ['g', 'h'], ['Alt+1'], ['Shift+F6'], ['[']]);
    expect([isBareCharacter('g'), isBareCharacter('Ctrl+g'), isBareCharacter('F2')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('stepSequence', () => {
  const bindings = [
    { keys: 'G H', id: 'home' },
    { keys: 'G R', id: 'review' },
    { keys: 'E', id: 'evidence' },
  ];

  it('waits, completes or forgets', () => {
    expect(stepSequence(['g'], bindings)).toEqual({ kind: 'begun' });
    expect(stepSequence(['g', 'r'], bindings)).toEqual({ kind: 'complete', binding: bindings[1] });
    expect(stepSequence(['g', 'x'], bindings)).toEqual({ kind: 'none' });
    expect(stepSequence(['e'], bindings)).toEqual({ kind: 'complete', binding: bindings[2] });
  });

  it('takes the binding registered last', () => {
    const page = { keys: 'E', id: 'page' };
    expect(stepSequence(['e'], [...bindings, page])).toEqual({ kind: 'complete', binding: page });
  });
});
