import { createHash, randomUUID } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { EvidenceStore } from '../../services/ports/engagement-store.ts';
import { guarded } from './failures.ts';

/** Size of a piece; figures in the engineering notes, storage 2. */
const chunkBytes = 2 ** 20;

interface BlobRow {
  readonly blob_id: string;
  readonly size: number;
}

/** Evidence bytes inside the engagement file. A file of any size passes through memory one piece at a time. */
export function createEvidenceBlobs(database: Database.Database): EvidenceStore {
  const blobOf = database.prepare<[string], BlobRow>(
    'select blob_id, size from evidence_blob where sha256 = ?',
  );
  const addChunk = database.prepare('insert into evidence_chunk (blob_id, position, bytes) values (?, ?, ?)');
  const addBlob = database.prepare('insert into evidence_blob (sha256, blob_id, size) values (?, ?, ?)');
  const dropChunks = database.prepare('delete from evidence_chunk where blob_id = ?');
  const chunksOf = database.prepare<[string], { bytes: Buffer }>(
    'select bytes from evidence_chunk where blob_id = ? order by position',
  );

  function* chunks(sha256: string): Generator<Uint8Array> {
    const blob = blobOf.get(sha256);
    if (blob === undefined) return;
    for (const { bytes } of chunksOf.iterate(blob.blob_id)) yield bytes;
  }

  const hashOf = (sha256: string): string | null => {
    if (blobOf.get(sha256) === undefined) return null;
    const hash = createHash('sha256');
    for (const bytes of chunks(sha256)) hash.update(bytes);
    return hash.digest('hex');
  };

  return {
    has: (sha256) => blobOf.get(sha256) !== undefined,
    async put(source) {
      const blobId = randomUUID();
      const hash = createHash('sha256');
      let size = 0;
      let position = 0;
      try {
        for await (const piece of inChunks(source)) {
          hash.update(piece);
          size += piece.length;
          guarded(() => addChunk.run(blobId, position, piece));
          position += 1;
        }
      } catch (error) {
        guarded(() => dropChunks.run(blobId));
        throw error;
      }
      const sha256 = hash.digest('hex');
      const isKnown = blobOf.get(sha256) !== undefined;
      guarded(() => (isKnown ? dropChunks.run(blobId) : addBlob.run(sha256, blobId, size)));
      return { sha256, size };
    },
    get(sha256) {
      if (hashOf(sha256) !== sha256) return null;
      return Buffer.concat([...chunks(sha256)]);
    },
    chunks,
    check(sha256) {
      const found = hashOf(sha256);
      if (found === null) return 'missing';
      return found === sha256 ? 'matches' : 'altered';
    },
  };
}

/** Removes pieces of imports that did not end, and blobs to which no recorded row refers. */
export function sweepEvidence(database: Database.Database, isReferenced: (sha256: string) => boolean): void {
  const known = database.prepare('select sha256 from evidence_blob').pluck().all() as string[]; // one text column
  const drop = database.prepare('delete from evidence_blob where sha256 = ?');
  for (const sha256 of known) if (!isReferenced(sha256)) drop.run(sha256);
  database.exec('delete from evidence_chunk where blob_id not in (select blob_id from evidence_blob)');
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
