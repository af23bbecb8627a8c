import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the checkout. */
export const projectRoot = join(import.meta.dirname, '..', '..');

/** A path inside the checkout. */
export const inProject = (...parts: readonly string[]): string => join(projectRoot, ...parts);

/** What the tools leave behind and git does not see. */
export const cacheDirectory = inProject('.cache');

const TOOLS = {
  'electron-builder': 'electron-builder/cli.js',
  depcruise: 'dependency-cruiser/bin/dependency-cruiser.mjs',
  eslint: 'eslint/bin/eslint.js',
  knip: 'knip/bin/knip.js',
  playwright: '@playwright/test/cli.js',
  prettier: 'prettier/bin/prettier.cjs',
  tsc: 'typescript/bin/tsc',
  vite: 'vite/bin/vite.js',
  vitest: 'vitest/vitest.mjs',
} as const;

export type ToolName = keyof typeof TOOLS;

/** The JavaScript file of a tool, so that it runs under this Node on every system, without a shell in between. */
export function toolScript(tool: ToolName): string {
  const script = inProject('node_modules', TOOLS[tool]);
  if (!existsSync(script)) throw new Error(`${tool} is not installed: run \`npm ci\` first`);
  return script;
}
