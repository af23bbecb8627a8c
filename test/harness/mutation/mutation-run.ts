/** Runs tests over a changed source file, without changing the file on disk. */
import type { Plugin } from 'vite';
import { createVitest, type Vitest } from 'vitest/node';
import { projectRoot } from '../project.ts';
import { withMutant, type Mutant } from './mutants.ts';
import { withRunawayGuards } from './runaway-guard.ts';

/** A running test program. */
export interface MutationRun {
  /** Whether the tests pass with this change made to the file; `null` changes nothing. */
  passes(tests: readonly string[], file: string, mutant: Mutant | null): Promise<boolean>;
  close(): Promise<void>;
}

/** Starts one test program for all runs: only what the change touches is read again. */
export async function createMutationRun(): Promise<MutationRun> {
  let changed: { readonly file: string; readonly mutant: Mutant | null } | null = null;
  const plugin: Plugin = {
    name: 'mutation',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('/shared/domain/')) return null;
      const mutant = changed?.file === id ? changed.mutant : null;
      return withRunawayGuards(mutant === null ? code : withMutant(code, mutant));
    },
  };
  const vitest = await createVitest(
    { watch: false, root: projectRoot, reporters: [quiet], bail: 1, maxWorkers: 1, fsModuleCache: false },
    { plugins: [plugin] },
  );
  return {
    async passes(tests, file, mutant) {
      for (const known of [changed?.file, file]) if (known !== undefined) vitest.invalidateFile(known);
      changed = { file, mutant };
      return passes(vitest, tests);
    },
    close: () => vitest.close(),
  };
}

/** Says nothing: most runs are meant to fail. */
const quiet = { onInit: () => undefined };

async function passes(vitest: Vitest, tests: readonly string[]): Promise<boolean> {
  const project = vitest.getRootProject();
  const specifications = tests.map((test) => project.createSpecification(test));
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications);
  vitest.state.clearErrors();
  return unhandledErrors.length === 0 && testModules.every((module) => module.ok());
}
