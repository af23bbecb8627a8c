import { basename } from 'node:path';
import { utilityProcess, type UtilityProcess } from 'electron';
import type { ChildProcesses, ListReaderMessage, ListReaderProcess } from '../app/child-processes.ts';

/** Entry of the process that reads lists, by its place below src-main. */
const readerEntry = 'adapters/tabular/tabular-process';

/** Electron's utility processes, started from the built bundle. `builtFile` gives the place of a built script. */
export function utilityProcesses(builtFile: (name: string) => string): ChildProcesses {
  const start = (entry: string, memoryMegabytes: number): UtilityProcess =>
    utilityProcess.fork(builtFile(`main/${basename(entry)}.js`), [], {
      execArgv: [`--max-old-space-size=${String(memoryMegabytes)}`],
      env: {},
      stdio: 'ignore',
      serviceName: basename(entry),
    });
  const asChild = (entry: string, { memoryMegabytes }: { readonly memoryMegabytes: number }) => {
    const child = start(entry, memoryMegabytes);
    return {
      send: (message: object) => {
        child.postMessage(message);
      },
      on: (event: 'message' | 'exit' | 'error', listener: (message: unknown) => void) => {
        if (event === 'message') child.on('message', listener);
        if (event === 'exit') child.on('exit', listener);
      },
      kill: () => child.kill(),
    };
  };
  return {
    reader: (heap) => readerProcess(start(readerEntry, heap)),
    verifier: asChild,
    typesetter: asChild,
  };
}

function readerProcess(child: UtilityProcess): ListReaderProcess {
  let hasEnded = false;
  return {
    pid: child.pid,
    send: (message) => {
      if (!hasEnded) child.postMessage(message);
    },
    onMessage: (listener) =>
      child.on('message', (message: unknown) => {
        listener(message as ListReaderMessage); // the process is ours, started from our own script
      }),
    onExit: (listener) => {
      child.on('exit', (code) => {
        hasEnded = true;
        listener({ ranOutOfMemory: code === 134 || code === 5 });
      });
    },
    kill: () => {
      hasEnded = true;
      child.kill();
    },
  };
}
