import { createHash } from 'node:crypto';

/**
 * The keys that the published consistent-sampling algorithm (Rivest, 2018) takes from a population, in draw order.
 *
 * The generator needs them before an engagement exists: only drawn items get evidence files, as in a real audit where the
 * client delivers what the auditor drew. A test compares this with the program's own draw.
 */
export function drawKeys(seed: string, keys: readonly string[], size: number): readonly string[] {
  const prefix = sha256Hex(seed);
  const tickets = keys.map((key) => ({ key, ticket: ticketOf(prefix + key) }));
  tickets.sort((left, right) => (left.ticket < right.ticket ? -1 : 1));
  return tickets.slice(0, size).map((entry) => entry.key);
}

function ticketOf(text: string): string {
  const decimal = BigInt(`0x${sha256Hex(text)}`)
    .toString(10)
    .padStart(64, '0');
  return decimal.split('').reverse().join('');
}

function sha256Hex(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
