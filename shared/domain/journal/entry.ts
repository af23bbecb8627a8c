import type { CanonicalValue } from '../../lib/canonical-json.ts';
import { canonicalJson, isCanonical } from '../../lib/canonical-json.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { isEntityName, type EntityName } from './entities.ts';
import type { AnyFieldValue } from './field.ts';

/** Adds a row with all its fields. */
export interface AddOp {
  readonly op: 'add';
  readonly entity: EntityName;
  readonly id: string;
  readonly fields: Readonly<Record<string, AnyFieldValue>>;
}

/**
 * Sets one field. `parents` names the versions (entry hashes) that the writer saw and replaces: two writes that do not
 * know each other leave two versions, which a person resolves.
 */
export interface SetOp {
  readonly op: 'set';
  readonly entity: EntityName;
  readonly id: string;
  readonly field: string;
  readonly value: AnyFieldValue;
  readonly parents: readonly string[];
}

/** One change of one row. Nothing is deleted: rows that no longer count carry a field that says so. */
export type Op = AddOp | SetOp;

/** One action of one person, atomic. Its hash is the SHA-256 of its canonical bytes, which are stored as they are. */
export interface Entry {
  /** Version of this format. */
  readonly v: 1;
  readonly engagement: string;
  readonly device: string;
  /** 1, 2, 3 … without gap for each device. */
  readonly sequence: number;
  /** Hash of the device's previous entry; 64 zeros for its first. */
  readonly previous: string;
  /** Logical clock: one more than the highest seen. Orders entries; the wall clock never does. */
  readonly lamport: number;
  /** The computer's clock, ISO 8601 UTC: a claim. */
  readonly at: string;
  /** Id of the person who acted and signed. */
  readonly actor: string;
  /** The command, `feature.verb`. */
  readonly kind: string;
  readonly ops: readonly Op[];
}

/** An entry with its hash. */
export interface HashedEntry {
  readonly entry: Entry;
  readonly hash: string;
}

/** The hash that stands before a device's first entry. */
export const noPrevious = '0'.repeat(64);

/** The canonical text of an entry, whose UTF-8 bytes are hashed and stored. */
export const entryText = (entry: Entry): string => canonicalJson(entry as unknown as CanonicalValue); // an entry holds strings, integers, flags, null and lists only

/** What is signed for an entry: a domain tag and its hash, so that a signature cannot be used for anything else. */
export const signedText = (hash: string): string => `tickmark-entry/1\n${hash}`;

const textKeys = ['engagement', 'device', 'previous', 'at', 'actor', 'kind'] as const;
const numberKeys = ['sequence', 'lamport'] as const;

/** Reads stored bytes back. Refuses what is not exactly the canonical text of an entry of a known version. */
export function parseEntry(stored: string): Result<Entry, string> {
  let value: unknown;
  try {
    value = JSON.parse(stored);
  } catch {
    return err('it is not JSON');
  }
  if (!isCanonical(value) || !isRecord(value)) return err('it is not an entry');
  if (canonicalJson(value) !== stored) return err('it is not in canonical form');
  if (value['v'] !== 1) return err('it is of another version');
  if (!textKeys.every((key) => typeof value[key] === 'string')) return err('a text is missing');
  if (!numberKeys.every((key) => typeof value[key] === 'number')) return err('a number is missing');
  if (Object.keys(value).length !== textKeys.length + numberKeys.length + 2)
    return err('it has other fields');
  if (!Array.isArray(value['ops']) || !value['ops'].every(isOp)) return err('an operation is malformed');
  return ok(value as unknown as Entry); // every field was checked above
}

function isRecord(value: unknown): value is Record<string, CanonicalValue> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isOp(value: unknown): boolean {
  if (!isRecord(value)) return false;
  if (typeof value['id'] !== 'string' || typeof value['entity'] !== 'string') return false;
  if (!isEntityName(value['entity'])) return false;
  if (value['op'] === 'add') return isRecord(value['fields']) && Object.keys(value).length === 4;
  if (value['op'] !== 'set' || typeof value['field'] !== 'string') return false;
  const parents = value['parents'];
  return Array.isArray(parents) && parents.every((p) => typeof p === 'string') && 'value' in value;
}
