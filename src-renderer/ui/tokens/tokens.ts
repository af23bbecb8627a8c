/**
 * The colours of the window, by name, for both schemes. Component code writes `var(--tm-<name>)` and never a
 * value; this file is the only place where a value stands. The pairs that may meet are in contrast-pairs.ts.
 */

const LIGHT = {
  desk: '#EFECE5',
  paper: '#FAF8F4',
  sheet: '#FFFEFC',
  sunken: '#F3F0E9',
  raised: '#FFFFFF',
  rule: '#E4E0D6',
  'rule-strong': '#CBC5B7',
  field: '#8B8677',
  ink: '#1C211F',
  ink2: '#474D4A',
  ink3: '#636864',
  accent: '#0D5C5A',
  'accent-hover': '#094745',
  'on-accent': '#FFFFFF',
  'accent-tint': '#E4EFED',
  'accent-tint2': '#C9DFDB',
  'accent-mark': '#2E7D79',
  attn: '#76500A',
  'attn-tint': '#F8EED6',
  'attn-mark': '#A87412',
  'attn-rule': '#D9B66A',
  block: '#A4261D',
  'block-tint': '#FBEAE6',
  'block-rule': '#DE9A90',
  'on-block': '#FFFFFF',
  focus: '#0D5C5A',
  'heat-0': '#F0EDE6',
  'heat-1': '#D5E4E1',
  'heat-2': '#A3C8C3',
  'heat-3': '#5E9E98',
  'heat-4': '#0D5C5A',
  'heat-0-ink': '#474D4A',
  'heat-1-ink': '#1C211F',
  'heat-2-ink': '#1C211F',
  'heat-3-ink': '#0B1413',
  'heat-4-ink': '#FFFFFF',
  page: '#FFFFFF',
  'page-ink': '#1C211F',
  shadow: 'rgba(40, 36, 24, 0.4)',
  scrim: 'rgba(28, 33, 31, 0.35)',
};

/** A colour of the window: `--tm-<name>`. */
export type TokenName = keyof typeof LIGHT;

/** One scheme: every token with its CSS value. */
export type Scheme = Readonly<Record<TokenName, string>>;

const DARK: Scheme = {
  desk: '#121413',
  paper: '#181B1A',
  sheet: '#1F2221',
  sunken: '#191C1B',
  raised: '#282C2A',
  rule: '#313634',
  'rule-strong': '#474D4A',
  field: '#7F8782',
  ink: '#ECEBE6',
  ink2: '#C2C5C0',
  ink3: '#9CA19C',
  accent: '#74C9BF',
  'accent-hover': '#93D8D0',
  'on-accent': '#0C1F1D',
  'accent-tint': '#1C3733',
  'accent-tint2': '#25504A',
  'accent-mark': '#4FA89E',
  attn: '#E3BC68',
  'attn-tint': '#352B14',
  'attn-mark': '#C9993C',
  'attn-rule': '#6E5A2A',
  block: '#F49A8C',
  'block-tint': '#43211C',
  'block-rule': '#8A4238',
  'on-block': '#2A0E0A',
  focus: '#74C9BF',
  'heat-0': '#262A28',
  'heat-1': '#1F3F3B',
  'heat-2': '#2B605A',
  'heat-3': '#3F8C83',
  'heat-4': '#74C9BF',
  'heat-0-ink': '#C2C5C0',
  'heat-1-ink': '#ECEBE6',
  'heat-2-ink': '#FFFFFF',
  'heat-3-ink': '#06110F',
  'heat-4-ink': '#0C1F1D',
  page: '#FFFFFF',
  'page-ink': '#1C211F',
  shadow: 'rgba(0, 0, 0, 0.6)',
  scrim: 'rgba(0, 0, 0, 0.5)',
};

/** The two schemes. `page` and `page-ink` are the same in both: evidence and report pages stay white. */
export const SCHEMES: Readonly<Record<'light' | 'dark', Scheme>> = { light: LIGHT, dark: DARK };

/** Family names as the bundled font files declare them. */
export const FONTS = {
  sans: "'IBM Plex Sans Variable', 'IBM Plex Sans', system-ui, sans-serif",
  serif: "'Source Serif 4 Variable', 'Source Serif 4', Georgia, serif",
  mono: "'IBM Plex Mono', ui-monospace, 'Liberation Mono', monospace",
};

/** Palettes of ten steps for Mantine; step 7 is the accent of the light scheme, step 3 of the dark one. */
export const PALETTES = {
  ledger: [
    '#E4EFED',
    '#C9DFDB',
    '#A3D3CC',
    '#74C9BF',
    '#4FA89E',
    '#3F8C83',
    '#2E7D79',
    '#0D5C5A',
    '#094745',
    '#06302F',
  ],
  gray: [
    '#FAF8F4',
    '#F3F0E9',
    '#EFECE5',
    '#E4E0D6',
    '#CBC5B7',
    '#A9A395',
    '#8B8677',
    '#636864',
    '#474D4A',
    '#1C211F',
  ],
  dark: [
    '#ECEBE6',
    '#C2C5C0',
    '#9CA19C',
    '#7F8782',
    '#474D4A',
    '#313634',
    '#282C2A',
    '#1F2221',
    '#191C1B',
    '#121413',
  ],
} satisfies Record<
  string,
  readonly [string, string, string, string, string, string, string, string, string, string]
>;

/** `{ '--tm-desk': '#EFECE5', … }` for one scheme. */
export function schemeVariables(scheme: 'light' | 'dark'): Record<`--tm-${string}`, string> {
  const variables: Record<`--tm-${string}`, string> = {};
  for (const [name, value] of Object.entries(SCHEMES[scheme])) variables[`--tm-${name}`] = value;
  return variables;
}

/** Variables that do not depend on the scheme: families, radii, sizes of the frame. */
export function sharedVariables(): Record<`--tm-${string}`, string> {
  return {
    '--tm-font-sans': FONTS.sans,
    '--tm-font-serif': FONTS.serif,
    '--tm-font-mono': FONTS.mono,
    '--tm-radius-folio': '3px',
    '--tm-radius-chip': '4px',
    '--tm-radius-control': '5px',
    '--tm-radius-card': '6px',
    '--tm-lift': '0 10px 26px -18px var(--tm-shadow)',
  };
}
