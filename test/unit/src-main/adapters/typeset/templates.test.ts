import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = new URL('../../../../../resources/report/typst/', import.meta.url);
const templates = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(new URL(name, folder), 'utf8'),
}));
const style = templates.find(({ name }) => name === 'style.typ')?.text ?? '';

/** Relative luminance of a colour, and the contrast of two. Source: WCAG 2.2, relative luminance and contrast ratio. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};
const colour = (name: string): string =>
  new RegExp(`#let ${name} = rgb\\("(#[0-9a-f]{6})"\\)`).exec(style)?.[1] ?? '';

describe('the templates', () => {
  it('reach for no clock, no network and no evaluation of text', () => {
    for (const { name, text } of templates) {
      expect(text, name).not.toMatch(/datetime\.today|@preview|\beval\(|#include/);
    }
  });

  it('keep text at a contrast of 4.5 to 1 on every ground, under the watermark too', () => {
    const darkened = (hex: string): string => {
      const parts = [1, 3, 5].map((at) => Math.round(Number.parseInt(hex.slice(at, at + 2), 16) * 0.91));
      return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
    };
    for (const ground of ['#ffffff', colour('tint'), colour('shade')]) {
      for (const ink of ['ink', 'accent', 'grey']) {
        expect(contrast(colour(ink), darkened(ground)), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    }
    expect(contrast(colour('ink'), darkened('#ffffff'))).toBeGreaterThanOrEqual(7);
  });
});
