import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inProject, toolScript } from '../../harness/project.ts';
import { explainedAssertion } from '../../harness/lint/explained-assertion.js';

const runFile = promisify(execFile);

/** A project in small in which every layer rule is broken once: the rule, the file, and what it imports. */
const BREACHES: readonly (readonly [string, string, string])[] = [
  ['lib-is-leaf', 'shared/lib/a.ts', '../domain/control/control.ts'],
  ['domain-is-pure', 'shared/domain/control/npm.ts', 'zod'],
  ['domain-is-pure', 'shared/domain/control/node.ts', 'node:fs'],
  ['contract-sees-domain', 'shared/contract/a.ts', 'react'],
  ['services-see-ports', 'src-main/services/a-service.ts', 'node:fs'],
  ['services-see-ports', 'src-main/services/b-service.ts', '../adapters/other/other.ts'],
  ['adapters-behind-ports', 'src-main/adapters/one/a.ts', '../other/other.ts'],
  ['adapters-behind-ports', 'src-main/adapters/one/b.ts', '../../services/use-case.ts'],
  ['single-file-adapters-behind-ports', 'src-main/adapters/path-tokens.ts', '../services/use-case.ts'],
  ['rpc-sees-contract', 'src-main/rpc/a.ts', '../services/use-case.ts'],
  ['app-composes', 'src-main/app/a.ts', '../cli/main.ts'],
  ['shells-go-through-app', 'src-main/cli/a.ts', '../services/use-case.ts'],
  ['shells-are-apart', 'src-main/cli/b.ts', '../main/main.ts'],
  ['only-shell-has-electron', 'src-main/app/b.ts', 'electron'],
  ['preload-minimal', 'src-main/preload/a.ts', '../../shared/lib/leaf.ts'],
  ['demo-is-input', 'src-main/demo/a.ts', '../services/use-case.ts'],
  ['demo-for-command-line', 'src-main/app/c.ts', '../demo/data.ts'],
  ['renderer-is-web', 'src-renderer/app/a.ts', 'node:fs'],
  ['renderer-is-web', 'src-renderer/app/b.ts', '../../src-main/services/use-case.ts'],
  ['renderer-is-web', 'src-renderer/app/c.ts', 'exceljs'],
  ['features-do-not-cross', 'src-renderer/features/one/a.ts', '../two/two.ts'],
  ['ui-is-leaf', 'src-renderer/ui/a.ts', '../features/two/two.ts'],
  ['source-never-imports-test', 'src-main/app/d.ts', '../../test/helpers/help.ts'],
  ['folder-without-rule', 'src-main/drawer/a.ts', 'node:fs'],
  ['folder-without-rule-imported', 'src-main/app/e.ts', '../drawer/a.ts'],
  ['no-unresolvable', 'src-main/app/f.ts', './absent.ts'],
  ['no-circular', 'src-main/app/g.ts', './h.ts'],
];

const SOUND: readonly (readonly [string, string])[] = [
  ['shared/lib/leaf.ts', ''],
  ['shared/domain/control/control.ts', "import '../../lib/leaf.ts';"],
  ['shared/domain/control/orphan.ts', ''],
  ['src-main/services/use-case.ts', "import '../../shared/domain/control/control.ts';"],
  ['src-main/adapters/other/other.ts', "import '../../../shared/lib/leaf.ts';"],
  ['src-main/demo/data.ts', "import '../../shared/lib/leaf.ts';"],
  ['src-main/cli/main.ts', "import '../app/compose.ts';"],
  ['src-main/main/main.ts', "import 'electron';"],
  ['src-main/app/compose.ts', "import '../services/use-case.ts';"],
  ['src-main/app/h.ts', "import './g.ts';"],
  ['src-renderer/features/two/two.ts', "import '../../../shared/lib/leaf.ts';"],
  ['test/helpers/help.ts', "import '../../shared/lib/leaf.ts';"],
];

describe('the layer rules', () => {
  let folder = '';
  let found = new Set<string>();

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tickmark-layers-'));
    const write = (file: string, text: string): void => {
      mkdirSync(join(folder, dirname(file)), { recursive: true });
      writeFileSync(join(folder, file), `${text}\nexport const x = 1;\n`);
    };
    for (const [file, text] of SOUND) write(file, text);
    for (const [, file, target] of BREACHES) write(file, `import '${target}';`);
    for (const file of ['.dependency-cruiser.cjs', 'package.json']) {
      copyFileSync(inProject(file), join(folder, file));
    }
    symlinkSync(inProject('node_modules'), join(folder, 'node_modules'), 'junction');
    const layers = ['shared', 'src-main', 'src-renderer', 'test'];
    const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'err-long', '--preserve-symlinks'];
    const output = await runFile(process.execPath, [toolScript('depcruise'), ...args, ...layers], {
      cwd: folder,
      env: { ...process.env, NO_COLOR: '1' },
    }).catch((error: unknown) => ({ stdout: stdoutOf(error) }));
    found = new Set(output.stdout.split('\n').map((line) => line.trim()));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(BREACHES)('%s: %s may not import %s', (rule, file) => {
    expect([...found].filter((line) => line.startsWith(`error ${rule}: ${file}`))).not.toEqual([]);
  });

  it('no-orphans: a file that nothing imports and that imports nothing', () => {
    expect(found).toContain('error no-orphans: shared/domain/control/orphan.ts');
  });

  it.each(['src-main/services/use-case.ts', 'src-main/cli/main.ts', 'src-main/main/main.ts'])(
    '%s is sound',
    (file) => {
      expect([...found].filter((line) => line.includes(`: ${file} →`))).toEqual([]);
    },
  );
});

function stdoutOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'stdout' in error ? String(error.stdout) : '';
}

describe('the rule for type assertions', () => {
  const linter = new ESLint({
    cwd: inProject('.'),
    overrideConfigFile: true,
    overrideConfig: [
      {
        files: ['**/*.ts'],
        languageOptions: { parser: tseslint.parser },
        plugins: { tickmark: { rules: { 'explained-assertion': explainedAssertion } } },
        rules: { 'tickmark/explained-assertion': 'error' },
      },
    ],
  });
  const faults = async (text: string): Promise<number> => {
    const [result] = await linter.lintText(text, { filePath: 'shared/lib/sample.ts' });
    return result?.messages.length ?? 0;
  };

  it.each([
    ['a comment on the line above', '// Checked one line up.\nconst a = b as string;', 0],
    ['a comment on its own line', 'const a = b as string; // checked', 0],
    ['a comment above the statement', '// Checked.\nconst a = f(\n  1,\n  b as string,\n);', 0],
    ['a comment above an exported constant', '/** Checked. */\nexport const a =\n  1 +\n  (b as number);', 0],
    ['no comment', 'const a = b as string;', 1],
    ['a comment too far away', '// Checked.\n\nconst a = b as string;', 1],
    ['`as const`', 'const a = [1] as const;', 0],
    ['`satisfies`', 'const a = 1 satisfies number;', 0],
  ])('%s', async (_what, text, expected) => {
    expect(await faults(text)).toBe(expected);
  });
});
