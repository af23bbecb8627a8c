/** Walking parsed ASN.1 without trust: what is not there or of another kind is undefined or empty, never an error. */
import type { AsnType } from 'asn1js';
import { Constructed, fromBER, ObjectIdentifier, OctetString } from 'asn1js';

/** The first value in the bytes. */
export function parseTree(bytes: Uint8Array): AsnType | undefined {
  try {
    const { offset, result } = fromBER(Uint8Array.from(bytes));
    return offset < 0 ? undefined : result;
  } catch {
    // The library throws at its limits of depth, number and size as it does at malformed bytes.
    return undefined;
  }
}

/** The parts of a constructed value. */
export function childrenOf(node: AsnType | undefined): readonly AsnType[] {
  return node instanceof Constructed ? node.valueBlock.value : [];
}

/** One part of a constructed value. */
export function childAt(node: AsnType | undefined, index: number): AsnType | undefined {
  return childrenOf(node)[index];
}

/** The bytes that the value was read from, tag and length included. */
export function rawOf(node: AsnType | undefined): Uint8Array {
  return node?.valueBeforeDecodeView ?? new Uint8Array(0);
}

/** The dotted text of an object identifier, else an empty text. */
export function oidOf(node: AsnType | undefined): string {
  return node instanceof ObjectIdentifier ? node.getValue() : '';
}

/** The content of an octet string. */
export function octetsOf(node: AsnType | undefined): Buffer | undefined {
  return node instanceof OctetString ? Buffer.from(node.getValue()) : undefined;
}
