/** States as messages name them: `managerApproved` is “manager approved”, `wrapUp` the profession's “wrap-up”. */
const own: Readonly<Record<string, string>> = { wrapUp: 'wrap-up', assembling: 'assembly' };

/** A state in words. */
export const stateWords = (state: string): string =>
  own[state] ?? state.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** States in words with “or” before the last; `none` where there is no state. */
export function statesInWords(states: readonly string[], none: string): string {
  const words = states.map(stateWords);
  if (words.length === 0) return none;
  return words.length === 1 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}
