const LONGEST = 200;

/**
 * Text from a foreign file made safe to show: control, direction-changing and invisible characters become spaces, so
 * that a certificate or a reason can neither forge a line of ours nor turn it around.
 */
export function plainText(text: unknown): string {
  const raw = typeof text === 'string' ? text : '';
  const cleaned = raw.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, ' ').trim();
  const characters = Array.from(cleaned);
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : cleaned;
}
