import { noPrevious, parseEntry, signedText, type HashedEntry } from './entry.ts';
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
  /** Device and sequence number as they stand beside the text, where the store looks them up. */
  readonly device: string;
  readonly sequence: number;
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
    | 'person-key'
    | 'file-fact'
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
  /** How many entries were walked over. */
  readonly entries: number;
  /** The hashes of all entries. */
  readonly hashes: ReadonlySet<string>;
  /** For each row, `entity/id`: the position of the last entry that touched it. */
  readonly touchedAt: ReadonlyMap<string, number>;
}

interface Walk {
  state: EngagementState;
  readonly devices: Map<string, DeviceHead>;
  readonly problems: VerificationProblem[];
  readonly engagement: string;
  readonly hashes: Set<string>;
  readonly touchedAt: Map<string, number>;
  entries: number;
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
  const walk: Walk = {
    state: emptyState(),
    devices: new Map(),
    problems: [],
    engagement,
    hashes: new Set(),
    touchedAt: new Map(),
    entries: 0,
    lamport: 0,
  };
  for (const stored of entries) verifyEntry(walk, stored, tools);
  const { state, problems, hashes, touchedAt } = walk;
  return { state, problems, hashes, touchedAt, entries: walk.entries };
}

function verifyEntry(walk: Walk, stored: StoredEntry, tools: ChainTools): void {
  walk.entries += 1;
  walk.hashes.add(stored.hash);
  const parsed = parseEntry(stored.text);
  if (!parsed.ok) {
    report(walk, 'entry-unreadable', `Entry ${at(stored)} cannot be read: ${parsed.error}.`, stored, null);
    return;
  }
  const item: HashedEntry = { entry: parsed.value, hash: stored.hash };
  for (const { entity, id } of item.entry.ops) walk.touchedAt.set(`${entity}/${id}`, stored.position);
  // First of all, so that a person whom this very entry introduces can be named by what follows.
  apply(walk, stored, item);
  checkHash(walk, stored, item, tools);
  checkPlace(walk, stored, item);
  checkOrder(walk, stored, item);
  checkSignature(walk, stored, item, tools);
}

/** Reading the entry proved that its text is canonical, so the hash is taken of the text as it stands. */
function checkHash(walk: Walk, stored: StoredEntry, item: HashedEntry, tools: ChainTools): void {
  if (tools.sha256(stored.text) === stored.hash) return;
  report(walk, 'entry-changed', `The content of entry ${at(stored)} does not give its hash.`, stored, item);
}

function checkPlace(walk: Walk, stored: StoredEntry, item: HashedEntry): void {
  const { entry } = item;
  if (entry.engagement !== walk.engagement)
    report(walk, 'entry-foreign', `Entry ${at(stored)} belongs to another engagement.`, stored, item);
  if (stored.position !== walk.entries) {
    const message = `Entry ${at(stored)} is the ${ordinal(walk.entries)} of the file: others are missing, or it was moved.`;
    report(walk, 'entry-missing', message, stored, item);
  }
  if (stored.device !== entry.device || stored.sequence !== entry.sequence) {
    const message = `Entry ${at(stored)} is filed under another device or number than it says.`;
    report(walk, 'entry-changed', message, stored, item);
  }
}

function checkOrder(walk: Walk, stored: StoredEntry, item: HashedEntry): void {
  const { entry, hash } = item;
  const fault = orderFault(walk.devices.get(entry.device) ?? { sequence: 0, hash: noPrevious }, item, stored);
  if (fault !== null) report(walk, fault.code, fault.message, stored, item);
  if (entry.lamport <= walk.lamport)
    report(walk, 'entry-order', `The logical clock of entry ${at(stored)} runs backwards.`, stored, item);
  walk.devices.set(entry.device, { sequence: entry.sequence, hash });
  walk.lamport = Math.max(walk.lamport, entry.lamport);
}

function orderFault(
  before: DeviceHead,
  { entry }: HashedEntry,
  stored: StoredEntry,
): Pick<VerificationProblem, 'code' | 'message'> | null {
  if (entry.sequence > before.sequence + 1)
    return { code: 'entry-missing', message: missing(before.sequence, entry.sequence, stored) };
  if (entry.sequence !== before.sequence + 1)
    return {
      code: 'entry-order',
      message: `Entry ${at(stored)} stands in another place than it was written.`,
    };
  if (entry.previous === before.hash) return null;
  return { code: 'entry-order', message: `Entry ${at(stored)} does not follow the entry before it.` };
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

function ordinal(place: number): string {
  const tens = place % 100;
  const ending = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][place % 10] ?? 'th');
  return `${String(place)}${ending}`;
}
