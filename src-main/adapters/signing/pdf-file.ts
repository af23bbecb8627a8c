/**
 * A PDF read as a viewer reads it: from the end, by its cross-reference tables, object by object on demand.
 *
 * Only classic tables are followed (what our typesetter and our signature write); a cross-reference stream is named,
 * not guessed at. Nothing is repaired: a file that does not add up is a finding. The cost is bound by the size of the
 * file and by the limits below, whatever is in it.
 */
import type { PDFObject } from 'pdf-lib';
import { PDFArray, PDFContext, PDFDict, PDFName, PDFObjectParser, PDFRef } from 'pdf-lib';
import type { ReportFinding } from '../../services/ports/signing.ts';
import type { Result } from '../../../shared/lib/result.ts';
import { err, ok } from '../../../shared/lib/result.ts';

/** A PDF whose cross-reference was read. */
export interface PdfFile {
  readonly bytes: Buffer;
  /** Of the newest cross-reference table. */
  readonly crossReferenceAt: number;
  readonly trailer: PDFDict;
  /** Where the objects in use stand, by number; null for one that was freed. */
  readonly objects: ReadonlyMap<number, ObjectPlace | null>;
  readonly context: PDFContext;
  /** Findings that do not hinder reading on. */
  readonly findings: readonly ReportFinding[];
}

interface ObjectPlace {
  readonly offset: number;
  readonly generation: number;
}

interface Section {
  readonly entries: ReadonlyMap<number, ObjectPlace | null>;
  readonly trailer: PDFDict;
}

const MOST_SECTIONS = 64;
const MOST_OBJECTS = 2_000_000;
const DEEPEST_REFERENCE = 16;
const ENTRY_LENGTH = 20;
const TAIL = /startxref\s+(\d{1,15})\s+%%EOF\s*$/;
const END_MARK = '%%EOF';

/** Reads the cross-reference of a PDF. */
export function readPdfFile(input: Uint8Array): Result<PdfFile, ReportFinding> {
  const bytes = Buffer.from(input.buffer, input.byteOffset, input.byteLength);
  const tail = readTail(bytes);
  if (!tail.ok) return tail;
  const context = PDFContext.create();
  const sections = readSections(bytes, tail.value.crossReferenceAt, context);
  if (!sections.ok) return sections;
  const [newest, ...older] = sections.value;
  const objects = new Map(newest.entries);
  for (const { entries } of older) {
    for (const [number, place] of entries) if (!objects.has(number)) objects.set(number, place);
    if (objects.size > MOST_OBJECTS) return err(unreadable('it claims more objects than any report has'));
  }
  return ok({ bytes, ...tail.value, trailer: newest.trailer, objects, context });
}

/** The object that a reference leads to; any other object as it stands; undefined where there is none to read. */
export function resolve(file: PdfFile, object: PDFObject | undefined): PDFObject | undefined {
  let current = object;
  for (let depth = 0; current instanceof PDFRef; depth += 1) {
    if (depth >= DEEPEST_REFERENCE) return undefined;
    current = readObject(file, current);
  }
  return current;
}

/** The dictionary that stands at a key, directly or by reference. */
export function dictAt(file: PdfFile, dict: PDFDict, key: string): PDFDict | undefined {
  const found = resolve(file, entryOf(dict, key));
  return found instanceof PDFDict ? found : undefined;
}

/** The array that stands at a key, directly or by reference. */
export function arrayAt(file: PdfFile, dict: PDFDict, key: string): PDFArray | undefined {
  const found = resolve(file, entryOf(dict, key));
  return found instanceof PDFArray ? found : undefined;
}

/** What stands at a key as it is, unresolved. pdf-lib's own `get` hides null objects, which nothing here asks for. */
export function entryOf(dict: PDFDict, key: string): PDFObject | undefined {
  return dict.get(PDFName.of(key));
}

/** True where the key holds this name. */
export function hasName(file: PdfFile, dict: PDFDict, key: string, name: string): boolean {
  return resolve(file, entryOf(dict, key)) === PDFName.of(name);
}

/** A non-negative whole number that stands directly at a key. */
export function numberIn(dict: PDFDict, key: string): number | undefined {
  const text = entryOf(dict, key)?.toString() ?? '';
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/** Reads one object afresh, so that the caller may change what it gets. */
export function readObject(file: PdfFile, ref: PDFRef): PDFObject | undefined {
  const place = file.objects.get(ref.objectNumber);
  if (place === undefined || place === null || place.generation !== ref.generationNumber) return undefined;
  const head = /^\s*(\d{1,10})\s+(\d{1,5})\s+obj(?=[\s<[(/])/.exec(latin(file.bytes, place.offset, 64));
  if (Number(head?.[1]) !== ref.objectNumber || Number(head?.[2]) !== ref.generationNumber) return undefined;
  return parseAt(file.bytes, place.offset + (head?.[0].length ?? 0), file.context);
}

function readTail(bytes: Buffer): Result<Pick<PdfFile, 'crossReferenceAt' | 'findings'>, ReportFinding> {
  if (bytes.length === 0) return err({ code: 'empty-file', message: 'The file is empty.' });
  if (!latin(bytes, 0, 5).startsWith('%PDF-')) {
    return err({ code: 'not-a-pdf', message: 'The file is not a PDF: it does not begin with %PDF-.' });
  }
  const atEnd = TAIL.exec(latin(bytes, Math.max(0, bytes.length - 128), 128));
  if (atEnd !== null) return ok({ crossReferenceAt: Number(atEnd[1]), findings: [] });
  const last = bytes.lastIndexOf(END_MARK);
  const end = last + END_MARK.length;
  const before = last < 0 ? null : TAIL.exec(latin(bytes, Math.max(0, end - 128), Math.min(128, end)));
  if (before === null) {
    return err({
      code: 'end-missing',
      message: 'The end of the PDF is missing: the file was cut short or overwritten.',
    });
  }
  const finding = {
    code: 'end-displaced',
    message: `The PDF ends at byte ${end}, but ${bytes.length - end} more bytes follow: something was added, or the file was cut short.`,
  };
  return ok({ crossReferenceAt: Number(before[1]), findings: [finding] });
}

/** The tables from the newest to the oldest. */
function readSections(
  bytes: Buffer,
  newestAt: number,
  context: PDFContext,
): Result<readonly [Section, ...Section[]], ReportFinding> {
  const newest = readSection(bytes, newestAt, context);
  if (!newest.ok) return newest;
  const sections: [Section, ...Section[]] = [newest.value];
  const seen = new Set([newestAt]);
  for (let at = numberIn(newest.value.trailer, 'Prev'); at !== undefined;) {
    if (seen.has(at) || seen.size >= MOST_SECTIONS) {
      return err(unreadable('its cross-reference tables run in a circle or are too many'));
    }
    seen.add(at);
    const section = readSection(bytes, at, context);
    if (!section.ok) return section;
    sections.push(section.value);
    at = numberIn(section.value.trailer, 'Prev');
  }
  return ok(sections);
}

function readSection(bytes: Buffer, at: number, context: PDFContext): Result<Section, ReportFinding> {
  const start = /^\s*xref\s*?\r?\n/.exec(latin(bytes, at, 32));
  if (start === null) {
    if (/^\s*\d+\s+\d+\s+obj/.test(latin(bytes, at, 64))) {
      const message =
        'The file keeps its cross-reference as a stream, which no report signed by Tickmark does.';
      return err({ code: 'cross-reference-stream', message });
    }
    return err(unreadable(`at byte ${at}, where its cross-reference table should stand, there is none`));
  }
  const entries = new Map<number, ObjectPlace | null>();
  let position = at + start[0].length;
  for (;;) {
    const line = /^\s*(?:(\d{1,10}) (\d{1,10})\s*?\r?\n|trailer)/.exec(latin(bytes, position, 64));
    if (line === null) return err(unreadable(`its cross-reference table breaks off at byte ${position}`));
    position += line[0].length;
    if (line[1] === undefined) break;
    const next = readEntries(bytes, position, Number(line[1]), Number(line[2]), entries);
    if (next === undefined)
      return err(unreadable(`its cross-reference table holds a false entry after byte ${position}`));
    position = next;
  }
  const trailer = parseAt(bytes, position, context);
  if (!(trailer instanceof PDFDict))
    return err(unreadable(`its trailer at byte ${position} is no dictionary`));
  if (entryOf(trailer, 'XRefStm') !== undefined)
    return err(unreadable('it mixes two kinds of cross-reference'));
  return ok({ entries, trailer });
}

function readEntries(
  bytes: Buffer,
  at: number,
  first: number,
  count: number,
  entries: Map<number, ObjectPlace | null>,
): number | undefined {
  const end = at + count * ENTRY_LENGTH;
  if (end > bytes.length || entries.size + count > MOST_OBJECTS) return undefined;
  for (let index = 0; index < count; index += 1) {
    const entry = /^(\d{10}) (\d{5}) ([nf])[ \r\n]{2}$/.exec(
      latin(bytes, at + index * ENTRY_LENGTH, ENTRY_LENGTH),
    );
    if (entry === null) return undefined;
    const place = { offset: Number(entry[1]), generation: Number(entry[2]) };
    entries.set(first + index, entry[3] === 'n' ? place : null);
  }
  return end;
}

function parseAt(bytes: Buffer, offset: number, context: PDFContext): PDFObject | undefined {
  if (offset >= bytes.length) return undefined;
  try {
    return PDFObjectParser.forBytes(bytes.subarray(offset), context).parseObject();
  } catch {
    // Whatever the parser stumbles over, there is no object to read here; the caller says what is missing.
    return undefined;
  }
}

function latin(bytes: Buffer, at: number, length: number): string {
  return bytes.toString('latin1', at, at + length);
}

function unreadable(why: string): ReportFinding {
  return { code: 'cross-reference-unreadable', message: `The file cannot be followed as a PDF: ${why}.` };
}
