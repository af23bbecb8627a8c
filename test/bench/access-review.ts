import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTabularReader } from '../../src-main/adapters/tabular/tabular-reader.ts';
import { nodeChildProcesses } from '../../src-main/app/child-processes.ts';
import { programRoot } from '../../src-main/app/program-root.ts';
import { accessFactsOf } from '../../shared/domain/access-review/access-facts.ts';
import type { ListKind } from '../../shared/domain/access-review/access-list.ts';
import { suggestMapping } from '../../shared/domain/access-review/list-mapping.ts';
import { readList } from '../../shared/domain/access-review/read-list.ts';
import { rulesFor } from '../../shared/domain/access-review/rule-catalogue.ts';
import { runRules } from '../../shared/domain/access-review/run-rules.ts';
import { dates, utc } from '../helpers/access-review-fixture.ts';
import { timed, type Benchmark } from './benchmark.ts';

const PEOPLE = 1700;
const SYSTEMS = 12;
const ACCOUNTS = 20_000;

interface Table {
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
        `role${String(at % 9)};role${String(at % 5)}`,
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
        ...[person(at), `First${String(at % 700)} Last${String(at % 900)}`, `Title ${String(at % 20)}`],
        ...[`Department ${String(at % 8)}`, at % 30 === 0 ? dayOf(at) : '', `Title ${String((at + 1) % 20)}`],
      ],
    ),
  terminations: () => table(['employee id', 'last day'], 120, (at) => [person(at * 7), dayOf(at)]),
  roleMatrix: () =>
    table(['title', 'allowed roles', 'conflicts'], 20, (at) => [
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

export const accessReviewOf20000: Benchmark = {
  name: 'access-review-20000',
  meaning: 'all 22 rules over 20,000 accounts in 12 systems from their files, against reading the same files',
  limit: 5,
  clock: 'wall',
  runs: 3,
  prepare: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tickmark-access-'));
    const kinds = Object.keys(company) as readonly (keyof typeof company)[]; // keys of the literal above
    for (const kind of kinds) {
      const { header, rows } = company[kind]();
      await writeFile(join(folder, `${kind}.csv`), [header, ...rows].map((row) => row.join(',')).join('\n'));
    }
    const reader = createTabularReader({
      startProcess: nodeChildProcesses(programRoot(import.meta.url)).reader,
    });
    const readAll = async () => {
      const tables = new Map<ListKind, { header: readonly string[]; rows: (readonly string[])[] }>();
      for (const kind of kinds) {
        const rows: (readonly string[])[] = [];
        const read = await reader.readRows(
          join(folder, `${kind}.csv`),
          {},
          (batch) => void rows.push(...batch),
        );
        if (!read.ok) throw new Error(read.error.message);
        tables.set(kind, { header: read.value.header, rows });
      }
      return tables;
    };
    return {
      floor: () => timed(readAll),
      work: () =>
        timed(async () => {
          const results = runOver(await readAll());
          if (results.length !== 22 || results.some(({ missing }) => missing.length > 0))
            throw new Error('not every rule ran');
        }),
      release: () => rm(folder, { recursive: true, force: true }),
    };
  },
};

function runOver(tables: ReadonlyMap<ListKind, Table>) {
  const lists = [...tables].map(([kind, { header, rows }]) => {
    const cells = rows.map((row, index) => ({ rowNumber: index + 2, cells: row }));
    const about = { title: kind, asOf: dates.asOf, statedCount: null, fileSha256: '' };
    return readList({ ...about, kind, header, mapping: suggestMapping(kind, header), rows: cells }, utc);
  });
  return runRules(accessFactsOf(lists, dates, utc, []), rulesFor('II'), new Map());
}
