import { refuseDamaged } from '../refusal.ts';

/** Text of a workbook: `_x000D_` and the like stand for characters that XML cannot hold. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  const plain = text.replace(/_x([0-9A-Fa-f]{4})_/g, (_all, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
  if (plain.includes('\u0000') || !plain.isWellFormed()) {
    refuseDamaged('a text holds a character that does not exist');
  }
  return plain;
}
