import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createChosenFiles } from '../../../../../src-main/adapters/evidence-files/chosen-files.ts';
import {
  failureOfError,
  fileFailure,
} from '../../../../../src-main/adapters/evidence-files/file-failures.ts';
import { regularFile } from '../../../../../src-main/adapters/evidence-files/regular-file.ts';
import { saveTargetAt } from '../../../../../src-main/adapters/evidence-files/save-file.ts';
import { FileError, type SourceFile } from '../../../../../src-main/services/ports/files.ts';

const folder = mkdtempSync(join(tmpdir(), 'tickmark-files-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function opened(path: string): Promise<SourceFile> {
  const source = await regularFile(path);
  if (!source.ok) throw new Error(source.error.message);
  return source.value;
}

async function bytesOf(source: SourceFile): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const chunk of source.chunks()) parts.push(chunk);
  return Buffer.concat(parts);
}

async function codeOf(path: string, mostBytes?: number): Promise<string | undefined> {
  const source = await regularFile(path, mostBytes);
  return source.ok ? undefined : source.error.code;
}

const sha256 = (content: string) => createHash('sha256').update(content).digest('hex');

describe('reading a chosen file', () => {
  it('gives its name, size and bytes, as often as they are asked for', async () => {
    const content = Buffer.alloc(2_500_000, 'abc');
    const source = await opened(file('large.bin', content));
    expect({ name: source.name, size: source.size }).toEqual({ name: 'large.bin', size: 2_500_000 });
    expect((await bytesOf(source)).equals(content)).toBe(true);
    expect((await bytesOf(source)).equals(content)).toBe(true);
  });

  it('takes an empty file', async () => {
    expect(await bytesOf(await opened(file('empty.txt', '')))).toHaveLength(0);
  });

  it('takes regular files only, and follows no link', async () => {
    const link = join(folder, 'link.txt');
    symlinkSync(file('real.txt', 'x'), link);
    expect(await codeOf(link)).toBe('not-a-regular-file');
    expect(await codeOf(folder)).toBe('not-a-regular-file');
    expect(await codeOf('/dev/zero')).toBe('not-a-regular-file');
    expect(await codeOf(join(folder, 'none.txt'))).toBe('not-found');
  });

  it.skipIf(process.platform === 'win32')('does not wait for a socket', async () => {
    const path = join(folder, 'socket');
    const server = createServer().listen(path);
    await once(server, 'listening');
    expect(await codeOf(path)).toBe('not-a-regular-file');
    server.close();
  });

  it('refuses a file beyond the limit', async () => {
    expect(await codeOf(file('big.txt', '12345'), 4)).toBe('too-large');
    expect(await codeOf(file('fits.txt', '1234'), 4)).toBeUndefined();
  });

  it.each([
    ['grew', (path: string) => appendFileSync(path, 'more')],
    ['was cut', (path: string) => truncateSync(path, 1)],
    [
      'was replaced',
      (path: string) => {
        rmSync(path);
        writeFileSync(path, 'other');
      },
    ],
    ['is gone', (path: string) => rmSync(path)],
  ])('does not pass on a file that %s after it was chosen', async (_, change) => {
    const path = file('changing.txt', 'text!');
    const source = await opened(path);
    change(path);
    await expect(bytesOf(source)).rejects.toThrow(FileError);
  });
});

describe('saving a file', () => {
  it('writes it whole under its name', async () => {
    const path = join(folder, 'copy.txt');
    const written = await saveTargetAt(path).write([Buffer.from('te'), Buffer.from('xt')], sha256('text'));
    expect(written).toEqual({ ok: true, value: { size: 4 } });
    expect(readFileSync(path, 'utf8')).toBe('text');
  });

  it('leaves nothing of bytes that are not those of the hash', async () => {
    const path = join(folder, 'altered.txt');
    const written = await saveTargetAt(path).write([Buffer.from('other')], sha256('text'));
    expect(written).toMatchObject({ ok: false, error: { code: 'altered' } });
    expect(existsSync(path)).toBe(false);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('says where it cannot be written', async () => {
    const nowhere = join(folder, 'none', 'copy.txt');
    expect(await saveTargetAt(nowhere).write([], sha256(''))).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
    expect(failureOfError(Object.assign(new Error(), { code: 'ENOSPC' }), 'not-writable')).toEqual(
      fileFailure('disk-full'),
    );
    expect(failureOfError(new Error(), 'not-writable').code).toBe('not-writable');
  });
});

describe('tokens of chosen files', () => {
  it('serve until they are spent, and stand for nothing afterwards', async () => {
    const path = file('list.csv', 'a');
    const issued = new Map([['t-1', path]]);
    const take = (token: string): string | null => {
      const taken = issued.get(token) ?? null;
      issued.delete(token);
      return taken;
    };
    const files = createChosenFiles({ issue: () => '', look: (token) => issued.get(token) ?? null, take });
    expect((await files.open('t-1')).ok).toBe(true);
    expect((await files.open('t-1')).ok).toBe(true);
    files.spend('t-1');
    expect(await files.open('t-1')).toMatchObject({ ok: false, error: { code: 'unknown-token' } });
    expect(files.saveTarget('t-2')).toMatchObject({ ok: false, error: { code: 'unknown-token' } });
  });
});
