/** Which bytes a signature covers, and whether that is all of the file but the place of the signature itself. */
import { createHash } from 'node:crypto';
import type { ReportFinding } from '../../services/ports/signing.ts';
import type { FoundSignature } from './find-signature.ts';

/** The outcome for one signature. */
export interface SignedBytes {
  /** SHA-256 of the bytes that the signature names; undefined where they cannot be made out. */
  readonly digest: Buffer | undefined;
  /** The bytes of the signature without padding; undefined where they cannot be made out. */
  readonly cms: Buffer | undefined;
  readonly coversWholeFile: boolean;
  readonly problems: readonly ReportFinding[];
}

const LESS_THAN = 0x3c;
const GREATER_THAN = 0x3e;
const SEQUENCE_TAG = 0x30;

/** Checks ByteRange, the gap in it and the padding of the signature. */
export function readSignedBytes(bytes: Buffer, found: FoundSignature): SignedBytes {
  const nothing = { digest: undefined, cms: undefined, coversWholeFile: false };
  if (found.byteRange === undefined) {
    const message = 'The signature does not name the bytes it covers as four plain numbers.';
    return { ...nothing, problems: [{ code: 'byte-range-malformed', message }] };
  }
  const [start, gapStart, gapEnd, rest] = found.byteRange;
  if (start !== 0 || gapEnd <= gapStart || gapEnd + rest > bytes.length) {
    const message = `The signature names bytes ${start} to ${gapStart} and ${gapEnd} to ${gapEnd + rest} of a file of ${bytes.length}: the file was rewritten or cut short.`;
    return { ...nothing, problems: [{ code: 'byte-range-outside-file', message }] };
  }
  const after = bytes.length - gapEnd - rest;
  const digest = createHash('sha256')
    .update(bytes.subarray(0, gapStart))
    .update(bytes.subarray(gapEnd, gapEnd + rest))
    .digest();
  const gap = readGap(bytes.subarray(gapStart, gapEnd), gapStart, found.contents);
  const appended: ReportFinding[] =
    after === 0
      ? []
      : [
          {
            code: 'bytes-after-signature',
            message: `${after} bytes were added after the signed part, which ends at byte ${gapEnd + rest}.`,
          },
        ];
  return {
    digest,
    cms: gap.cms,
    coversWholeFile: after === 0 && gap.problems.length === 0,
    problems: [...appended, ...gap.problems],
  };
}

/** The gap has to be the text of Contents and nothing else: one signature in DER, then zeros, in lower-case digits. */
function readGap(
  gap: Buffer,
  at: number,
  contents: string,
): { readonly cms: Buffer | undefined; readonly problems: readonly ReportFinding[] } {
  const text = gap.toString('latin1', 1, gap.length - 1);
  if (gap[0] !== LESS_THAN || gap[gap.length - 1] !== GREATER_THAN || text !== contents) {
    const message = `The part of the file left out of the signature (from byte ${at}, ${gap.length} bytes) is not the signature itself.`;
    return { cms: undefined, problems: [{ code: 'gap-not-signature', message }] };
  }
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/.test(text)) {
    const message = `The signature at byte ${at} is not written in lower-case hexadecimal digits: its bytes were changed.`;
    return { cms: undefined, problems: [{ code: 'signature-text-changed', message }] };
  }
  const padded = Buffer.from(text, 'hex');
  const length = derLength(padded);
  if (length === undefined || length > padded.length) {
    const message = `The signature at byte ${at} is not whole: its bytes were changed.`;
    return { cms: undefined, problems: [{ code: 'signature-unreadable', message }] };
  }
  const stray = padded.subarray(length).findIndex((byte) => byte !== 0);
  const cms = padded.subarray(0, length);
  if (stray < 0) return { cms, problems: [] };
  const place = at + 1 + 2 * (length + stray);
  const message = `The unused room behind the signature holds something other than zeros at byte ${place}.`;
  return { cms, problems: [{ code: 'padding-changed', message }] };
}

/** Length of the value that begins the bytes, tag and length octets included. */
function derLength(bytes: Buffer): number | undefined {
  const first = bytes[1];
  if (bytes[0] !== SEQUENCE_TAG || first === undefined) return undefined;
  if (first < 0x80) return 2 + first;
  const digits = first & 0x7f;
  if (digits === 0 || digits > 4 || bytes.length < 2 + digits) return undefined;
  return 2 + digits + bytes.readUIntBE(2, digits);
}
