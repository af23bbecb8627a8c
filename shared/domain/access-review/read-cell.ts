/** Words of client lists in the few meanings that the rules know. What has no known meaning is reported, never guessed. */

/** What an account may be (reference work, section f). */
export type AccountType = 'human' | 'service' | 'shared' | 'external';

/** What a reviewer decided. */
export type ReviewDecision = 'keep' | 'remove' | 'change';

const yes = 'y yes true 1 x on enabled active enforced enrolled'.split(' ');
const no = 'n no false 0 off disabled inactive none notenrolled'.split(' ');
const active =
  'active enabled 1 true yes y current employed live provisioned open ok working onleave leave'.split(' ');
const inactive =
  'inactive disabled 0 false no n suspended locked deactivated deprovisioned terminated left closed deleted former blocked revoked'.split(
    ' ',
  );
const types: Readonly<Record<string, AccountType>> = {
  ...{ human: 'human', user: 'human', person: 'human', employee: 'human', member: 'human', named: 'human' },
  ...{ personal: 'human', standard: 'human', internal: 'human', normal: 'human', admin: 'human' },
  ...{ service: 'service', system: 'service', bot: 'service', robot: 'service', application: 'service' },
  ...{ machine: 'service', nonhuman: 'service', api: 'service', serviceaccount: 'service' },
  ...{ shared: 'shared', generic: 'shared', group: 'shared', functional: 'shared' },
  ...{
    external: 'external',
    contractor: 'external',
    guest: 'external',
    vendor: 'external',
    partner: 'external',
  },
  ...{ consultant: 'external', contingent: 'external', temporary: 'external', temp: 'external' },
};
const decisions: Readonly<Record<string, ReviewDecision>> = {
  ...{ keep: 'keep', retain: 'keep', approve: 'keep', approved: 'keep', confirm: 'keep', confirmed: 'keep' },
  ...{ ok: 'keep', certify: 'keep', certified: 'keep', maintain: 'keep', yes: 'keep', appropriate: 'keep' },
  ...{ remove: 'remove', removed: 'remove', revoke: 'remove', revoked: 'remove', delete: 'remove' },
  ...{ disable: 'remove', reject: 'remove', rejected: 'remove', deny: 'remove', no: 'remove' },
  ...{ change: 'change', changed: 'change', modify: 'change', modified: 'change', reduce: 'change' },
  ...{ downgrade: 'change', adjust: 'change' },
};

/** What a cell says; `undefined` for a word of no known meaning, `null` for an empty cell. */
export type Said<T> = T | null | undefined;

/** Yes or no. */
export function readFlag(cell: string): Said<boolean> {
  return oneOf(cell, yes, no);
}

/** Whether an account or a person is active. */
export function readStatus(cell: string): Said<boolean> {
  return oneOf(cell, active, inactive);
}

function oneOf(cell: string, trueWords: readonly string[], falseWords: readonly string[]): Said<boolean> {
  const word = simplified(cell);
  if (word === '') return null;
  if (trueWords.includes(word)) return true;
  return falseWords.includes(word) ? false : undefined;
}

/** What an account is. */
export function readAccountType(cell: string): Said<AccountType> {
  const word = simplified(cell);
  return word === '' ? null : meaningOf(types, word);
}

/** What a reviewer decided. */
export function readDecision(cell: string): Said<ReviewDecision> {
  const word = simplified(cell);
  return word === '' ? null : meaningOf(decisions, word);
}

function meaningOf<T>(meanings: Readonly<Record<string, T>>, word: string): T | undefined {
  return Object.hasOwn(meanings, word) ? meanings[word] : undefined;
}

/** Several texts of one cell, separated by line ends, semicolons, bars or commas; each once, in their order. */
export function readWords(cell: string): readonly string[] {
  if (!/[;,|\n]/.test(cell)) {
    const only = cell.trim();
    return only === '' ? [] : [only];
  }
  const parts = cell.split(/[;,|\n]/).map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== ''))];
}

const simplified = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/** A text as it is compared: without the space around it and without case. */
export const folded = (text: string): string => text.trim().toLowerCase();
