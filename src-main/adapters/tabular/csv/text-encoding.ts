import { isAscii } from 'node:buffer';
import iconv from 'iconv-lite';
import { refuse } from '../refusal.ts';

/** What the bytes of a text file say about its encoding. */
export interface EncodingFinding {
  /** Name for {@link makeDecoder}: WHATWG label of the Unicode encodings, otherwise as known to iconv-lite. */
  readonly encoding: string;
  /** Bytes of the byte order mark to leave out. */
  readonly skip: number;
  /** True where neither a mark nor the bytes themselves prove the encoding. */
  readonly isGuess: boolean;
}

/** Facts about all bytes of a file, gathered chunk by chunk before it is read. */
export class ByteSurvey {
  private readonly utf8 = new TextDecoder('utf-8', { fatal: true });
  private utf8IsPossible = true;
  /** Whether the bytes so far may end in the middle of a character. */
  private endsInCharacter = false;
  private characters = 0;
  /** Not UTF-8, but with more characters of it than faults where the first fault stands. */
  private isMostlyUtf8 = false;
  private readonly nulsAt: [number, number] = [0, 0];
  private holdsUndefined1252 = false;
  private head = Buffer.alloc(0);
  /** The last three bytes so far. */
  private tail: readonly number[] = [];
  private length = 0;

  add(chunk: Buffer): void {
    if (this.head.length < 4) this.head = Buffer.concat([this.head, chunk.subarray(0, 4)]);
    this.tail = [...this.tail, ...chunk.subarray(-3)].slice(-3);
    if (this.utf8IsPossible) this.tryUtf8(chunk);
    this.countNuls(chunk);
    if (!this.utf8IsPossible && !this.holdsUndefined1252) {
      this.holdsUndefined1252 = UNDEFINED_IN_1252.some((byte) => chunk.includes(byte));
    }
    this.length += chunk.length;
  }

  private tryUtf8(chunk: Buffer): void {
    if (!this.endsInCharacter && isAscii(chunk)) {
      this.characters += chunk.length;
      return;
    }
    try {
      this.characters += this.utf8.decode(chunk, { stream: true }).length;
      this.endsInCharacter = (chunk.at(-1) ?? 0) >= BEYOND_ASCII;
    } catch {
      this.utf8IsPossible = false;
      const beyondAscii = new TextDecoder('utf-8').decode(chunk).match(/[^\u0000-\u007F]/g) ?? [];
      const faults = beyondAscii.filter((character) => character === '\uFFFD').length;
      const characters = beyondAscii.length - faults + Math.max(0, this.length - this.characters - 3);
      this.isMostlyUtf8 = characters > faults;
    }
  }

  private countNuls(chunk: Buffer): void {
    for (let at = chunk.indexOf(0); at !== -1; at = chunk.indexOf(0, at + 1)) {
      const parity = (this.length + at) % 2 === 0 ? 0 : 1;
      this.nulsAt[parity] += 1;
    }
  }

  /** What the file's own byte order mark says. */
  mark(): EncodingFinding | null {
    return findMark(this.head);
  }

  /** The encoding, or a refusal where no reading of the bytes is sure enough to be offered. */
  finish(): EncodingFinding {
    const marked = findMark(this.head);
    if (marked !== null) return marked;
    const wide = this.findWide();
    if (wide !== null) return wide;
    if (this.nulsAt[0] + this.nulsAt[1] > 0) {
      refuse('nul-character', 'The file holds NUL characters: it is not a text file, or it was damaged.', {
        count: this.nulsAt[0] + this.nulsAt[1],
      });
    }
    if (this.utf8IsPossible && this.endsWholeUtf8()) return { encoding: 'utf-8', skip: 0, isGuess: false };
    // Only the last character is cut: with others of several bytes before it this is UTF-8 all the same.
    if (this.utf8IsPossible && this.length - this.bytesOfCutCharacter() > this.characters) {
      refuse('truncated', 'The file ends in the middle of a character: it was cut off. Ask for it again.');
    }
    if (this.isMostlyUtf8) {
      refuse(
        'undecodable',
        'The text is UTF-8 with damaged places, or put together from several encodings.',
        {
          encoding: 'utf-8',
        },
      );
    }
    if (this.holdsUndefined1252) {
      refuse(
        'unknown-encoding',
        'The text is neither Unicode nor Windows-1252. Ask for the file as UTF-8, or name its encoding.',
      );
    }
    return { encoding: 'windows-1252', skip: 0, isGuess: true };
  }

  /** Bytes of the character that the file ends in the middle of. */
  private bytesOfCutCharacter(): number {
    return this.tail.length - this.tail.findLastIndex((byte) => byte >= 0xc0);
  }

  private endsWholeUtf8(): boolean {
    try {
      this.utf8.decode();
      return true;
    } catch {
      return false;
    }
  }

  /**
   * UTF-16 without a mark: every delimiter, digit and line end has a zero byte, all on the same side. A stray NUL
   * in an 8-bit text is rarer than one unit in twenty.
   */
  private findWide(): EncodingFinding | null {
    const [even, odd] = this.nulsAt;
    const units = this.length / 2;
    if (!Number.isInteger(units) || Math.max(even, odd) * 20 < units || Math.max(even, odd) === 0)
      return null;
    if (even === 0) return { encoding: 'utf-16le', skip: 0, isGuess: true };
    if (odd === 0) return { encoding: 'utf-16be', skip: 0, isGuess: true };
    return null;
  }
}

const BEYOND_ASCII = 0x80;

/** Bytes that stand for no character in Windows-1252. */
const UNDEFINED_IN_1252: readonly number[] = [0x81, 0x8d, 0x8f, 0x90, 0x9d];

function findMark(head: Buffer): EncodingFinding | null {
  const marks: readonly (readonly [string, readonly number[]])[] = [
    ['utf-32', [0xff, 0xfe, 0x00, 0x00]],
    ['utf-32', [0x00, 0x00, 0xfe, 0xff]],
    ['utf-8', [0xef, 0xbb, 0xbf]],
    ['utf-16le', [0xff, 0xfe]],
    ['utf-16be', [0xfe, 0xff]],
  ];
  const found = marks.find(([, bytes]) => bytes.every((byte, index) => head[index] === byte));
  if (found === undefined) return null;
  if (found[0] === 'utf-32') refuse('unknown-encoding', 'The text is in UTF-32. Ask for the file as UTF-8.');
  return { encoding: found[0], skip: found[1].length, isGuess: false };
}

/** Turns the bytes of a text, chunk by chunk, into characters; a byte that has no reading is refused, never replaced. */
export interface TextChunks {
  write(bytes: Buffer): string;
  end(): string;
}

const UNICODE: ReadonlySet<string> = new Set(['utf-8', 'utf-16le', 'utf-16be']);

const undecodable = (encoding: string): never =>
  refuse('undecodable', `The file holds bytes that are not text in the encoding ${encoding}.`, { encoding });

/** The name under which an encoding is reported: `UTF8` and `utf-8` are one. */
export function normalizeEncoding(name: string): string {
  const plain = name.trim().toLowerCase();
  if (plain === 'utf8') return 'utf-8';
  if (plain === 'utf-16' || plain === 'utf16le' || plain === 'utf16') return 'utf-16le';
  if (plain === 'utf16be') return 'utf-16be';
  if (plain === 'cp1252' || plain === 'win1252' || plain === 'windows1252') return 'windows-1252';
  return plain;
}

export function makeDecoder(encoding: string): TextChunks {
  if (UNICODE.has(encoding)) return makeUnicodeDecoder(encoding);
  if (!iconv.encodingExists(encoding)) {
    refuse('unknown-encoding', `The encoding ${JSON.stringify(encoding)} is not known.`, { encoding });
  }
  const decoder = iconv.getDecoder(encoding);
  const checked = (text: string): string => (text.includes('\uFFFD') ? undecodable(encoding) : text);
  return {
    write: (bytes) => checked(decoder.write(bytes)),
    end: () => checked(decoder.end() ?? ''),
  };
}

function makeUnicodeDecoder(encoding: string): TextChunks {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  const attempt = (decode: () => string): string => {
    try {
      return decode();
    } catch {
      return undecodable(encoding);
    }
  };
  /** Whether the decoder holds the beginning of a character; other encodings than UTF-8 have no bytes that are ASCII. */
  let isMidway = encoding !== 'utf-8';
  return {
    write: (bytes) => {
      if (!isMidway && isAscii(bytes)) return bytes.toString('latin1');
      const text = attempt(() => decoder.decode(bytes, { stream: true }));
      isMidway = encoding !== 'utf-8' || (bytes.at(-1) ?? 0) >= BEYOND_ASCII;
      return text;
    },
    end: () => attempt(() => decoder.decode()),
  };
}
