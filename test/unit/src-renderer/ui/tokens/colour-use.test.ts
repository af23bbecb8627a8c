import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SCHEMES, sharedVariables } from '../../../../../src-renderer/ui/tokens/tokens.ts';

const ROOT = join(import.meta.dirname, '../../../../../src-renderer');
const SHEETS = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.css'),
);
const KNOWN = new Set([
  ...Object.keys(SCHEMES.light).map((name) => `--tm-${name}`),
  ...Object.keys(sharedVariables()),
]);

describe('style sheets', () => {
  it('are found', () => {
    expect(SHEETS.length).toBeGreaterThan(30);
  });

  it.each(SHEETS)('%s takes its colours from the tokens', (path) => {
    const text = readFileSync(join(ROOT, path), 'utf8').replace(/\/\*.*?\*\//gs, '');
    const raw = text.match(/#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|oklch|color-mix)\(/gi) ?? [];
    const unknown = [...text.matchAll(/var\((--tm-[\w-]+)/g)]
      .map((match) => match[1] ?? '')
      .filter((name) => !KNOWN.has(name));
    expect({ raw, unknown }).toEqual({ raw: [], unknown: [] });
  });
});
