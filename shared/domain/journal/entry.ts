import type { CanonicalValue } from '../../lib/canonical-json.ts';
import { canonicalJson, toCanonicalJson } from '../../lib/canonical-json.ts';
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
/** Every key of an entry: the texts, the numbers, its version and its operations. */
const keyCount = textKeys.length + numberKeys.length + 2;

type Json = Record<string, CanonicalValue>;

/** Reads stored bytes back. Refuses what is not exactly the canonical text of an entry of a known version. */
export function parseEntry(stored: string): Result<Entry, string> {
  const value = jsonOf(stored);
  if (value === undefined) return err('it is not JSON');
  const canonical = toCanonicalJson(value);
  if (!canonical.ok || !isRecord(value)) return err('it is not an entry');
  if (canonical.value !== stored) return err('it is not in canonical form');
  const fault = faultOf(value);
  return fault === null ? ok(value as unknown as Entry) : err(fault); // faultOf looked at every field
}

function jsonOf(stored: string): unknown {
  try {
    return JSON.parse(stored);
  } catch {
    return undefined;
  }
}

function faultOf(value: Json): string | null {
  if (value['v'] !== 1) return 'it is of another version';
  if (!textKeys.every((key) => typeof value[key] === 'string')) return 'a text is missing';
  if (!numberKeys.every((key) => typeof value[key] === 'number')) return 'a number is missing';
  if (Object.keys(value).length !== keyCount) return 'it has other fields';
  const ops = value['ops'];
  return Array.isArray(ops) && ops.every(isOp) ? null : 'an operation is malformed';
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isOp(value: unknown): boolean {
  if (!isRecord(value) || typeof value['id'] !== 'string') return false;
  if (typeof value['entity'] !== 'string' || !isEntityName(value['entity'])) return false;
  return value['op'] === 'add' ? isAdd(value) : value['op'] === 'set' && isSet(value);
}

function isAdd(value: Json): boolean {
  return isRecord(value['fields']) && Object.keys(value).length === 4;
}

function isSet(value: Json): boolean {
  const parents = value['parents'];
  if (typeof value['field'] !== 'string' || !('value' in value) || Object.keys(value).length !== 6)
    return false;
  return Array.isArray(parents) && parents.every((parent) => typeof parent === 'string');
}
