import { chordOf, isBareCharacter, stepSequence } from './key-chord.ts';
import type { KeyBinding } from './key-binding.ts';

const FORGET_AFTER = 1500;

/**
 * Listens for bound keys until the returned function is called. Sequences are read before anything else, so
 * that G then D in a grid goes to the deviations and enters none; a single key is left to whoever has the focus.
 */
export function listenForKeys(bindings: () => readonly KeyBinding[], hasLetterKeys: boolean): () => void {
  let pressed: readonly string[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const remember = (chords: readonly string[]): void => {
    clearTimeout(timer);
    pressed = chords;
    if (chords.length === 0) return;
    timer = setTimeout(() => {
      pressed = [];
    }, FORGET_AFTER);
  };
  const usable = (): readonly KeyBinding[] => bindings().filter((binding) => binding.isLocal !== true);

  const readSequence = (event: KeyboardEvent): void => {
    if (!mayRead(event, hasLetterKeys)) return;
    const chords = [...pressed, chordOf(event)];
    const step = stepSequence(chords, usable());
    const isSequence = pressed.length > 0;
    remember(step.kind === 'begun' ? chords : []);
    if (step.kind === 'begun' || (isSequence && step.kind === 'complete')) {
      event.preventDefault();
      event.stopPropagation();
    }
    if (isSequence && step.kind === 'complete') step.binding.run();
  };
  const readSingle = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || !mayRead(event, hasLetterKeys)) return;
    const step = stepSequence([chordOf(event)], usable());
    if (step.kind !== 'complete') return;
    event.preventDefault();
    step.binding.run();
  };
  document.addEventListener('keydown', readSequence, { capture: true });
  document.addEventListener('keydown', readSingle);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('keydown', readSequence, { capture: true });
    document.removeEventListener('keydown', readSingle);
  };
}

/**
 * Bare characters are keys only where nothing is typed, and letters only where a list, a grid or nothing has
 * the focus, so that dictation and a stray key do no harm (WCAG 2.1.4). No key works behind a dialog.
 */
function mayRead(event: KeyboardEvent, hasLetterKeys: boolean): boolean {
  if (event.isComposing || ['Control', 'Shift', 'Alt', 'Meta'].includes(event.key)) return false;
  const target = event.target instanceof Element ? event.target : document.body;
  if (target.closest('[role="dialog"]') !== null) return false;
  const chord = chordOf(event);
  return !isBareCharacter(chord) || (hasLetterKeys && takesCharacter(target, chord));
}

function takesCharacter(target: Element, chord: string): boolean {
  if (target.closest('input, textarea, select, [contenteditable="true"]') !== null) return false;
  if (!/[a-z]/.test(chord)) return true;
  return (
    target === document.body || target.matches('[data-region]') || target.closest('[data-keys]') !== null
  );
}
