import { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { fromFd } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { LIMITS } from '../limits.ts';
import { TableRefusal, refuse, refuseDamaged } from '../refusal.ts';
import { readRange } from '../source-file.ts';
import type { SourceFile } from '../source-file.ts';

const LOCAL_HEADER_BYTES = 30;
const LOCAL_HEADER_SIGNATURE = 0x04034b50;
const ENCRYPTED_FLAG = 1;
const STORED = 0;
const DEFLATED = 8;
const CHUNK_BYTES = 1024 * 1024;

/** The parts of a workbook by name. Names are compared without regard to case, as the packaging standard asks. */
export interface ZipPackage {
  has(partName: string): boolean;
  /**
   * The bytes of a part, inflated. Size, ratio and checksum are checked against what is really there; a difference
   * is refused, at the latest at the end. `onProgress` gets stored bytes done and in all.
   */
  read(partName: string, onProgress?: (done: number, total: number) => void): AsyncGenerator<Buffer>;
}

/** Reads the container's directory and refuses one that could be read in two ways. */
export async function openPackage(file: SourceFile): Promise<ZipPackage> {
  if (file.size > LIMITS.workbookBytes) {
    refuse('too-large', `The workbook is larger than ${LIMITS.workbookBytes / 1024 / 1024} MB.`, {
      bytes: file.size,
      limit: LIMITS.workbookBytes,
    });
  }
  const entries = await listEntries(file);
  checkOverlaps(entries, file.size);
  const byName = indexByName(entries);
  let inflated = 0;
  const count = (bytes: number): void => {
    inflated += bytes;
    if (inflated > LIMITS.totalBytes) refuseExpansion('The workbook', inflated, LIMITS.totalBytes);
  };
  return {
    has: (partName) => byName.has(partName.toLowerCase()),
    read: (partName, onProgress) => {
      const entry = byName.get(partName.toLowerCase());
      if (entry === undefined) return refuseDamaged(`its part ${partName} is missing`, { part: partName });
      return readEntry(file, entry, count, onProgress);
    },
  };
}

const refuseExpansion = (what: string, bytes: number, limit: number): never =>
  refuse('expands-too-much', `${what} expands to more than is accepted; it is not read.`, { bytes, limit });

function listEntries(file: SourceFile): Promise<readonly Entry[]> {
  return new Promise((resolve, reject) => {
    fromFd(file.handle.fd, { lazyEntries: true, autoClose: false }, (error, zip) => {
      if (error !== null) reject(directoryRefusal(error));
      else collectEntries(zip).then(resolve, reject);
    });
  });
}

function collectEntries(zip: ZipFile): Promise<readonly Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('error', (error: Error) => reject(directoryRefusal(error)));
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      if (entries.length <= LIMITS.entries) zip.readEntry();
      else reject(tooManyEntries());
    });
    zip.readEntry();
  });
}

const asRefusal = (stop: () => never): TableRefusal => {
  try {
    return stop();
  } catch (error) {
    if (error instanceof TableRefusal) return error;
    throw error;
  }
};

const tooManyEntries = (): TableRefusal =>
  asRefusal(() =>
    refuse('too-large', `The workbook has more than ${LIMITS.entries} parts.`, { limit: LIMITS.entries }),
  );

/** The container library's complaints, in our words. */
function directoryRefusal(error: Error): TableRefusal {
  const said = error.message;
  return asRefusal(() => {
    if (/encrypt/i.test(said))
      refuse('encrypted', 'The workbook is encrypted. Ask for it without a password.');
    if (/relative path|absolute path|invalid characters in fileName/i.test(said)) {
      refuse('unsafe-entry-name', 'A part of the workbook has a name that leads outside it.');
    }
    if (/end of central directory|unexpected EOF/i.test(said)) {
      refuse('truncated', 'The workbook is incomplete: its directory is missing. Ask for the file again.');
    }
    if (/size mismatch/i.test(said))
      refuse('size-mismatch', 'A part of the workbook has not the size it states.');
    return refuseDamaged('its directory cannot be read');
  });
}

function indexByName(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  const byName = new Map<string, Entry>();
  for (const entry of entries) {
    const name = entry.fileName.toLowerCase();
    if (byName.has(name)) {
      refuse(
        'duplicate-entry',
        `The workbook holds two parts named ${entry.fileName}: it can be read in two ways.`,
        {
          part: entry.fileName,
        },
      );
    }
    byName.set(name, entry);
  }
  return byName;
}

/** Parts that share bytes are how small files pretend to be large ones. */
function checkOverlaps(entries: readonly Entry[], fileSize: number): void {
  const ordered = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  for (const [index, entry] of ordered.entries()) {
    const end =
      entry.relativeOffsetOfLocalHeader + LOCAL_HEADER_BYTES + entry.fileNameLength + entry.compressedSize;
    const next = ordered[index + 1]?.relativeOffsetOfLocalHeader ?? fileSize;
    if (end > next) {
      refuse('overlapping-entries', 'Parts of the workbook overlap: it can be read in two ways.', {
        part: entry.fileName,
      });
    }
  }
}

/** Where an entry's bytes begin, after checking that its own header tells the same as the directory. */
async function findData(file: SourceFile, entry: Entry): Promise<number> {
  const header = Buffer.alloc(LOCAL_HEADER_BYTES + entry.fileNameLength);
  const start = entry.relativeOffsetOfLocalHeader;
  const { bytesRead } = await file.handle.read(header, 0, header.length, start);
  if (bytesRead < header.length || header.readUInt32LE(0) !== LOCAL_HEADER_SIGNATURE) {
    refuseDamaged(`its part ${entry.fileName} is not where the directory says`, { part: entry.fileName });
  }
  const sameName =
    header.readUInt16LE(26) === entry.fileNameLength &&
    header.toString('utf8', LOCAL_HEADER_BYTES).replaceAll('\\', '/') === entry.fileName;
  if (!sameName) {
    refuse(
      'duplicate-entry',
      `The part ${entry.fileName} has another name in its own header: the workbook can be read in two ways.`,
      {
        part: entry.fileName,
      },
    );
  }
  return start + header.length + header.readUInt16LE(28);
}

async function* readEntry(
  file: SourceFile,
  entry: Entry,
  count: (bytes: number) => void,
  onProgress?: (done: number, total: number) => void,
): AsyncGenerator<Buffer> {
  checkMethod(entry);
  const part = entry.fileName;
  const start = await findData(file, entry);
  let size = 0;
  let checksum = 0;
  const chunks =
    entry.compressionMethod === STORED ? storedBytes(file, entry, start) : inflatedBytes(file, entry, start);
  for await (const { bytes, consumed } of chunks) {
    size += bytes.length;
    count(bytes.length);
    checkExpansion(part, size, consumed);
    if (size > entry.uncompressedSize) refuseSize(part, entry.uncompressedSize);
    checksum = crc32(bytes, checksum);
    onProgress?.(consumed, entry.compressedSize);
    yield bytes;
  }
  if (size !== entry.uncompressedSize) refuseSize(part, entry.uncompressedSize);
  if (checksum !== entry.crc32) refuseDamaged(`the checksum of its part ${part} does not agree`, { part });
}

function checkMethod(entry: Entry): void {
  if ((entry.generalPurposeBitFlag & ENCRYPTED_FLAG) !== 0) {
    refuse('encrypted', 'The workbook is encrypted. Ask for it without a password.');
  }
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) {
    refuse(
      'unsupported-feature',
      `A part of the workbook is compressed in an unusual way (method ${entry.compressionMethod}). Save it again in a spreadsheet program.`,
      {
        part: entry.fileName,
        method: entry.compressionMethod,
      },
    );
  }
}

const refuseSize = (part: string, stated: number): never =>
  refuse('size-mismatch', `The part ${part} has not the size that the workbook states.`, { part, stated });

function checkExpansion(part: string, size: number, consumed: number): void {
  if (size > LIMITS.partBytes) refuseExpansion(`The part ${part}`, size, LIMITS.partBytes);
  if (size > LIMITS.ratioFromBytes && size > Math.max(consumed, 1) * LIMITS.ratio) {
    refuseExpansion(`The part ${part}`, size, LIMITS.ratioFromBytes);
  }
}

interface Piece {
  readonly bytes: Buffer;
  /** Stored bytes used up to here. */
  readonly consumed: number;
}

async function* storedBytes(file: SourceFile, entry: Entry, start: number): AsyncGenerator<Piece> {
  if (entry.compressedSize === 0) return;
  let consumed = 0;
  for await (const bytes of readRange(file, start, entry.compressedSize, CHUNK_BYTES)) {
    consumed += bytes.length;
    yield { bytes, consumed };
  }
}

async function* inflatedBytes(file: SourceFile, entry: Entry, start: number): AsyncGenerator<Piece> {
  if (entry.compressedSize === 0) refuseSize(entry.fileName, entry.uncompressedSize);
  const source = Readable.from(readRange(file, start, entry.compressedSize, CHUNK_BYTES), {
    objectMode: false,
  });
  const inflate = createInflateRaw({ chunkSize: CHUNK_BYTES });
  source.on('error', (error: Error) => inflate.destroy(error));
  source.pipe(inflate);
  try {
    // The stream is made of buffers: no encoding was set on it.
    for await (const bytes of inflate as AsyncIterable<Buffer>)
      yield { bytes, consumed: inflate.bytesWritten };
  } catch (error) {
    if (error instanceof TableRefusal) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'Z_BUF_ERROR') {
      refuse('truncated', `The part ${entry.fileName} is incomplete. Ask for the file again.`, {
        part: entry.fileName,
      });
    }
    refuseDamaged(`its part ${entry.fileName} cannot be expanded`, { part: entry.fileName });
  } finally {
    source.destroy();
    inflate.destroy();
  }
  if (inflate.bytesWritten !== entry.compressedSize) refuseSize(entry.fileName, entry.uncompressedSize);
}
