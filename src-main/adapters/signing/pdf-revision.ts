/**
 * A further revision of a PDF (ISO 32000-1, 7.5.6): changed and new objects, a cross-reference table and a trailer
 * behind the bytes of the file, none of which is touched.
 */
import type { PDFObject } from 'pdf-lib';
import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFRef } from 'pdf-lib';
import type { PdfFile } from './pdf-file.ts';
import { arrayAt, entryOf, numberIn } from './pdf-file.ts';

/** Objects for the new revision. */
export interface PdfRevision {
  /** Reserves the number of a new object. */
  reserve(): PDFRef;
  /** Writes an object under this reference. */
  put(ref: PDFRef, object: PDFObject | Buffer): void;
  /** Writes cross-reference and trailer. */
  finish(identifier: Buffer): FinishedRevision;
}

/** The whole file with its new revision. */
export interface FinishedRevision {
  readonly bytes: Buffer;
  /** Where the content of each object of the revision begins. */
  readonly positions: ReadonlyMap<PDFRef, number>;
}

/** Begins a revision of a file. */
export function beginRevision(file: PdfFile): PdfRevision {
  const firstNew = numberIn(file.trailer, 'Size');
  if (firstNew === undefined) throw new Error('the trailer of the PDF has no Size');
  let size = firstNew;
  const objects = new Map<PDFRef, Buffer>();
  return {
    reserve: () => {
      size += 1;
      return PDFRef.of(size - 1);
    },
    put: (ref, object) => void objects.set(ref, Buffer.isBuffer(object) ? object : serialize(object)),
    finish: (identifier) => writeRevision(file, objects, size, identifier),
  };
}

function writeRevision(
  file: PdfFile,
  objects: ReadonlyMap<PDFRef, Buffer>,
  size: number,
  identifier: Buffer,
): FinishedRevision {
  const parts: Buffer[] = [file.bytes, Buffer.from('\n')];
  const offsets = new Map<PDFRef, number>();
  const positions = new Map<PDFRef, number>();
  let length = file.bytes.length + 1;
  const write = (part: Buffer): void => {
    parts.push(part);
    length += part.length;
  };
  const inOrder = [...objects].sort(([a], [b]) => a.objectNumber - b.objectNumber);
  for (const [ref, content] of inOrder) {
    offsets.set(ref, length);
    write(Buffer.from(`${ref.objectNumber} ${ref.generationNumber} obj\n`));
    positions.set(ref, length);
    write(content);
    write(Buffer.from('\nendobj\n'));
  }
  const crossReferenceAt = length;
  write(Buffer.from(crossReferenceTable(offsets)));
  write(Buffer.from('trailer\n'));
  write(serialize(trailerOf(file, size, identifier)));
  write(Buffer.from(`\nstartxref\n${crossReferenceAt}\n%%EOF\n`));
  return { bytes: Buffer.concat(parts), positions };
}

function crossReferenceTable(offsets: ReadonlyMap<PDFRef, number>): string {
  const runs: { first: number; entries: string[] }[] = [];
  for (const [ref, offset] of offsets) {
    const entry = `${String(offset).padStart(10, '0')} ${String(ref.generationNumber).padStart(5, '0')} n\r\n`;
    const run = runs.at(-1);
    if (run !== undefined && run.first + run.entries.length === ref.objectNumber) run.entries.push(entry);
    else runs.push({ first: ref.objectNumber, entries: [entry] });
  }
  return `xref\n${runs.map(({ first, entries }) => `${first} ${entries.length}\n${entries.join('')}`).join('')}`;
}

/** The first half of the identifier stays for the life of a document, the second is of this revision (14.4). */
function trailerOf(file: PdfFile, size: number, identifier: Buffer): PDFDict {
  const trailer = PDFDict.withContext(file.context);
  trailer.set(PDFName.of('Size'), PDFNumber.of(size));
  for (const key of ['Root', 'Info']) {
    const value = entryOf(file.trailer, key);
    if (value !== undefined) trailer.set(PDFName.of(key), value);
  }
  trailer.set(PDFName.of('Prev'), PDFNumber.of(file.crossReferenceAt));
  const revision = PDFHexString.of(identifier.toString('hex'));
  const both = PDFArray.withContext(file.context);
  both.push(arrayAt(file, file.trailer, 'ID')?.get(0) ?? revision);
  both.push(revision);
  trailer.set(PDFName.of('ID'), both);
  return trailer;
}

function serialize(object: PDFObject): Buffer {
  const buffer = Buffer.alloc(object.sizeInBytes());
  object.copyBytesInto(buffer, 0);
  return buffer;
}
