/** The hash of everything that a signer of a workpaper saw. Source: collaboration 5.4, security 5 "What is signed". */
import { canonicalJson, type CanonicalValue } from '../../lib/canonical-json.ts';
import type { EntityName, RowMeta } from '../journal/entities.ts';
import type { AnyFieldValue } from '../journal/field.ts';
import type { EngagementState } from '../journal/state.ts';
import { contentFields, rowsOf } from './paper-rows.ts';

/** The rule by which content is gathered and hashed. Another rule gets another number and stands beside this one. */
export const manifestVersion = 1;

/** SHA-256 of a text, 64 hexadecimal digits. */
export type Sha256 = (text: string) => string;

const known = new WeakMap<EngagementState, Map<string, string>>();

/**
 * The content hash of a workpaper in this state: SHA-256 of the canonical JSON of all its rows with the versions of
 * their fields. Versions are entry hashes, so a change that was made and taken back is a change all the same.
 */
export function contentHash(state: EngagementState, paperId: string, sha256: Sha256): string {
  const ofState = known.get(state) ?? new Map<string, string>();
  known.set(state, ofState);
  const before = ofState.get(paperId);
  if (before !== undefined) return before;
  const hash = sha256(canonicalJson(manifestOf(state, paperId)));
  ofState.set(paperId, hash);
  return hash;
}

/** The content of a workpaper as one canonical value. */
function manifestOf(state: EngagementState, paperId: string): CanonicalValue {
  const rows = rowsOf(state, paperId).map(({ entity, id }) => rowValue(state, entity, id));
  return { schema: 'tickmark-workpaper/1', workpaper: paperId, rows };
}

function rowValue(state: EngagementState, entity: EntityName, id: string): CanonicalValue {
  const row = state.rows[entity].get(id) as (RowMeta & Record<string, AnyFieldValue>) | undefined; // a row is meta and field values
  const heads = state.heads[entity].get(id) ?? {};
  const fields = contentFields(entity);
  const versions = fields.flatMap((field) => (heads[field] ?? []).map((head) => `${field}:${head.version}`));
  return {
    row: `${entity}/${id}`,
    added: row?.createdIn ?? '',
    versions,
    values: fields.map((field) => row?.[field] ?? null),
  };
}
