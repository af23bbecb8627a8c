/** Accounts from the rows of a user list. */
import { accountKey, type Account, type Subject } from './access-record.ts';
import { carries, type ListMapping } from './list-mapping.ts';
import type { Moment } from './moment.ts';
import { folded, readAccountType, readStatus } from './read-cell.ts';
import type { RowReader, RowRecord } from './row-reader.ts';

/** Reads accounts, and joins the rows of one account where each row is a role. */
export function createAccountReader(mapping: ListMapping, reader: RowReader) {
  const privileged = new Set(mapping.privilegedRoles.map(folded));
  const saysPrivileged = carries(mapping, 'privileged');

  function read(): RowRecord {
    const [system, accountId] = [reader.text('system'), reader.text('accountId')];
    const roles = reader.words('roles');
    const disabledAt = reader.moment('disabledAt');
    const flagged = saysPrivileged && reader.flag('privileged') === true;
    const fields = {
      ...{ system, accountId, roles, disabledAt },
      ...{ personKey: reader.text('personKey'), name: reader.text('name'), email: reader.text('email') },
      // A word of no known meaning counts as active: an account is rather looked at once too often.
      isActive: reader.meaning('status', readStatus) ?? disabledAt === null,
      type: reader.meaning('type', readAccountType) ?? ('human' as const),
      isPrivileged: flagged || roles.some((role) => privileged.has(folded(role))),
      hasMfa: reader.flag('mfa'),
      createdAt: reader.moment('createdAt'),
      lastLogin: reader.moment('lastLogin'),
      owner: reader.text('owner'),
      endDate: reader.moment('endDate'),
      isSeparateAdmin: reader.flag('isSeparateAdmin') === true,
      requestId: reader.text('requestId'),
    };
    const identity = system === '' || accountId === '' ? '' : accountKey(system, accountId);
    return { identity, at: (place) => ({ ...place, ...fields }) };
  }
  return { read, join: joinAccounts };
}

/** One account of several rows: all roles, privileged where one row is, the latest log-in, the earliest creation. */
function joinAccounts(parts: readonly Subject[]): Subject {
  // The reader above made every part, so each is an account.
  const accounts = parts as readonly Account[];
  const [first, ...rest] = accounts;
  if (first === undefined) return { key: '', label: '', kind: 'users', list: '', rows: [] };
  return rest.reduce<Account>(
    (joined, part) => ({
      ...joined,
      roles: [...new Set([...joined.roles, ...part.roles])],
      isPrivileged: joined.isPrivileged || part.isPrivileged,
      isActive: joined.isActive || part.isActive,
      lastLogin: latest(joined.lastLogin, part.lastLogin),
      createdAt: earliest(joined.createdAt, part.createdAt),
    }),
    first,
  );
}

function latest(a: Moment | null, b: Moment | null): Moment | null {
  if (a === null || b === null) return a ?? b;
  return a.at >= b.at ? a : b;
}

function earliest(a: Moment | null, b: Moment | null): Moment | null {
  if (a === null || b === null) return a ?? b;
  return a.at <= b.at ? a : b;
}
