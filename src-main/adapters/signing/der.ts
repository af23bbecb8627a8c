/** The few pieces of DER (ITU-T X.690) that a signature is built of. */
import { ObjectIdentifier } from 'asn1js';

/** Tag bytes by what they hold. */
export const TAG = {
  integer: 0x02,
  octetString: 0x04,
  null: 0x05,
  sequence: 0x30,
  set: 0x31,
  context0: 0xa0,
} as const;

/** One value: tag, shortest length, content. */
export function encodeValue(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const content = Buffer.concat(parts);
  return new Uint8Array(Buffer.concat([Buffer.from([tag]), encodeLength(content.length), content]));
}

/** A set, its members in the order that DER asks for. */
export function encodeSetOf(tag: number, members: readonly Uint8Array[]): Uint8Array {
  return encodeValue(tag, ...[...members].sort((a, b) => Buffer.compare(a, b)));
}

/** An object identifier from its dotted text. */
export function encodeOid(dotted: string): Uint8Array {
  return new Uint8Array(new ObjectIdentifier({ value: dotted }).toBER(false));
}

function encodeLength(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  const hex = length.toString(16);
  const digits = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
  return Buffer.concat([Buffer.from([0x80 | digits.length]), digits]);
}
