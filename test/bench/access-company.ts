import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ListKind } from '../../shared/domain/access-review/access-list.ts';

const PEOPLE = 1700;
const SYSTEMS = 12;
const ACCOUNTS = 20_000;
const TITLES = 20;

/** A list with its header. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');
const dayOf = (index: number): string => `2026-${pad(1 + (index % 6), 2)}-${pad(1 + (index % 28), 2)}`;
const person = (index: number): string => `E${pad(index % PEOPLE, 5)}`;

/** One value at even distances, another for the rest. */
const every = (distance: number, rest: number, at: number, value: string, other = ''): string =>
  at % distance === rest ? value : other;
const typeOf = (at: number): string => every(40, 3, at, 'service', every(60, 5, at, 'external', 'human'));

/** Roles that the title of the account's person allows, but for a few. */
function rolesOf(at: number): string {
  const title = (Math.floor(at / SYSTEMS) % PEOPLE) % TITLES;
  const role = (shift: number): string => `role${String((title + shift) % 9)}`;
  return `${every(60, 9, at, role(5), role(0))};${role(1)}`;
}

/** A company of 20,000 accounts in 12 systems, with faults strewn in at fixed distances. */
const company = {
  users: () =>
    table(
      'system,account,employee id,name,email,status,type,roles,privileged,mfa,created,disabled,last login,owner,end date'.split(
        ',',
      ),
      ACCOUNTS,
      (at) => [
        `System ${pad(at % SYSTEMS, 2)}`,
        `user${pad(Math.floor(at / SYSTEMS), 5)}`,
        every(97, 0, at, '', person(Math.floor(at / SYSTEMS))),
        `First${String(at % 700)} Last${String(at % 900)}`,
        '',
        every(50, 7, at, 'disabled', 'active'),
        typeOf(at),
        rolesOf(at),
        every(80, 0, at, 'yes', 'no'),
        every(33, 0, at, 'no', 'yes'),
        dayOf(at),
        every(50, 7, at, `${dayOf(at + 3)} 10:00`),
        every(25, 0, at, '', `${dayOf(at + 5)} 08:30`),
        every(120, 3, at, 'Platform team'),
        every(120, 5, at, '2026-05-31'),
      ],
    ),
  roster: () =>
    table(
      ['employee id', 'name', 'title', 'department', 'role change date', 'former title'],
      PEOPLE,
      (at) => [
        ...[person(at), `First${String(at % 700)} Last${String(at % 900)}`, `Title ${String(at % TITLES)}`],
        ...[
          `Department ${String(at % 8)}`,
          at % 30 === 0 ? dayOf(at) : '',
          `Title ${String((at + 1) % TITLES)}`,
        ],
      ],
    ),
  terminations: () => table(['employee id', 'last day'], 120, (at) => [person(at * 7), dayOf(at)]),
  roleMatrix: () =>
    table(['title', 'allowed roles', 'conflicts'], TITLES, (at) => [
      `Title ${String(at)}`,
      `role${String(at % 9)};role${String((at + 1) % 9)};role${String((at + 2) % 9)}`,
      at === 0 ? 'role0 + role4; role1 + role3' : '',
    ]),
  privileged: () =>
    table(['system', 'account'], 200, (at) => [
      `System ${pad((at * 80) % SYSTEMS, 2)}`,
      `user${pad(Math.floor((at * 80) / SYSTEMS), 5)}`,
    ]),
  grants: () =>
    table(
      'grant id,system,account,role,requester,approver,approved,reason,start,planned end,actual end,break glass,reviewed'.split(
        ',',
      ),
      5000,
      (at) => [
        ...[
          `G${String(at)}`,
          `System ${pad(at % SYSTEMS, 2)}`,
          `user${pad(at % 300, 5)}`,
          'root',
          `user${pad(at % 300, 5)}`,
        ],
        ...[
          at % 70 === 0 ? `user${pad(at % 300, 5)}` : 'approver',
          `${dayOf(at)} 09:00`,
          at % 90 === 0 ? '' : 'Repair',
        ],
        ...[
          `${dayOf(at)} 09:30`,
          `${dayOf(at)} 17:30`,
          at % 110 === 0 ? '' : `${dayOf(at)} 17:31`,
          at % 200 === 0 ? 'yes' : 'no',
          '',
        ],
      ],
    ),
  requests: () =>
    table('request id,system,account,requester,approver,approved'.split(','), ACCOUNTS, (at) => [
      ...[`R${String(at)}`, `System ${pad(at % SYSTEMS, 2)}`, `user${pad(Math.floor(at / SYSTEMS), 5)}`],
      ...['manager', at % 300 === 0 ? 'manager' : 'owner', at % 150 === 0 ? dayOf(at + 9) : '2025-12-01'],
    ]),
  review: () =>
    table('system,account,decision,reviewer,decided,change done'.split(','), ACCOUNTS - 40, (at) => [
      ...[
        `System ${pad(at % SYSTEMS, 2)}`,
        `user${pad(Math.floor(at / SYSTEMS), 5)}`,
        at % 45 === 0 ? 'remove' : 'keep',
      ],
      ...['owner', '2026-07-02', at % 45 === 0 ? '2026-07-20' : ''],
    ]),
} satisfies Partial<Record<ListKind, () => Table>>;

function table(header: readonly string[], count: number, row: (at: number) => readonly string[]): Table {
  return { header, rows: Array.from({ length: count }, (_, at) => row(at)) };
}

/** A list of the company, as a file. */
export interface CompanyList {
  readonly kind: keyof typeof company;
  readonly path: string;
  readonly header: readonly string[];
}

/** Writes the company's lists as CSV files into a folder. */
export async function writeCompany(folder: string): Promise<readonly CompanyList[]> {
  const kinds = Object.keys(company) as readonly (keyof typeof company)[]; // keys of the literal above
  const lists: CompanyList[] = [];
  for (const kind of kinds) {
    const { header, rows } = company[kind]();
    const path = join(folder, `${kind}.csv`);
    await writeFile(path, [header, ...rows].map((row) => row.join(',')).join('\n'));
    lists.push({ kind, path, header });
  }
  return lists;
}
