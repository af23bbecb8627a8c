import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeTemplate } from '../kill/template.ts';
import type { Cost, Prepared } from './benchmark.ts';
import { IMPORT_BEGINS } from './import-words.ts';
import { runProgram } from './run-program.ts';

/** What every script of the project is started with. */
const start = new URL('../harness/node-version.js', import.meta.url).href;
const child = fileURLToPath(new URL('import-child.ts', import.meta.url));

/** Columns of the lists that are imported. */
export const importColumns = [
  ...['change', 'opened', 'closed', 'owner', 'approver', 'team', 'system', 'kind', 'risk', 'ticket'],
  ...['hours', 'summary'],
];

/** The cells of one record; every tenth summary has a line break within it. */
export function importCells(number: number): readonly string[] {
  const day = (shift: number): string =>
    `2025-${String(((number + shift) % 12) + 1).padStart(2, '0')}-${String((number % 28) + 1).padStart(2, '0')}`;
  const summary = number % 10 === 0 ? 'First line of the reason\nand the second' : 'Routine change of a host';
  return [
    ...[`CHG-${String(number).padStart(7, '0')}`, day(0), day(1), `user${String(number % 997)}`],
    ...[`manager${String(number % 41)}`, `team ${String(number % 19)}`, `host-${String(number % 5003)}`],
    ...['standard', 'low', `T-${String(number * 7)}`, String(number % 90), summary],
  ];
}

/** Both sides of an import of a list with so many records; `write` puts the list into a folder and gives its path. */
export async function importSides(
  records: number,
  write: (folder: string) => Promise<string>,
  floor: (list: string, folder: string) => Promise<Cost>,
): Promise<Prepared> {
  const folder = mkdtempSync(join(tmpdir(), 'tickmark-bench-'));
  const template = join(folder, 'template');
  mkdirSync(template);
  await makeTemplate(template);
  const list = await write(folder);
  return {
    floor: () => floor(list, folder),
    work: async () => {
      const place = join(folder, 'work');
      cpSync(template, place, { recursive: true });
      const program = ['--expose-gc', '--import', start, child, place, list];
      const { cpu, output } = await runProgram(process.execPath, program, { heldFrom: IMPORT_BEGINS });
      rmSync(place, { recursive: true, force: true });
      const [imported, before = 0] = output.replace(IMPORT_BEGINS, '').trim().split(' ').map(Number);
      if (imported !== records) throw new Error(`imported ${output.trim()} of ${String(records)}`);
      return { ...cpu, milliseconds: cpu.milliseconds - before };
    },
    release: () => {
      rmSync(folder, { recursive: true, force: true });
      return Promise.resolve();
    },
  };
}
