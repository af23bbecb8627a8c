import { refuse, refuseDamaged } from '../refusal.ts';
import { arePlain } from './plain-bytes.ts';

/** Characters that XML 1.0 forbids, as far as decoding lets them through. */
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/;

const LAST_ASCII = 0x7f;

const DECLARED = /^<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/;

/**
 * The characters of an XML part, from its bytes: UTF-8 or UTF-16, as a mark, the first bytes or the declaration say.
 * Line ends become LF, as XML asks. Bytes that are not text, characters that XML forbids and document types (the door
 * for entities that expand or read other files) are refused.
 */
export async function* xmlText(part: string, bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const opening = new XmlOpening(part);
  let carriage = '';
  for await (const chunk of bytes) {
    const plain = opening.takePlain(chunk);
    if (plain !== null && carriage === '') {
      yield plain;
      continue;
    }
    const text = plain ?? opening.decode(chunk);
    if (text === null) continue;
    const whole = carriage + text;
    carriage = whole.endsWith('\r') ? '\r' : '';
    const ready = carriage === '' ? whole : whole.slice(0, -1);
    if (ready !== '') yield checkText(part, ready);
  }
  const rest = carriage + opening.end();
  if (rest !== '') yield checkText(part, rest);
}

function checkText(part: string, text: string): string {
  if (FORBIDDEN.test(text)) refuseDamaged(`its part ${part} holds characters that XML forbids`, { part });
  return text.includes('\r') ? text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : text;
}

/** Settles the encoding of a part from its first bytes, then decodes. */
class XmlOpening {
  private readonly part: string;
  private head: Buffer | null = Buffer.alloc(0);
  private decoder: InstanceType<typeof TextDecoder> | null = null;
  /** Whether the decoder may hold the first bytes of a character. */
  private isWithin = false;

  constructor(part: string) {
    this.part = part;
  }

  /**
   * The characters of a chunk that needs neither decoding nor a check, as nearly all chunks of a sheet, else null. Not for the
   * first chunk, which tells the encoding, and not within a character.
   */
  takePlain(chunk: Buffer): string | null {
    if (this.decoder?.encoding !== 'utf-8' || this.isWithin || !arePlain(chunk)) return null;
    return chunk.toString('latin1');
  }

  /** Null while too little has come to tell the encoding. */
  decode(chunk: Buffer): string | null {
    if (this.decoder !== null) return this.attempt(this.decoder, chunk);
    this.head = Buffer.concat([this.head ?? Buffer.alloc(0), chunk]);
    return this.head.length < 256 ? null : this.open();
  }

  end(): string {
    const opened = this.decoder === null ? this.open() : '';
    return opened + this.attempt(this.decoder ?? new TextDecoder(), null);
  }

  private open(): string {
    const head = this.head ?? Buffer.alloc(0);
    this.head = null;
    const encoding = encodingOf(head);
    this.decoder = new TextDecoder(encoding, { fatal: true });
    const text = this.attempt(this.decoder, head);
    const declared = DECLARED.exec(text.slice(0, 256))?.[1]?.toLowerCase() ?? encoding;
    const family = encoding === 'utf-8' ? ['utf-8', 'utf8', 'us-ascii'] : ['utf-16', encoding];
    if (!family.includes(declared)) {
      refuse(
        'unsupported-feature',
        `The part ${this.part} is in the encoding ${declared}; workbooks use UTF-8 or UTF-16.`,
        {
          part: this.part,
          encoding: declared,
        },
      );
    }
    return text;
  }

  private attempt(decoder: InstanceType<typeof TextDecoder>, chunk: Buffer | null): string {
    if (chunk === null) return this.guarded(() => decoder.decode());
    this.isWithin = (chunk.at(-1) ?? 0) > LAST_ASCII;
    return this.guarded(() => decoder.decode(chunk, { stream: true }));
  }

  private guarded(decode: () => string): string {
    try {
      return decode();
    } catch {
      return refuseDamaged(`its part ${this.part} holds bytes that are not text`, { part: this.part });
    }
  }
}

function encodingOf(head: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [first, second] = head;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  return 'utf-8';
}
