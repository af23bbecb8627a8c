import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createEvidenceBlobs,
  sweepEvidence,
} from '../../../../../src-main/adapters/sqlite/evidence-blobs.ts';
import { storeDatabase } from './store-database.ts';

const mebibyte = 2 ** 20;
let database: Database.Database;
beforeEach(() => {
  database = storeDatabase();
});
afterEach(() => {
  database.close();
});

async function* parts(...pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield await Promise.resolve(piece);
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const count = (query: string): number => database.prepare<[], number>(query).pluck().get() ?? 0;
const chunks = (): number => count('select count(*) from evidence_chunk');

describe('evidence bytes', () => {
  it.each([0, 1, mebibyte - 1, mebibyte, mebibyte + 1, 3 * mebibyte + 5])(
    'of %i bytes come back whole',
    async (size) => {
      const store = createEvidenceBlobs(database);
      const bytes = Buffer.alloc(size, 'evidence ');
      const stored = await store.put(parts(bytes.subarray(0, 10), bytes.subarray(10)));
      expect(stored).toEqual({ sha256: sha256(bytes), size });
      expect(chunks()).toBe(Math.ceil(size / mebibyte));
      expect(Buffer.from(store.get(stored.sha256) ?? []).equals(bytes)).toBe(true);
      expect(Buffer.concat([...store.chunks(stored.sha256)]).equals(bytes)).toBe(true);
      expect(store.check(stored.sha256)).toBe('matches');
    },
  );

  it('are the same however they arrive', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 3000 }), { maxLength: 12 }), async (pieces) => {
        const store = createEvidenceBlobs(database);
        const whole = Buffer.concat(pieces);
        const { sha256: name, size } = await store.put(parts(...pieces));
        expect([name, size]).toEqual([sha256(whole), whole.length]);
        expect(Buffer.from(store.get(name) ?? []).equals(whole)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('are stored once', async () => {
    const store = createEvidenceBlobs(database);
    await store.put(parts(Buffer.from('the same')));
    await store.put(parts(Buffer.from('the '), Buffer.from('same')));
    expect([chunks(), count('select count(*) from evidence_blob')]).toEqual([1, 1]);
  });

  it('are not there after a source failed half-way', async () => {
    const store = createEvidenceBlobs(database);
    async function* failing(): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(Buffer.alloc(2 * mebibyte));
      throw new Error('the drive was pulled out');
    }
    await expect(store.put(failing())).rejects.toThrow('the drive was pulled out');
    expect(chunks()).toBe(0);
  });

  it('are refused before they fill the disk, and nothing of them stays', async () => {
    let room = 3 * mebibyte;
    const store = createEvidenceBlobs(database, (bytes) => {
      room -= bytes;
      if (room < 0) throw new Error('no room');
    });
    await expect(store.put(parts(Buffer.alloc(5 * mebibyte)))).rejects.toThrow('no room');
    expect(chunks()).toBe(0);
  });

  it('are told from bytes that are missing or were altered', async () => {
    const store = createEvidenceBlobs(database);
    const { sha256: name } = await store.put(parts(Buffer.alloc(2 * mebibyte, 'a')));
    expect([store.check('0'.repeat(64)), store.get('0'.repeat(64)), store.has('0'.repeat(64))]).toEqual([
      'missing',
      null,
      false,
    ]);
    database.exec('delete from evidence_chunk where position = 1');
    expect([store.check(name), store.get(name), store.has(name)]).toEqual(['altered', null, true]);
  });

  it('go when nothing refers to them', async () => {
    const store = createEvidenceBlobs(database);
    const kept = await store.put(parts(Buffer.from('kept')));
    await store.put(parts(Buffer.alloc(3 * mebibyte)));
    database.exec(
      "insert into evidence_chunk values ('of a stopped import', 0, x'00'), ('of a stopped import', 1, x'00')",
    );
    sweepEvidence(database, (name) => name === kept.sha256);
    expect([chunks(), count('select count(*) from evidence_blob')]).toEqual([1, 1]);
    expect(store.check(kept.sha256)).toBe('matches');
  });
});
