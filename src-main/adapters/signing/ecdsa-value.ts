/**
 * P-256 signatures in exactly one form.
 *
 * For every ECDSA signature (r, s) the pair (r, n - s) verifies as well, so anyone could change the bytes of a signed
 * report and it would still verify. We sign with s in the lower half of the order and accept nothing else, in DER
 * without slack, so that a signed report has one valid form only.
 */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const HALF_ORDER = ORDER / 2n;
const INTEGER_TAG = 0x02;
const SEQUENCE_TAG = 0x30;

/** From r and s side by side (64 bytes) to the one DER form. */
export function encodeEcdsaValue(raw: Uint8Array): Uint8Array {
  const bytes = Buffer.from(raw);
  const r = toNumber(bytes.subarray(0, 32));
  const s = toNumber(bytes.subarray(32));
  const lower = s > HALF_ORDER ? ORDER - s : s;
  const content = Buffer.concat([encodeInteger(r), encodeInteger(lower)]);
  return new Uint8Array(Buffer.concat([Buffer.from([SEQUENCE_TAG, content.length]), content]));
}

/** From the one DER form to r and s side by side; undefined for every other form. */
export function decodeEcdsaValue(der: Uint8Array): Uint8Array | undefined {
  const bytes = Buffer.from(der);
  const r = integerAt(bytes, 2);
  const s = r === undefined ? undefined : integerAt(bytes, 4 + r.length);
  if (r === undefined || s === undefined) return undefined;
  const raw = Buffer.concat([toRaw(r), toRaw(s)]);
  if (raw.length !== 64) return undefined;
  return Buffer.from(encodeEcdsaValue(raw)).equals(bytes) ? new Uint8Array(raw) : undefined;
}

function integerAt(bytes: Buffer, at: number): Buffer | undefined {
  const length = bytes[at + 1] ?? 0;
  if (bytes[at] !== INTEGER_TAG || length === 0 || length > 33 || at + 2 + length > bytes.length)
    return undefined;
  return bytes.subarray(at + 2, at + 2 + length);
}

function toRaw(integer: Buffer): Buffer {
  const digits = integer.length === 33 ? integer.subarray(1) : integer;
  return Buffer.concat([Buffer.alloc(32 - digits.length), digits]);
}

function toNumber(bytes: Buffer): bigint {
  return BigInt(`0x${bytes.toString('hex')}`);
}

function encodeInteger(value: bigint): Buffer {
  const hex = value.toString(16);
  const digits = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
  const first = digits[0] ?? 0;
  const content = first >= 0x80 ? Buffer.concat([Buffer.from([0]), digits]) : digits;
  return Buffer.concat([Buffer.from([INTEGER_TAG, content.length]), content]);
}
