/** Everything that the rules compare, gathered and indexed once. */
import type { PlainDate } from '../../lib/plain-date.ts';
import type { LocalZone } from '../population/population-date.ts';
import { listKinds, type ListKind } from './access-list.ts';
import type {
  AccessRequest,
  Account,
  ApprovedAccount,
  Approver,
  Grant,
  Leaver,
  Person,
  ReadList,
  ReviewLine,
  RoleLine,
} from './access-record.ts';
import { accountKey } from './access-record.ts';
import { identitiesOf, type Identities, type Identity, type MatchDecision } from './identity.ts';
import { folded } from './read-cell.ts';

/** The dates of a review. */
export interface ReviewDates {
  /** The day for which the user lists speak. */
  readonly asOf: PlainDate;
  /** The day on which the client reviewed the accounts; the as-of date where none is known. */
  readonly reviewedOn: PlainDate;
  /** By when each account was to be decided; `null` where no day was set. */
  readonly dueOn: PlainDate | null;
  /** First day of the period of a Type II engagement: accounts made before it need no request in the list. */
  readonly periodStart: PlainDate | null;
}

/** The records of every kind of list. */
interface Records {
  readonly users: readonly Account[];
  readonly laterUsers: readonly Account[];
  readonly roster: readonly Person[];
  readonly terminations: readonly Leaver[];
  readonly roleMatrix: readonly RoleLine[];
  readonly privileged: readonly ApprovedAccount[];
  readonly approvers: readonly Approver[];
  readonly grants: readonly Grant[];
  readonly requests: readonly AccessRequest[];
  readonly review: readonly ReviewLine[];
}

/** What a rule may look at. */
export interface AccessFacts extends Records {
  readonly lists: readonly ReadList[];
  readonly dates: ReviewDates;
  readonly zone: LocalZone;
  readonly identities: Identities;
  /** Accounts by system and name. */
  readonly accountAt: (system: string, accountId: string) => Account | null;
  readonly laterAccountAt: (system: string, accountId: string) => Account | null;
  /** Accounts of a person, in the order of the lists. */
  readonly accountsOf: (identity: Identity) => readonly Account[];
  /** One word for the holder of an account: the person where one is known, else what the account says of itself. */
  readonly holderOf: (account: Account) => string | null;
}

/** Gathers what lists say. Records of one kind are taken together from all its lists, in the order of the lists. */
export function accessFactsOf(
  lists: readonly ReadList[],
  dates: ReviewDates,
  zone: LocalZone,
  decisions: readonly MatchDecision[],
): AccessFacts {
  const records = recordsOf(lists);
  const identities = identitiesOf(records.roster, records.terminations, decisions);
  const accounts = indexed(records.users);
  const later = indexed(records.laterUsers);
  const owned = new Map<string, Account[]>();
  for (const account of records.users) {
    const identity = identities.of(account);
    if (identity === null) continue;
    const known = owned.get(identity.personKey);
    if (known === undefined) owned.set(identity.personKey, [account]);
    else known.push(account);
  }
  return {
    ...records,
    ...{ lists, dates, zone, identities },
    accountAt: (system, accountId) => accounts.get(accountKey(system, accountId)) ?? null,
    laterAccountAt: (system, accountId) => later.get(accountKey(system, accountId)) ?? null,
    accountsOf: ({ personKey }) => owned.get(personKey) ?? [],
    holderOf: (account) => holderOf(account, identities.of(account)),
  };
}

function recordsOf(lists: readonly ReadList[]): Records {
  const of = (kind: ListKind): readonly unknown[] =>
    lists.filter((list) => list.kind === kind).flatMap((list) => list.records);
  // The reader of a kind makes records of that kind and no other.
  return Object.fromEntries(listKinds.map((kind) => [kind, of(kind)])) as unknown as Records;
}

/** The first account of a name; a second of the same name is a fault of its list. */
function indexed(accounts: readonly Account[]): ReadonlyMap<string, Account> {
  const index = new Map<string, Account>();
  for (const account of accounts) {
    const key = accountKey(account.system, account.accountId);
    if (!index.has(key)) index.set(key, account);
  }
  return index;
}

function holderOf(account: Account, identity: Identity | null): string | null {
  if (identity !== null) return `person ${identity.personKey}`;
  if (account.personKey !== '') return `person ${account.personKey}`;
  return account.email === '' ? null : `mail ${folded(account.email)}`;
}
