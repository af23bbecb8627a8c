import type { Input, Output } from '../../../app/client.ts';
import { shownDate } from '../../../ui/form/typed-date.ts';

/** A file of the engagement. */
export type EvidenceFile = Output<'evidence.list'>['files'][number];
/** What a file may support. */
export type EvidenceTarget = NonNullable<Input<'evidence.attach'>['target']>;

/** How a file can be looked at. Client HTML is shown as text, never drawn. */
export type Look = 'image' | 'pdf' | 'text' | 'other';

const TEXTS = ['application/json', 'application/xml', 'application/yaml', 'message/rfc822'];
const IMAGES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

/** How a file of a media type is shown. */
export function lookOf(mime: string): Look {
  if (IMAGES.includes(mime)) return 'image';
  if (mime === 'application/pdf') return 'pdf';
  return mime.startsWith('text/') || TEXTS.includes(mime) ? 'text' : 'other';
}

/** The day or span for which a file speaks; empty where nobody said. */
export function speaksFor({ asOf, coversFrom, coversTo }: EvidenceFile): string {
  if (coversFrom !== null && coversTo !== null) {
    return coversFrom === coversTo
      ? shownDate(coversFrom)
      : `${shownDate(coversFrom)} to ${shownDate(coversTo)}`;
  }
  return asOf === null ? '' : shownDate(asOf);
}

/** When and from whom a file came: "13 Jul 2026, from People portal, request R-031". */
export function receivedWords(file: EvidenceFile): string {
  const from = [file.sourcePerson, file.sourceSystem].filter((part) => part !== '').join(', ');
  const request = file.requestCode === null ? '' : `request ${file.requestCode}`;
  return [shownDate(file.receivedOn), from === '' ? '' : `from ${from}`, request]
    .filter((part) => part !== '')
    .join(', ');
}

/** The size of a file: 812 bytes, 14 KB, 3.2 MB. */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${String(bytes)} bytes`;
  if (bytes < 1_000_000) return `${String(Math.round(bytes / 1000))} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** As much of a text as is shown; a longer file is saved as a copy and read elsewhere. */
const MOST_CHARACTERS = 200_000;

/** The text of a file: UTF-8, UTF-16 where a mark says so, else Windows-1252; `isCut` where there is more. */
export function decodedText(bytes: Uint8Array): { readonly text: string; readonly isCut: boolean } {
  const decoded = decode(bytes.subarray(0, MOST_CHARACTERS * 4));
  return { text: decoded.slice(0, MOST_CHARACTERS), isCut: decoded.length > MOST_CHARACTERS };
}

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    // Streaming leaves a character alone that the cut of a long file went through.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
