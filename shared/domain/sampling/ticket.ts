/**
 * The lottery ticket of a record under a seed, as in the published consistent-sampling algorithm (Rivest, 2018), so that
 * anyone with a SHA-256 tool can redraw a sample. Digests are 64 lower-case hexadecimal digits throughout.
 */

/** The digits at the front of a ticket that `leadingDigits` gives. */
export const LEADING_DIGITS = 12;

const DIGEST_DIGITS = 64;
const SHORTEST_TICKET = 64;
const MODULUS = 10 ** LEADING_DIGITS;

// 16^i modulo 10^12 by distance from the end. Sixty-four products of a hexadecimal digit and twelve decimal digits stay
// below 10^15, so their sum is exact.
const WEIGHTS = Array.from({ length: DIGEST_DIGITS }, (_, index) =>
  Number(16n ** BigInt(index) % BigInt(MODULUS)),
);

// 0 to 999 read backwards: 007 is 700.
const REVERSED = Array.from(
  { length: 1000 },
  (_, value) => (value % 10) * 100 + (Math.floor(value / 10) % 10) * 10 + Math.floor(value / 100),
);

/**
 * The ticket of a digest: the digest as an integer, in decimal padded with zeros to at least 64 digits, its digits
 * reversed. Tickets are compared as text; the longest has 78 digits, and one that begins another comes first.
 */
export function ticketOf(digest: string): string {
  const digits = integerOf(digest).toString().padStart(SHORTEST_TICKET, '0');
  let reversed = '';
  for (let index = digits.length - 1; index >= 0; index -= 1) reversed += digits.charAt(index);
  return reversed;
}

/**
 * The first twelve digits of the digest's ticket as a number, without making the ticket. Where two differ they order the
 * tickets; where they are equal the tickets themselves decide.
 */
export function leadingDigits(digest: string): number {
  let sum = 0;
  for (let index = 0; index < DIGEST_DIGITS; index += 1) {
    sum += hexValue(digest.charCodeAt(DIGEST_DIGITS - 1 - index)) * (WEIGHTS[index] ?? 0);
  }
  let rest = sum % MODULUS;
  let reversed = 0;
  for (let group = 0; group < LEADING_DIGITS / 3; group += 1) {
    reversed = reversed * 1000 + (REVERSED[rest % 1000] ?? 0);
    rest = Math.floor(rest / 1000);
  }
  return reversed;
}

/** The digest read as an integer. */
export function integerOf(digest: string): bigint {
  return BigInt(`0x${digest}`);
}

/** The value of a digit from its character code: `0` to `9` are 48 to 57, `a` to `f` are 97 to 102. */
function hexValue(code: number): number {
  return code < 97 ? code - 48 : code - 87;
}
