/** Which characters the report's fonts can print, read from the character maps of the font files (OpenType `cmap`). */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Answers which characters of a text are lacking, each once, in order. */
export type GlyphCheck = (text: string) => readonly string[];

/** Characters that print nothing and need no glyph: line feed, and joiners that fonts may ignore. */
const NEEDS_NO_GLYPH = new Set([0x0a, 0x200c, 0x200d]);

/** The check over all fonts of a folder: a character counts as printable only when every one of them has it. */
export function glyphCheckFor(folder: string): GlyphCheck {
  const maps = readdirSync(folder)
    .filter((name) => name.endsWith('.ttf'))
    .map((name) => characterRanges(readFileSync(join(folder, name))));
  const isPrintable = (point: number): boolean =>
    NEEDS_NO_GLYPH.has(point) ||
    maps.every((ranges) => ranges.some(([from, to]) => point >= from && point <= to));
  const known = new Map<string, boolean>();
  return (text) => {
    const missing = new Set<string>();
    for (const character of text) {
      let printable = known.get(character);
      if (printable === undefined) {
        printable = isPrintable(character.codePointAt(0) ?? 0);
        known.set(character, printable);
      }
      if (!printable) missing.add(character);
    }
    return [...missing];
  };
}

type Range = readonly [from: number, to: number];

/** The code points of a font; reads the widest Unicode map it has, format 12 before format 4. */
function characterRanges(font: Buffer): readonly Range[] {
  const start = tableOffset(font, 'cmap');
  const count = font.readUInt16BE(start + 2);
  const subtables = Array.from(
    { length: count },
    (_, index) => start + font.readUInt32BE(start + 8 + index * 8),
  );
  const wide = subtables.find((at) => font.readUInt16BE(at) === 12);
  if (wide !== undefined) return groupsOf(font, wide);
  const narrow = subtables.find((at) => font.readUInt16BE(at) === 4);
  return narrow === undefined ? [] : segmentsOf(font, narrow);
}

function tableOffset(font: Buffer, tag: string): number {
  const count = font.readUInt16BE(4);
  for (let index = 0; index < count; index += 1) {
    const record = 12 + index * 16;
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new Error(`the font has no table ${tag}`);
}

function groupsOf(font: Buffer, at: number): readonly Range[] {
  const count = font.readUInt32BE(at + 12);
  return Array.from({ length: count }, (_, index): Range => {
    const group = at + 16 + index * 12;
    return [font.readUInt32BE(group), font.readUInt32BE(group + 4)];
  });
}

/** Format 4. A segment that maps through the glyph array may have holes there, so its characters are looked at singly. */
function segmentsOf(font: Buffer, at: number): readonly Range[] {
  const doubled = font.readUInt16BE(at + 6);
  return Array.from({ length: doubled / 2 }, (_, index) => index).flatMap((index): readonly Range[] => {
    const to = font.readUInt16BE(at + 14 + index * 2);
    const from = font.readUInt16BE(at + 16 + doubled + index * 2);
    const offsetAt = at + 16 + doubled * 3 + index * 2;
    const offset = font.readUInt16BE(offsetAt);
    if (to === 0xffff) return [];
    if (offset === 0) return [[from, to]];
    return Array.from({ length: to - from + 1 }, (_, step) => step)
      .filter((step) => font.readUInt16BE(offsetAt + offset + step * 2) !== 0)
      .map((step): Range => [from + step, from + step]);
  });
}
