import { entryText, noPrevious, parseEntry, signedText, type HashedEntry } from './entry.ts';
import { applyEntries } from './reduce.ts';
import { emptyState, type DeviceHead, type EngagementState } from './state.ts';

/** An entry as it is stored. */
export interface StoredEntry {
  /** Place in the file, counted from one. */
  readonly position: number;
  readonly hash: string;
  /** The canonical text. */
  readonly text: string;
  /** Ed25519 signature of the actor, 128 hex digits. */
  readonly signature: string;
}

/** Something that a verification found, and where. */
export interface VerificationProblem {
  readonly code:
    | 'schema'
    | 'entry-unreadable'
    | 'entry-changed'
    | 'entry-missing'
    | 'entry-order'
    | 'entry-signature'
    | 'entry-foreign'
    | 'entry-not-applicable'
    | 'row-differs'
    | 'row-missing'
    | 'row-added'
    | 'evidence-missing'
    | 'evidence-changed'
    | 'population-rows'
    | 'rolled-back'
    | 'storage';
  /** What is wrong, in words. */
  readonly message: string;
  /** Position of the entry in the journal, if one is concerned. */
  readonly entry: number | null;
  /** `entity/id` of the object concerned. */
  readonly object: string | null;
  /** Who signed the entry, or to whom the object belongs. */
  readonly person: string | null;
}

/** The functions of the outside world that a verification needs. */
export interface ChainTools {
  readonly sha256: (text: string) => string;
  readonly verifySignature: (publicKey: string, signed: string, signature: string) => boolean;
}

/** What a walk over the journal gives: the state it tells as far as it can be told, and every problem on the way. */
export interface ChainVerdict {
  readonly state: EngagementState;
  readonly problems: readonly VerificationProblem[];
}

interface Walk {
  state: EngagementState;
  readonly devices: Map<string, DeviceHead>;
  readonly problems: VerificationProblem[];
  readonly engagement: string;
  lamport: number;
}

/**
 * Walks over the journal from its first entry: each entry's bytes give its hash, each device's entries follow each other
 * without gap by the hash of the one before, the logical clock rises, and the signature is that of the actor's key as
 * the journal itself introduced it (collaboration 5.1, invariant 3). A problem does not end the walk.
 */
export function verifyChain(
  entries: Iterable<StoredEntry>,
  engagement: string,
  tools: ChainTools,
): ChainVerdict {
  const walk: Walk = { state: emptyState(), devices: new Map(), problems: [], engagement, lamport: 0 };
  for (const stored of entries) verifyEntry(walk, stored, tools);
  return { state: walk.state, problems: walk.problems };
}

function verifyEntry(walk: Walk, stored: StoredEntry, tools: ChainTools): void {
  const parsed = parseEntry(stored.text);
  if (!parsed.ok) {
    report(
      walk,
      'entry-unreadable',
      `Entry ${String(stored.position)} cannot be read: ${parsed.error}.`,
      stored,
      null,
    );
    return;
  }
  const item: HashedEntry = { entry: parsed.value, hash: stored.hash };
  checkHash(walk, stored, item, tools);
  checkPlace(walk, stored, item);
  apply(walk, stored, item);
  checkSignature(walk, stored, item, tools);
}

function checkHash(walk: Walk, stored: StoredEntry, item: HashedEntry, tools: ChainTools): void {
  if (tools.sha256(entryText(item.entry)) === stored.hash) return;
  report(walk, 'entry-changed', `The content of entry ${at(stored)} does not give its hash.`, stored, item);
}

function checkPlace(walk: Walk, stored: StoredEntry, item: HashedEntry): void {
  const { entry, hash } = item;
  const before = walk.devices.get(entry.device) ?? { sequence: 0, hash: noPrevious };
  if (entry.engagement !== walk.engagement)
    report(walk, 'entry-foreign', `Entry ${at(stored)} belongs to another engagement.`, stored, item);
  if (entry.sequence > before.sequence + 1)
    report(walk, 'entry-missing', missing(before.sequence, entry.sequence, stored), stored, item);
  else if (entry.sequence !== before.sequence + 1)
    report(
      walk,
      'entry-order',
      `Entry ${at(stored)} stands in another place than it was written.`,
      stored,
      item,
    );
  else if (entry.previous !== before.hash)
    report(walk, 'entry-order', `Entry ${at(stored)} does not follow the entry before it.`, stored, item);
  if (entry.lamport <= walk.lamport)
    report(walk, 'entry-order', `The logical clock of entry ${at(stored)} runs backwards.`, stored, item);
  walk.devices.set(entry.device, { sequence: entry.sequence, hash });
  walk.lamport = Math.max(walk.lamport, entry.lamport);
}

function missing(from: number, to: number, stored: StoredEntry): string {
  const count = to - from - 1;
  return `${String(count)} ${count === 1 ? 'entry is' : 'entries are'} missing before entry ${at(stored)}.`;
}

function apply(walk: Walk, stored: StoredEntry, item: HashedEntry): void {
  const applied = applyEntries(walk.state, [item]);
  if (applied.ok) walk.state = applied.value;
  else {
    const { entity, id, reason } = applied.error;
    const message = `Entry ${at(stored)} cannot be applied to ${entity}: ${reason}.`;
    const problem = { code: 'entry-not-applicable', message, entry: stored.position } as const;
    walk.problems.push({ ...problem, object: `${entity}/${id}`, person: nameOf(walk, item) });
  }
}

function checkSignature(walk: Walk, stored: StoredEntry, item: HashedEntry, tools: ChainTools): void {
  const person = walk.state.rows.person.get(item.entry.actor);
  const isSigned =
    person !== undefined &&
    tools.verifySignature(person.publicKey, signedText(stored.hash), stored.signature);
  if (isSigned) return;
  const whose = person?.initials ?? 'a person whom the journal does not know';
  report(walk, 'entry-signature', `Entry ${at(stored)} is not signed by ${whose}.`, stored, item);
}

function report(
  walk: Walk,
  code: VerificationProblem['code'],
  message: string,
  stored: StoredEntry,
  item: HashedEntry | null,
): void {
  const [op] = item?.entry.ops ?? [];
  const object = op === undefined ? null : `${op.entity}/${op.id}`;
  const person = item === null ? null : nameOf(walk, item);
  walk.problems.push({ code, message, entry: stored.position, object, person });
}

function nameOf(walk: Walk, item: HashedEntry): string {
  return walk.state.rows.person.get(item.entry.actor)?.initials ?? item.entry.actor;
}

const at = (stored: StoredEntry): string => String(stored.position);
