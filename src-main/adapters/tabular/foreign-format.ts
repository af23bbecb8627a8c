import { refuse } from './refusal.ts';
import { readChunks } from './source-file.ts';
import type { SourceFile } from './source-file.ts';

const COMPOUND_FILE = 'd0cf11e0a1b11ae1';
const SCAN_BYTES = 1024 * 1024;
const SCAN_LIMIT = 16 * SCAN_BYTES;

/** Beginnings of files that are sent by mistake, in hexadecimal. */
const OTHER_FORMATS: readonly (readonly [string, string])[] = [
  ['25504446', 'a PDF document'],
  ['1f8b', 'a compressed file (gzip)'],
  ['377abcaf271c', 'a compressed file (7-Zip)'],
  ['526172211a07', 'a compressed file (RAR)'],
  ['89504e47', 'a picture'],
  ['ffd8ff', 'a picture'],
  ['47494638', 'a picture'],
  ['504b0506', 'an empty ZIP container'],
  ['504b0708', 'a part of a split ZIP container'],
  ['53514c69746520', 'a database'],
];

/** Refuses, in words, files that are neither text nor a workbook of the open format. */
export async function refuseForeignFormat(file: SourceFile, head: Buffer): Promise<void> {
  const hex = head.toString('hex');
  const [, name] = OTHER_FORMATS.find(([start]) => hex.startsWith(start)) ?? [];
  if (name !== undefined)
    refuse('not-a-table', `This is ${name}, not a list. Ask for CSV or XLSX.`, { found: name });
  if (!hex.startsWith(COMPOUND_FILE)) return;
  if (await holdsName(file, 'EncryptedPackage')) {
    refuse('encrypted', 'The workbook is protected by a password. Ask for it without one.');
  }
  if ((await holdsName(file, 'Workbook')) || (await holdsName(file, 'Book'))) {
    refuse(
      'old-excel-format',
      'This is a workbook of the old format (.xls). Ask for it to be saved as .xlsx.',
    );
  }
  refuse('not-a-table', 'This is an old office document, not a list. Ask for CSV or XLSX.');
}

/** Looks for the name of a stream in the directory of a compound file. */
async function holdsName(file: SourceFile, name: string): Promise<boolean> {
  const wanted = Buffer.from(name, 'utf16le');
  let tail = Buffer.alloc(0);
  let scanned = 0;
  for await (const chunk of readChunks(file, 0, SCAN_BYTES)) {
    const window = Buffer.concat([tail, chunk]);
    if (window.includes(wanted)) return true;
    tail = Buffer.from(window.subarray(-wanted.length));
    scanned += chunk.length;
    if (scanned >= SCAN_LIMIT) return false;
  }
  return false;
}
