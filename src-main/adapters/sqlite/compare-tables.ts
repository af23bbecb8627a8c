import type Database from 'better-sqlite3';
import { entityNames, type EntityName } from '../../../shared/domain/journal/entities.ts';
import type { EngagementState } from '../../../shared/domain/journal/state.ts';
import type { ChainVerdict, VerificationProblem } from '../../../shared/domain/journal/verify-chain.ts';
import { columnsOf, encodeRow, selectSql, type SqlValue } from './row-codec.ts';

/** Where a row stands: as the journal tells it, with the entry and the person that touched it last. */
export function locate(
  chain: ChainVerdict,
  entity: EntityName,
  id: string,
): Pick<VerificationProblem, 'entry' | 'object' | 'person'> {
  const key = `${entity}/${id}`;
  const row = chain.state.rows[entity].get(id);
  const person = chain.state.rows.person.get(row?.updatedBy ?? '')?.initials ?? null;
  return { entry: chain.touchedAt.get(key) ?? null, object: key, person };
}

/**
 * The rows that differ between the tables and what the journal tells. Stored values are compared as they lie in the
 * file, so a value that our own reader would refuse or take for the same is found as well.
 */
export function tableProblems(
  database: Database.Database,
  chain: ChainVerdict,
): readonly VerificationProblem[] {
  return entityNames.flatMap((entity) => [
    ...rowProblems(database, chain, entity),
    ...versionProblems(database, chain, entity),
  ]);
}

function rowProblems(
  database: Database.Database,
  chain: ChainVerdict,
  entity: EntityName,
): readonly VerificationProblem[] {
  const told = chain.state.rows[entity];
  const stored = database.prepare<[], SqlValue[]>(selectSql(entity)).raw().all();
  const problems: VerificationProblem[] = [];
  const found = new Set<string>();
  for (const values of stored) {
    const id = String(values[0]);
    const row = told.get(id);
    found.add(id);
    if (row === undefined) problems.push(added(chain, entity, id, values));
    else {
      const expected = encodeRow(entity, row as unknown as Readonly<Record<string, unknown>>); // rows are plain records
      const column = expected.findIndex((value, index) => value !== values[index]);
      if (column >= 0) problems.push(differs(chain, entity, id, column));
    }
  }
  for (const id of told.keys()) if (!found.has(id)) problems.push(missing(chain, entity, id));
  if (problems.length > 0 || isSameOrder(told.keys(), stored)) return problems;
  const message = `The rows of ${entity} do not stand in the order in which the journal added them.`;
  return [{ code: 'row-differs', message, entry: null, object: entity, person: null }];
}

function isSameOrder(told: Iterable<string>, stored: readonly (readonly SqlValue[])[]): boolean {
  let index = 0;
  for (const id of told) if (stored[index++]?.[0] !== id) return false;
  return true;
}

function differs(chain: ChainVerdict, entity: EntityName, id: string, column: number): VerificationProblem {
  const field = columnsOf(entity)[column] ?? '';
  const message = `The ${entity} ${id} differs from what the journal tells: ${field}.`;
  return { code: 'row-differs', message, ...locate(chain, entity, id) };
}

function missing(chain: ChainVerdict, entity: EntityName, id: string): VerificationProblem {
  const message = `The ${entity} ${id} is in the journal but not in the tables.`;
  return { code: 'row-missing', message, ...locate(chain, entity, id) };
}

/** A row that no entry made names its maker itself, for what that is worth. */
function added(
  chain: ChainVerdict,
  entity: EntityName,
  id: string,
  values: readonly SqlValue[],
): VerificationProblem {
  const claimed = String(values[columnsOf(entity).indexOf('updatedBy')] ?? '');
  const person = chain.state.rows.person.get(claimed)?.initials ?? null;
  const message = `The ${entity} ${id} is in the tables but not in the journal.`;
  return { code: 'row-added', message, entry: null, object: `${entity}/${id}`, person };
}

type VersionRow = readonly [
  rowId: string,
  field: string,
  version: string,
  value: string,
  lamport: number,
  device: string,
];

function versionProblems(
  database: Database.Database,
  chain: ChainVerdict,
  entity: EntityName,
): readonly VerificationProblem[] {
  const stored = database
    .prepare<[string], VersionRow>(
      'select row_id, field, version, value, lamport, device from field_version where entity = ?',
    )
    .raw()
    .all(entity);
  const found = new Map<string, Set<string>>();
  for (const row of stored) {
    const texts = found.get(row[0]) ?? new Set<string>();
    found.set(row[0], texts.add(row.join('\n')));
  }
  const ids = new Set([...found.keys(), ...chain.state.heads[entity].keys()]);
  return [...ids]
    .filter((id) => !isSameSet(found.get(id) ?? new Set(), toldVersions(chain.state, entity, id)))
    .map((id) => {
      const message = `The recorded versions of ${entity} ${id} differ from what the journal tells.`;
      return { code: 'row-differs', message, ...locate(chain, entity, id) };
    });
}

function toldVersions(state: EngagementState, entity: EntityName, id: string): ReadonlySet<string> {
  const fields = Object.entries(state.heads[entity].get(id) ?? {});
  const texts = fields.flatMap(([field, heads]) =>
    heads.map(({ version, value, lamport, device }) =>
      [id, field, version, JSON.stringify(value), lamport, device].join('\n'),
    ),
  );
  return new Set(texts);
}

function isSameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((text) => b.has(text));
}

/** Versions of rows of an entity that this program does not know. */
export function strayVersions(database: Database.Database): readonly VerificationProblem[] {
  const known: readonly string[] = entityNames;
  const stored = database.prepare<[], string>('select distinct entity from field_version').pluck().all();
  return stored
    .filter((entity) => !known.includes(entity))
    .map((entity) => {
      const message = `The file keeps versions of ${entity}, which this program does not know.`;
      return { code: 'row-added', message, entry: null, object: entity, person: null };
    });
}
