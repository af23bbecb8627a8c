import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { zipArchive } from '../../../../../src-main/adapters/zip/zip-archive.ts';
import { readZip } from '../../../../helpers/read-zip.ts';
import { ArchiveTooLargeError, type ArchiveEntry } from '../../../../../src-main/services/ports/archive.ts';

const entry = (path: string, content: string | Uint8Array, isCompressed = false): ArchiveEntry => ({
  path,
  chunks: () => [Buffer.from(content)],
  isCompressed,
});
const bytesOf = (entries: readonly ArchiveEntry[]) => Buffer.concat([...zipArchive.archive(entries)]);

const long = Buffer.from('0123456789abcdef'.repeat(200_000));
const entries = [
  entry('kit.json', '{}'),
  entry('leer/Prüfung.txt', 'Süßes'),
  entry('empty.txt', ''),
  entry('stored.bin', Buffer.from([0, 1, 2, 255]), true),
  { path: 'long.txt', chunks: () => [long.subarray(0, 7), long.subarray(7)], isCompressed: false },
];

describe('zipArchive', () => {
  it('is read back as written, compressed in pieces or stored', async () => {
    const found = await readZip(bytesOf(entries));
    expect([...found.keys()]).toEqual(entries.map(({ path }) => path));
    expect(found.get('leer/Prüfung.txt')?.toString('utf8')).toBe('Süßes');
    expect(found.get('empty.txt')?.length).toBe(0);
    expect(found.get('stored.bin')).toEqual(Buffer.from([0, 1, 2, 255]));
    expect(found.get('long.txt')?.equals(long)).toBe(true);
  });

  it('makes a long text small and gives the same bytes each time', () => {
    expect(bytesOf(entries).length).toBeLessThan(long.length / 50);
    expect(bytesOf(entries).equals(bytesOf(entries))).toBe(true);
  });

  const hasUnzip = spawnSync('unzip', ['-v']).status === 0;
  it.skipIf(!hasUnzip)('is whole to unzip', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tickmark-zip-'));
    try {
      writeFileSync(join(folder, 'a.zip'), bytesOf(entries));
      const tested = spawnSync('unzip', ['-q', '-d', folder, join(folder, 'a.zip')], { encoding: 'utf8' });
      expect([tested.status, tested.stderr]).toEqual([0, '']);
      expect(readFileSync(join(folder, 'long.txt')).equals(long)).toBe(true);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('refuses more entries than the format counts', () => {
    const many = Array.from({ length: 65_536 }, (_, index) => entry(String(index), ''));
    expect(() => bytesOf(many)).toThrow(ArchiveTooLargeError);
  });
});
