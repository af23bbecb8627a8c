/** What a binding needs of a pressed key. */
export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * The name of a pressed key: `Ctrl+k`, `Alt+1`, `g`, `?`, `F6`, `Shift+F6`. Ctrl stands for Cmd too. Shift is
 * named only where it does not already change the character.
 */
export function chordOf(event: PressedKey): string {
  const isCharacter = event.key.length === 1;
  const key = isCharacter ? event.key.toLowerCase() : event.key;
  const parts = [
    event.ctrlKey || event.metaKey ? 'Ctrl' : '',
    event.altKey ? 'Alt' : '',
    event.shiftKey && !isCharacter ? 'Shift' : '',
    key,
  ];
  return parts.filter((part) => part !== '').join('+');
}

/** The chords of keys as they are written in a binding: `Ctrl K` is one, `G H` are two, `Alt 1` is one. */
export function chordsOf(keys: string): readonly string[] {
  const chords: string[] = [];
  let modifiers = '';
  for (const part of keys.split(' ')) {
    if (part === 'Ctrl' || part === 'Alt' || part === 'Shift') {
      modifiers += `${part}+`;
      continue;
    }
    chords.push(modifiers + (part.length === 1 ? part.toLowerCase() : part));
    modifiers = '';
  }
  return chords;
}

/** Whether a chord is a bare character, which types where a text can be typed. */
export function isBareCharacter(chord: string): boolean {
  return chord.length === 1;
}

/** How far the pressed chords lead: to a binding, towards one, or nowhere. */
export type SequenceStep<Binding> =
  | { readonly kind: 'complete'; readonly binding: Binding }
  | { readonly kind: 'begun' }
  | { readonly kind: 'none' };

/** Looks the pressed chords up; of two bindings with the same keys the one registered last counts. */
export function stepSequence<Binding extends { readonly keys: string }>(
  pressed: readonly string[],
  bindings: readonly Binding[],
): SequenceStep<Binding> {
  let isBegun = false;
  for (const binding of bindings.toReversed()) {
    const chords = chordsOf(binding.keys);
    if (!pressed.every((chord, index) => chords[index] === chord)) continue;
    if (chords.length === pressed.length) return { kind: 'complete', binding };
    isBegun = true;
  }
  return isBegun ? { kind: 'begun' } : { kind: 'none' };
}
