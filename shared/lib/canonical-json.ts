/**
 * One spelling for one value: the JSON text that is hashed and signed.
 *
 * RFC 8785 restricted to null, booleans, safe integers, well-formed strings, arrays and plain objects. Fractions are
 * left out because their spelling is where implementations differ; text keeps its exact characters (no Unicode
 * normalisation), because client data must be provable as it was received.
 */
import { err, ok } from './result.ts';
import type { Result } from './result.ts';

/** A value with exactly one canonical spelling. Numbers are safe integers; strings hold no lone surrogate. */
export type CanonicalValue =
  null | boolean | number | string | readonly CanonicalValue[] | { readonly [key: string]: CanonicalValue };

/** Why a value has no canonical spelling, and where: `path` is `$` for the value itself, then `.key` and `[index]`. */
export type NotCanonical = {
  readonly code: 'not-canonical';
  readonly path: string;
  readonly reason:
    'lone-surrogate' | 'not-a-safe-integer' | 'not-a-plain-object' | 'unsupported-type' | 'too-deep';
};

/** Nesting beyond this is refused: it also stops a value that contains itself. */
const MAX_DEPTH = 256;

/**
 * The canonical JSON text of a value: no white space, object keys in ascending order of UTF-16 code units.
 *
 * Throws only where a caller's cast has let a value through that `isCanonical` would refuse, because hashing something
 * else than what was meant must never go on silently.
 */
export function canonicalJson(value: CanonicalValue): string {
  const written = toCanonicalJson(value);
  if (!written.ok) throw new Error(`not canonical at ${written.error.path}: ${written.error.reason}`);
  return written.value;
}

/** Whether `canonicalJson` has a spelling for the value. */
export function isCanonical(value: unknown): value is CanonicalValue {
  return toCanonicalJson(value).ok;
}

/** The canonical JSON text of a value whose shape is not known, or where and why it has none. */
export function toCanonicalJson(value: unknown): Result<string, NotCanonical> {
  return write(value, '$', 0);
}

function write(value: unknown, path: string, depth: number): Result<string, NotCanonical> {
  if (typeof value === 'string') {
    return value.isWellFormed() ? ok(JSON.stringify(value)) : refuse(path, 'lone-surrogate');
  }
  if (typeof value === 'number') {
    return Number.isSafeInteger(value) ? ok(JSON.stringify(value)) : refuse(path, 'not-a-safe-integer');
  }
  if (typeof value === 'boolean') return ok(value ? 'true' : 'false');
  if (typeof value === 'object') return writeObject(value, path, depth);
  return refuse(path, 'unsupported-type');
}

function writeObject(value: object | null, path: string, depth: number): Result<string, NotCanonical> {
  if (value === null) return ok('null');
  if (depth >= MAX_DEPTH) return refuse(path, 'too-deep');
  if (Array.isArray(value)) return writeArray(value, path, depth);
  const prototype: unknown = Object.getPrototypeOf(value);
  const isPlain = prototype === Object.prototype || prototype === null;
  if (!isPlain || Object.getOwnPropertySymbols(value).length > 0) return refuse(path, 'not-a-plain-object');
  return writeMembers(new Map<string, unknown>(Object.entries(value)), path, depth);
}

function writeArray(items: readonly unknown[], path: string, depth: number): Result<string, NotCanonical> {
  const parts: string[] = [];
  for (let index = 0; index < items.length; index += 1) {
    const part = write(items[index], `${path}[${String(index)}]`, depth + 1);
    if (!part.ok) return part;
    parts.push(part.value);
  }
  return ok(`[${parts.join(',')}]`);
}

function writeMembers(
  members: ReadonlyMap<string, unknown>,
  path: string,
  depth: number,
): Result<string, NotCanonical> {
  const parts: string[] = [];
  // The default order of sort() is by UTF-16 code unit, which is the order RFC 8785 section 3.2.3 asks for.
  for (const key of [...members.keys()].sort()) {
    const memberPath = `${path}.${key}`;
    if (!key.isWellFormed()) return refuse(memberPath, 'lone-surrogate');
    const part = write(members.get(key), memberPath, depth + 1);
    if (!part.ok) return part;
    parts.push(`${JSON.stringify(key)}:${part.value}`);
  }
  return ok(`{${parts.join(',')}}`);
}

function refuse(path: string, reason: NotCanonical['reason']): Result<string, NotCanonical> {
  return err({ code: 'not-canonical', path, reason });
}
