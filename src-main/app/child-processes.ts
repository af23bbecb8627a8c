import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { StartVerifierProcess } from '../adapters/signing/separate-verifier.ts';
import { startNodeProcess } from '../adapters/tabular/node-process.ts';
import type { FromReader, ReaderProcess, StartReaderProcess } from '../adapters/tabular/process-protocol.ts';
import type { StartTypesetProcess } from '../adapters/typeset/typesetter.ts';

/** How processes are started that read foreign files or typeset: the window uses Electron's, the command line Node's. */
export interface ChildProcesses {
  readonly reader: StartReaderProcess;
  readonly verifier: StartVerifierProcess;
  readonly typesetter: StartTypesetProcess;
}

/** The reader's process and what it tells, for shells that start processes in their own way. */
export type ListReaderProcess = ReaderProcess;
export type ListReaderMessage = FromReader;

/** Child processes of Node that run from the program's sources. */
export function nodeChildProcesses(root: URL): ChildProcesses {
  const start = (entry: string, { memoryMegabytes }: { readonly memoryMegabytes: number }) =>
    fork(fileURLToPath(new URL(`src-main/${entry}.ts`, root)), [], {
      execArgv: [`--max-old-space-size=${String(memoryMegabytes)}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
  return { reader: startNodeProcess(), verifier: start, typesetter: start };
}
