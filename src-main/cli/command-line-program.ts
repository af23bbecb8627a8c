import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Contract } from '../../shared/contract/index.ts';
import type { OutputOf } from '../../shared/contract/procedure.ts';
import type { Reply } from '../../shared/contract/reply.ts';
import { nodeChildProcesses } from '../app/child-processes.ts';
import { compose, type Program } from '../app/compose.ts';
import { profileFolder } from '../app/profile-folder.ts';
import { programRoot } from '../app/program-root.ts';

/** The program without a window: places are paths, and persons unlock with the passphrase of the environment. */
export interface CommandLineProgram extends Program {
  /** Calls a procedure through the router, as the window does. */
  call<K extends keyof Contract>(name: K, input: unknown): Promise<Reply<OutputOf<Contract[K]>>>;
  /** Calls a procedure by a name that a script gives. */
  callByName(name: string, input: unknown): Promise<Reply>;
}

/**
 * Builds the program for the command line. A person's key is opened with `TICKMARK_PASSPHRASE_<INITIALS>` if that is set,
 * else with the passphrase of the file.
 */
export function commandLineProgram(passphrase: string | null, home = profileFolder()): CommandLineProgram {
  const root = programRoot(import.meta.url);
  const program = compose({
    home,
    root,
    processes: nodeChildProcesses(root),
    tokens: { issue: (path) => path, look: (token) => resolve(token), take: (token) => resolve(token) },
    choice: {
      open: () => Promise.resolve([]),
      save: () => Promise.resolve(null),
      takeHanded: () => null,
      describe: () => null,
    },
    outside: null,
    places: { pathOf: (place) => resolve(place), served: () => undefined, isPresent: existsSync },
    passphraseOf: (initials) => process.env[`TICKMARK_PASSPHRASE_${initials.toUpperCase()}`] ?? passphrase,
    onTouched: () => undefined,
  });
  const callByName = (name: string, input: unknown) =>
    program.router.call(name, input, { signal: new AbortController().signal, onProgress: () => undefined });
  return {
    ...program,
    callByName,
    call: async (name, input) => (await callByName(name, input)) as Reply<never>, // the router validated the value by the contract's output schema
  };
}
