/**
 * Writes ZIP archives (APPNOTE.TXT 6.3, without ZIP64 and encryption), piece by piece, so that a large file is never in
 * memory whole. Every entry bears the same time, so that the same content gives the same bytes.
 */
import { constants, crc32, deflateRawSync } from 'node:zlib';
import { ArchiveTooLargeError, type ArchiveEntry, type ArchivePort } from '../../services/ports/archive.ts';

/** Sizes and checksum follow the content; names are UTF-8. */
const FLAGS = 0x0808;
const VERSION = 20;
/** 1 January 1980, midnight: the first moment that the format knows. */
const DOS_TIME = 0x0021_0000;
const MOST_BYTES = 0xffff_fffe;
const MOST_ENTRIES = 0xffff;
/** Content is compressed in pieces of this many bytes. */
const PIECE = 1 << 20;
/** An empty last block: ends a compressed content whose blocks stand for themselves. */
const LAST_BLOCK = Buffer.from([0x03, 0x00]);

/** What the central directory says of an entry. */
interface Written {
  readonly name: Buffer;
  readonly method: 0 | 8;
  readonly crc: number;
  readonly compressed: number;
  readonly size: number;
  readonly offset: number;
}

/** Archives in ZIP format. */
export const zipArchive: ArchivePort = { archive };

function* archive(entries: readonly ArchiveEntry[]): Generator<Uint8Array> {
  if (entries.length > MOST_ENTRIES) throw new ArchiveTooLargeError();
  const written: Written[] = [];
  let offset = 0;
  for (const entry of entries) {
    const start = offset;
    const content = yield* writeEntry(entry);
    offset += content.length;
    if (offset > MOST_BYTES || content.size > MOST_BYTES) throw new ArchiveTooLargeError();
    written.push({ ...content, offset: start });
  }
  const directory = Buffer.concat(written.map(directoryHeader));
  yield directory;
  yield endRecord(written.length, directory.length, offset);
}

type Content = Omit<Written, 'offset'> & { readonly length: number };

function* writeEntry({ path, chunks, isCompressed }: ArchiveEntry): Generator<Uint8Array, Content> {
  const name = Buffer.from(path, 'utf8');
  const method = isCompressed ? 0 : 8;
  const header = localHeader(name, method);
  yield header;
  let [crc, size, compressed] = [0, 0, 0];
  for (const piece of inPieces(chunks())) {
    crc = crc32(piece, crc);
    size += piece.length;
    const stored = method === 0 ? piece : deflateRawSync(piece, { finishFlush: constants.Z_SYNC_FLUSH });
    compressed += stored.length;
    yield stored;
  }
  if (method === 8) {
    compressed += LAST_BLOCK.length;
    yield LAST_BLOCK;
  }
  const descriptor = words(0x0807_4b50, crc, compressed, size);
  yield descriptor;
  const length = header.length + compressed + descriptor.length;
  return { name, method, crc, compressed, size, length };
}

/** The content in pieces of a size that is worth compressing. */
function* inPieces(chunks: Iterable<Uint8Array>): Generator<Uint8Array> {
  let held: Uint8Array[] = [];
  let length = 0;
  for (const chunk of chunks) {
    held.push(chunk);
    length += chunk.length;
    if (length >= PIECE) {
      yield Buffer.concat(held);
      [held, length] = [[], 0];
    }
  }
  if (length > 0) yield Buffer.concat(held);
}

function localHeader(name: Buffer, method: number): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x0403_4b50, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(FLAGS, 6);
  header.writeUInt16LE(method, 8);
  header.writeUInt32LE(DOS_TIME, 10);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

function directoryHeader({ name, method, crc, compressed, size, offset }: Written): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x0201_4b50, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(VERSION, 6);
  header.writeUInt16LE(FLAGS, 8);
  header.writeUInt16LE(method, 10);
  header.writeUInt32LE(DOS_TIME, 12);
  header.writeUInt32LE(crc, 16);
  header.writeUInt32LE(compressed, 20);
  header.writeUInt32LE(size, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, name]);
}

function endRecord(entries: number, directoryLength: number, directoryOffset: number): Buffer {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x0605_4b50, 0);
  record.writeUInt16LE(entries, 8);
  record.writeUInt16LE(entries, 10);
  record.writeUInt32LE(directoryLength, 12);
  record.writeUInt32LE(directoryOffset, 16);
  return record;
}

function words(...values: readonly number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) buffer.writeUInt32LE(value, index * 4);
  return buffer;
}
