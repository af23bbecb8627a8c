/**
 * Sets the time stamp of every entry of a zip archive to 2026-07-06 00:00, so that the same content gives the same bytes.
 * Walks the central directory from the end record; sizes and checksums stay as they are.
 */
export function steadyZip(zip: Buffer): Uint8Array {
  const bytes = Buffer.from(zip);
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0) throw new Error('sample data: not a zip archive');
  const count = bytes.readUInt16LE(end + 10);
  let entry = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    bytes.writeUInt32LE(DOS_TIME, entry + 12);
    bytes.writeUInt32LE(DOS_TIME, bytes.readUInt32LE(entry + 42) + 10);
    entry +=
      46 + bytes.readUInt16LE(entry + 28) + bytes.readUInt16LE(entry + 30) + bytes.readUInt16LE(entry + 32);
  }
  return bytes;
}

/** DOS date and time in one word: year from 1980, month, day in the upper half; midnight in the lower. */
const DOS_TIME = (((2026 - 1980) << 25) | (7 << 21) | (6 << 16)) >>> 0;
