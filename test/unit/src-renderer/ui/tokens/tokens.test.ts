import { describe, expect, it } from 'vitest';
import { CONTRAST_PAIRS } from '../../../../../src-renderer/ui/tokens/contrast-pairs.ts';
import { contrast, luminance } from '../../../../../src-renderer/ui/tokens/contrast.ts';
import { PALETTES, SCHEMES, schemeVariables } from '../../../../../src-renderer/ui/tokens/tokens.ts';
import type { TokenName } from '../../../../../src-renderer/ui/tokens/tokens.ts';

/** The figures of the design page, one decimal, light and dark. */
const STATED: readonly (readonly [TokenName, TokenName, number, number])[] = [
  ['desk', 'ink', 13.8, 15.5],
  ['desk', 'ink3', 4.8, 7.0],
  ['paper', 'ink', 15.4, 14.5],
  ['paper', 'ink3', 5.4, 6.6],
  ['sheet', 'ink', 16.2, 13.4],
  ['sheet', 'attn', 7.1, 8.9],
  ['sheet', 'block', 7.3, 7.5],
  ['sunken', 'ink2', 7.6, 9.8],
  ['raised', 'ink3', 5.7, 5.4],
  ['accent-tint', 'ink3', 4.8, 4.9],
  ['accent-tint2', 'accent', 5.6, 4.7],
  ['attn-tint', 'attn', 6.2, 7.7],
  ['block-tint', 'block', 6.3, 6.7],
  ['accent', 'on-accent', 7.8, 8.8],
  ['accent-hover', 'on-accent', 10.5, 10.6],
  ['block', 'on-block', 7.3, 8.4],
  ['heat-3', 'heat-3-ink', 6.1, 4.8],
  ['heat-4', 'heat-4-ink', 7.8, 8.8],
  ['sheet', 'field', 3.6, 4.3],
  ['sheet', 'attn-mark', 4.0, 6.2],
  ['desk', 'focus', 6.6, 9.6],
];

describe('contrast', () => {
  it('knows the ends of the scale', () => {
    expect(luminance('#000000')).toBe(0);
    expect(luminance('#FFFFFF')).toBeCloseTo(1, 10);
    expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 10);
    expect(contrast('#777777', '#FFFFFF')).toBeCloseTo(4.48, 2);
  });

  it.each(STATED)('%s under %s measures what the design page states', (ground, over, light, dark) => {
    expect(Math.abs(contrast(SCHEMES.light[ground], SCHEMES.light[over]) - light)).toBeLessThan(0.06);
    expect(Math.abs(contrast(SCHEMES.dark[ground], SCHEMES.dark[over]) - dark)).toBeLessThan(0.06);
  });

  it.each(CONTRAST_PAIRS)('$over on $ground keeps $least in both schemes', ({ ground, over, least }) => {
    expect(contrast(SCHEMES.light[ground], SCHEMES.light[over])).toBeGreaterThanOrEqual(least);
    expect(contrast(SCHEMES.dark[ground], SCHEMES.dark[over])).toBeGreaterThanOrEqual(least);
  });
});

describe('tokens', () => {
  it('name the same variables in both schemes', () => {
    expect(Object.keys(schemeVariables('dark')).toSorted()).toEqual(
      Object.keys(schemeVariables('light')).toSorted(),
    );
  });

  it('take the accent from the palette step Mantine is told to use', () => {
    expect([PALETTES.ledger[7], PALETTES.ledger[3]]).toEqual([SCHEMES.light.accent, SCHEMES.dark.accent]);
  });
});
