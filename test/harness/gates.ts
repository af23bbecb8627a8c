import { mirrorFaults } from './mirror-tests.ts';
import { runTool } from './run.ts';
import { styleFaults } from './styles.ts';

/** One rule about the sources that holds or does not. */
export type Gate = { readonly title: string; readonly holds: () => Promise<boolean> };

const tool = (...[name, args]: Parameters<typeof runTool>): (() => Promise<boolean>) => {
  return async () => (await runTool(name, args)) === 0;
};

const none =
  (find: () => readonly string[]): (() => Promise<boolean>) =>
  () => {
    const faults = find();
    for (const fault of faults) console.log(fault);
    return Promise.resolve(faults.length === 0);
  };

export const gates: readonly Gate[] = [
  { title: 'Format', holds: tool('prettier', ['--check', '--log-level', 'warn', '.']) },
  { title: 'Types', holds: tool('tsc', ['-b']) },
  { title: 'Lint', holds: tool('eslint', ['--max-warnings', '0', '.']) },
  {
    title: 'Layers',
    holds: tool('depcruise', [
      '--config',
      '.dependency-cruiser.cjs',
      'shared',
      'src-main',
      'src-renderer',
      'test',
    ]),
  },
  { title: 'Unused files, exports and packages', holds: tool('knip', ['--no-config-hints']) },
  { title: 'Colours of the style sheets', holds: none(styleFaults) },
  { title: 'A mirror test for every domain file', holds: none(mirrorFaults) },
];
