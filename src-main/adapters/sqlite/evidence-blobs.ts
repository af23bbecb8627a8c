import { createHash, randomUUID } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { EvidenceStore } from '../../services/ports/engagement-store.ts';
import type { EnsureRoom } from './disk-room.ts';
import { dropImport, dropOthers } from './drop-others.ts';
import { guarded } from './failures.ts';

/** Size of a piece; figures in the engineering notes, storage 2. */
const chunkBytes = 2 ** 20;

interface BlobRow {
  readonly blob_id: string;
  readonly size: number;
}

/** Evidence bytes inside the engagement file. A file of any size passes through memory one piece at a time. */
export function createEvidenceBlobs(
  database: Database.Database,
  ensureRoom: EnsureRoom = () => undefined,
): EvidenceStore {
  const blobOf = database.prepare<[string], BlobRow>(
    'select blob_id, size from evidence_blob where sha256 = ?',
  );
  const chunksOf = database.prepare<[string], { bytes: Buffer }>(
    'select bytes from evidence_chunk where blob_id = ? order by position',
  );

  function* chunks(sha256: string): Generator<Uint8Array> {
    const blob = blobOf.get(sha256);
    if (blob === undefined) return;
    for (const { bytes } of chunksOf.iterate(blob.blob_id)) yield bytes;
  }

  const check = (sha256: string) => {
    const blob = blobOf.get(sha256);
    return blob === undefined ? 'missing' : holds(chunks(sha256), sha256, blob.size) ? 'matches' : 'altered';
  };

  return {
    has: (sha256) => blobOf.get(sha256) !== undefined,
    put: createPut(database, ensureRoom, (sha256) => blobOf.get(sha256) !== undefined),
    get: (sha256) => (check(sha256) === 'matches' ? Buffer.concat([...chunks(sha256)]) : null),
    chunks,
    check,
  };
}

/** Whether pieces are of this hash and size in all. */
function holds(pieces: Iterable<Uint8Array>, sha256: string, size: number): boolean {
  const hash = createHash('sha256');
  let found = 0;
  for (const bytes of pieces) {
    hash.update(bytes);
    found += bytes.length;
  }
  return found === size && hash.digest('hex') === sha256;
}

/** Stores pieces as they come; the row that makes them count is written last. */
function createPut(
  database: Database.Database,
  ensureRoom: EnsureRoom,
  isKnown: (sha256: string) => boolean,
): EvidenceStore['put'] {
  const addChunk = database.prepare('insert into evidence_chunk (blob_id, position, bytes) values (?, ?, ?)');
  const addBlob = database.prepare('insert into evidence_blob (sha256, blob_id, size) values (?, ?, ?)');
  const dropChunks = dropImport(database, 'evidence_chunk');
  return async (source) => {
    const blobId = randomUUID();
    const hash = createHash('sha256');
    let size = 0;
    let position = 0;
    try {
      for await (const piece of inChunks(source)) {
        hash.update(piece);
        size += piece.length;
        ensureRoom(piece.length);
        guarded(() => addChunk.run(blobId, position, piece));
        position += 1;
      }
    } catch (error) {
      guarded(() => {
        dropChunks(blobId);
      });
      throw error;
    }
    const sha256 = hash.digest('hex');
    guarded(() => {
      if (isKnown(sha256)) dropChunks(blobId);
      else addBlob.run(sha256, blobId, size);
    });
    return { sha256, size };
  };
}

/** Removes pieces of imports that did not end, and blobs to which no recorded row refers. */
export function sweepEvidence(database: Database.Database, isReferenced: (sha256: string) => boolean): void {
  const known = database
    .prepare<[], BlobRow & { sha256: string }>('select sha256, blob_id, size from evidence_blob')
    .all();
  const drop = database.prepare('delete from evidence_blob where sha256 = ?');
  for (const { sha256 } of known) if (!isReferenced(sha256)) drop.run(sha256);
  const kept = new Set(known.filter(({ sha256 }) => isReferenced(sha256)).map((blob) => blob.blob_id));
  dropOthers(database, 'evidence_chunk', (id) => kept.has(id));
}

async function* inChunks(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const part of source) {
    waiting.push(Buffer.from(part));
    length += part.length;
    if (length < chunkBytes) continue;
    const joined = Buffer.concat(waiting);
    const whole = joined.length - (joined.length % chunkBytes);
    for (let at = 0; at < whole; at += chunkBytes) yield joined.subarray(at, at + chunkBytes);
    waiting = [joined.subarray(whole)];
    length = joined.length - whole;
  }
  if (length > 0) yield Buffer.concat(waiting);
}
