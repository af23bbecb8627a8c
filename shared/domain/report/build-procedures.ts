/** The procedures of a control as the report tells them: what was done, in the past tense. */
import { where, type EngagementState } from '../journal/state.ts';
import { sentence } from './build-sentence.ts';

/** The procedures of a control's workpapers in their order, the design first, as sentences in the past tense. */
export function proceduresOf(state: EngagementState, controlId: string): string {
  return where(state, 'workpaper', 'controlId', controlId)
    .flatMap((paper) => where(state, 'procedure', 'workpaperId', paper.id))
    .filter((procedure) => !procedure.withdrawn)
    .map((procedure) => inPastTense(sentence(procedure.text)))
    .join(' ');
}

/** The verbs with which programs of procedures open their steps. */
const pastOf: Readonly<Record<string, string>> = {
  agree: 'agreed',
  ask: 'asked',
  check: 'checked',
  compare: 'compared',
  confirm: 'confirmed',
  corroborate: 'corroborated',
  examine: 'examined',
  identify: 'identified',
  inquire: 'inquired',
  inspect: 'inspected',
  obtain: 'obtained',
  observe: 'observed',
  read: 'read',
  recalculate: 'recalculated',
  reperform: 'reperformed',
  review: 'reviewed',
  select: 'selected',
  test: 'tested',
  trace: 'traced',
  verify: 'verified',
  walk: 'walked',
};

/**
 * A step of a program is an instruction ("Inspect the charter."); the report tells what was done ("Inspected the charter.").
 * Only a verb of the list that opens a sentence, or follows its colon, is changed; everything else stands as typed.
 */
export function inPastTense(text: string): string {
  return text.replace(/(^|[.!?:] )([A-Za-z]+)(?=[ :])/g, (whole, before: string, word: string) => {
    const past = pastOf[word.toLowerCase()];
    const isInstruction = before === '' || before.startsWith(':') || /^[A-Z]/.test(word);
    if (past === undefined || !isInstruction) return whole;
    const first = /^[A-Z]/.test(word) ? past.charAt(0).toUpperCase() : past.charAt(0);
    return `${before}${first}${past.slice(1)}`;
  });
}
