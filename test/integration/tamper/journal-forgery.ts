import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { entryText, signedText, type Entry } from '../../../shared/domain/journal/entry.ts';
import type { TestActor } from '../../helpers/store/actors.ts';
import { withoutTriggers } from '../../helpers/store/raw-client.ts';

/** An entry as the file keeps it. */
export interface StoredLine {
  readonly position: number;
  readonly hash: string;
  readonly device: string;
  readonly sequence: number;
  readonly entry: string;
  readonly signature: string;
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** All entries of a file. */
export function linesOf(database: Database.Database): readonly StoredLine[] {
  return database.prepare<[], StoredLine>('select * from journal order by position').all();
}

/** Puts other entries in the place of all. */
export function replaceJournal(database: Database.Database, lines: readonly StoredLine[]): void {
  withoutTriggers(database, () => {
    database.exec('delete from journal');
    const insert = database.prepare(
      'insert into journal (position, hash, device, sequence, entry, signature) values (:position, :hash, :device, :sequence, :entry, :signature)',
    );
    for (const line of lines) insert.run(line);
  });
}

/** Who signs the entries that a forger writes anew; `null` leaves the signature of the entry it was. */
export type Signer = (entry: Entry) => TestActor | null;

/** Nobody: the forger has no key. */
export const unsigned: Signer = () => null;

/**
 * Writes entries anew from a position on: `change` alters one, and those after it are linked to what stands before them
 * with hashes that fit. Without the persons' keys their signatures stay those of the old content.
 */
export function rewritten(
  lines: readonly StoredLine[],
  from: number,
  change: (entry: Entry) => Entry,
  signer: Signer,
): readonly StoredLine[] {
  let previous: string | null = null;
  return lines.map((line) => {
    if (line.position < from) return line;
    const old = JSON.parse(line.entry) as Entry; // our own entries, of the specimen
    const altered = line.position === from ? change(old) : old;
    const entry: Entry = previous === null ? altered : { ...altered, previous };
    const text = entryText(entry);
    const hash = hashOf(text);
    previous = hash;
    const signature = signer(entry)?.sign(signedText(hash)) ?? line.signature;
    return { ...line, device: entry.device, sequence: entry.sequence, entry: text, hash, signature };
  });
}

/** The entry with a field of its first operation set to another value. */
export function withValue(entry: Entry, field: string, value: string): Entry {
  const [first, ...rest] = entry.ops;
  if (first === undefined) return entry;
  const changed =
    first.op === 'add' ? { ...first, fields: { ...first.fields, [field]: value } } : { ...first, value };
  return { ...entry, ops: [changed, ...rest] };
}
