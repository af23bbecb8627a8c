import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  createOutsideCopies,
  noOutsideCopies,
} from '../../../../../src-main/adapters/evidence-files/outside-copies.ts';

const base = mkdtempSync(join(tmpdir(), 'tickmark-outside-'));
const folder = join(base, 'opened');
afterAll(() => {
  rmSync(base, { recursive: true, force: true });
});

const bytes = Buffer.from('a letter');
const sha256 = createHash('sha256').update(bytes).digest('hex');

describe('copies that are opened outside', () => {
  it('are read-only, in a folder that only its owner enters, and removed at the end', async () => {
    const opened: string[] = [];
    const copies = createOutsideCopies(folder, (path) => {
      opened.push(path);
      return Promise.resolve('');
    });
    for (const name of ['letter.docx', 'letter.docx'])
      expect(await copies.open(name, [bytes], sha256)).toEqual({ ok: true, value: { size: 8 } });
    expect(opened.map((path) => basename(path))).toEqual(['letter.docx', 'letter.docx']);
    expect(new Set(opened).size).toBe(2);
    const [first = ''] = opened;
    expect(readFileSync(first, 'utf8')).toBe('a letter');
    if (process.platform !== 'win32') {
      expect((statSync(first).mode & 0o777).toString(8)).toBe('400');
      expect((statSync(folder).mode & 0o777).toString(8)).toBe('700');
    }
    copies.removeAll();
    expect(existsSync(folder)).toBe(false);
  });

  it('are never opened where their bytes are not those on record', async () => {
    const opened: string[] = [];
    const copies = createOutsideCopies(folder, (path) => {
      opened.push(path);
      return Promise.resolve('');
    });
    const refused = await copies.open('letter.docx', [Buffer.from('other')], sha256);
    expect(refused).toMatchObject({ ok: false, error: { code: 'altered' } });
    expect(opened).toEqual([]);
    expect(
      readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()),
    ).toEqual([]);
  });

  it('say so where nothing on the system opens them', async () => {
    const copies = createOutsideCopies(folder, () => Promise.resolve('Failed to open path'));
    expect(await copies.open('letter.docx', [bytes], sha256)).toMatchObject({
      error: { code: 'no-program' },
    });
    expect(await noOutsideCopies.open('letter.docx', [bytes], sha256)).toMatchObject({
      error: { code: 'no-program' },
    });
  });

  it('of an earlier run are gone at the next start', () => {
    mkdirSync(join(folder, 'left'), { recursive: true });
    writeFileSync(join(folder, 'left', 'letter.docx'), 'left behind', { mode: 0o400 });
    createOutsideCopies(folder, () => Promise.resolve(''));
    expect(existsSync(folder)).toBe(false);
  });
});
