/**
 * Which person an account belongs to (reference work, section f): by person key, else by email without case. A name is
 * never proof: it only gives suggestions, which a person confirms or rejects.
 */
import type { Account, Leaver, Person } from './access-record.ts';
import type { Moment } from './moment.ts';
import { folded } from './read-cell.ts';

/** A person as the roster, the terminations or both know them. */
export interface Identity {
  readonly personKey: string;
  readonly name: string;
  readonly email: string;
  readonly person: Person | null;
  readonly leaver: Leaver | null;
}

/** The last day of a person, by the terminations, else by the roster; `null` for who stays. */
export function lastDayOf(identity: Identity | null): Moment | null {
  return identity?.leaver?.lastDay ?? identity?.person?.endDate ?? null;
}

/** What a person decided on a suggestion. */
export interface MatchDecision {
  readonly accountKey: string;
  readonly personKey: string;
  readonly isConfirmed: boolean;
}

/** How an account was tied to its person. */
export type MatchedBy = 'personKey' | 'email' | 'confirmed';

/** Why a person is suggested for an account, the strongest reason first. */
export const suggestionReasons = ['keyButForCase', 'name', 'nameOrder', 'emailName', 'accountName'] as const;
/** Why a person is suggested. */
export type SuggestionReason = (typeof suggestionReasons)[number];

/** A person who may be the holder of an account. */
export interface MatchSuggestion {
  readonly identity: Identity;
  readonly reason: SuggestionReason;
}

/** Accounts and their persons. */
export interface Identities {
  readonly people: readonly Identity[];
  /** The person of an account, or `null` where nothing but a name could say it. */
  of(account: Account): Identity | null;
  matchedBy(account: Account): MatchedBy | null;
  /** The person with this key. */
  byKey(personKey: string): Identity | null;
  /** Persons whose name, key or email is like that of the account, the likeliest first; those rejected are left out. */
  suggestionsFor(account: Account): readonly MatchSuggestion[];
}

/** Most suggestions for one account: more is a list to search, not a suggestion. */
const mostSuggestions = 3;

/** Ties accounts to the people of roster and terminations. */
export function identitiesOf(
  people: readonly Person[],
  leavers: readonly Leaver[],
  decisions: readonly MatchDecision[],
): Identities {
  const all = joined(people, leavers);
  const byKey = new Map(all.map((identity) => [identity.personKey, identity]));
  const byEmail = new Map(
    all.filter(({ email }) => email !== '').map((identity) => [folded(identity.email), identity]),
  );
  const confirmed = new Map<string, string>();
  const rejected = new Set<string>();
  for (const { accountKey, personKey, isConfirmed } of decisions) {
    if (isConfirmed) confirmed.set(accountKey, personKey);
    else rejected.add(pairOf(accountKey, personKey));
  }
  const found = (account: Account): readonly [Identity, MatchedBy] | null => {
    const own = account.personKey === '' ? undefined : byKey.get(account.personKey);
    if (own !== undefined) return [own, 'personKey'];
    const mail = account.email === '' ? undefined : byEmail.get(folded(account.email));
    if (mail !== undefined) return [mail, 'email'];
    const decided = byKey.get(confirmed.get(account.key) ?? '');
    return decided === undefined ? null : [decided, 'confirmed'];
  };
  let index: SuggestionIndex | null = null;
  return {
    people: all,
    of: (account) => found(account)?.[0] ?? null,
    matchedBy: (account) => found(account)?.[1] ?? null,
    byKey: (personKey) => byKey.get(personKey) ?? null,
    suggestionsFor(account) {
      index ??= suggestionIndexOf(all);
      return suggested(account, index).filter(
        ({ identity }) => !rejected.has(pairOf(account.key, identity.personKey)),
      );
    },
  };
}

const pairOf = (accountKey: string, personKey: string): string => `${accountKey}\n${personKey}`;

function joined(people: readonly Person[], leavers: readonly Leaver[]): readonly Identity[] {
  const left = new Map(leavers.map((leaver) => [leaver.personKey, leaver]));
  const known = new Set(people.map(({ personKey }) => personKey));
  const onRoster = people
    .filter(({ personKey }) => personKey !== '')
    .map((person): Identity => ({
      ...{ personKey: person.personKey, name: person.name, email: person.email },
      ...{ person, leaver: left.get(person.personKey) ?? null },
    }));
  const onlyLeft = leavers
    .filter(({ personKey }) => personKey !== '' && !known.has(personKey))
    .map((leaver): Identity => {
      const { personKey, name, email } = leaver;
      return { personKey, name, email, person: null, leaver };
    });
  return [...onRoster, ...onlyLeft];
}

type SuggestionIndex = Readonly<Record<SuggestionReason, ReadonlyMap<string, readonly Identity[]>>>;

function suggestionIndexOf(all: readonly Identity[]): SuggestionIndex {
  const group = (keysOf: (identity: Identity) => readonly string[]) => {
    const groups = new Map<string, Identity[]>();
    for (const identity of all)
      for (const key of new Set(keysOf(identity))) {
        if (key === '') continue;
        const members = groups.get(key);
        if (members === undefined) groups.set(key, [identity]);
        else members.push(identity);
      }
    return groups;
  };
  return {
    keyButForCase: group(({ personKey }) => [folded(personKey)]),
    name: group(({ name }) => [plainName(name)]),
    nameOrder: group(({ name }) => [sortedName(name)]),
    emailName: group(({ email }) => [localPart(email)]),
    accountName: group(({ name }) => accountNames(name)),
  };
}

function suggested(account: Account, index: SuggestionIndex): readonly MatchSuggestion[] {
  const keys: Readonly<Record<SuggestionReason, readonly string[]>> = {
    keyButForCase: [folded(account.personKey)],
    name: [plainName(account.name)],
    nameOrder: [sortedName(account.name)],
    emailName: [localPart(account.email), folded(account.accountId)],
    accountName: [plainName(account.accountId.split('@')[0] ?? '').replace(/ /g, '')],
  };
  const seen = new Set<string>();
  const suggestions: MatchSuggestion[] = [];
  for (const reason of suggestionReasons)
    for (const key of keys[reason])
      for (const identity of index[reason].get(key) ?? []) {
        if (key === '' || seen.has(identity.personKey)) continue;
        seen.add(identity.personKey);
        suggestions.push({ identity, reason });
      }
  return suggestions.slice(0, mostSuggestions);
}

/** A name without accents, case and signs: `Müller-Lüdenscheidt, Anna` is `muller ludenscheidt anna`. */
function plainName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function sortedName(name: string): string {
  const parts = plainName(name).split(' ');
  return parts.length < 2 ? '' : parts.sort().join(' ');
}

const localPart = (email: string): string => (email.includes('@') ? (folded(email).split('@')[0] ?? '') : '');

/** The account names that systems usually make of a name: `annaberg`, `aberg`, `annab`, `berganna`, `berga`. */
function accountNames(name: string): readonly string[] {
  const parts = plainName(name).split(' ');
  const [first, last] = [parts[0], parts.at(-1)];
  if (first === undefined || last === undefined || parts.length < 2) return [];
  const [f, l] = [first.charAt(0), last.charAt(0)];
  return [first + last, f + last, first + l, last + first, last + f];
}
