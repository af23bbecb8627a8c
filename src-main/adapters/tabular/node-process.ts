import { fork } from 'node:child_process';
import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FromReader, ReaderProcess, StartReaderProcess } from './process-protocol.ts';

/** The script of the reader's process, beside this file; a bundled program names its own. */
const ENTRY = fileURLToPath(new URL('./tabular-process.ts', import.meta.url));

/** Of the surroundings, only what the runtime itself needs: a reader of foreign files gets no secrets. */
const PASSED_ON: readonly string[] = ['ELECTRON_RUN_AS_NODE', 'SYSTEMROOT', 'TEMP', 'TMP', 'TMPDIR'];

function surroundings(): Record<string, string> {
  const passedOn = Object.fromEntries(
    PASSED_ON.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
  // What was compiled once need not be compiled by each reader; the folder named here holds one for each Node.
  const compiled = getCompileCacheDir();
  return compiled === undefined ? passedOn : { ...passedOn, NODE_COMPILE_CACHE: dirname(compiled) };
}

/** Starts reader's processes as child processes of Node. */
export const startNodeProcess =
  (entry: string = ENTRY): StartReaderProcess =>
  (heapMegabytes): ReaderProcess => {
    const child = fork(entry, [], {
      execArgv: [`--max-old-space-size=${heapMegabytes}`, '--max-semi-space-size=8'],
      env: surroundings(),
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    let hasEnded = false;
    return {
      pid: child.pid,
      send: (message) => {
        // The process may end at any moment; a message to one that has ended is lost, and onExit tells.
        if (child.connected) child.send(message, () => undefined);
      },
      // The process is ours, started from our own script: its messages have the agreed form.
      onMessage: (listener) => child.on('message', (message) => listener(message as FromReader)),
      onExit: (listener) => {
        const end = (ranOutOfMemory: boolean): void => {
          if (hasEnded) return;
          hasEnded = true;
          listener({ ranOutOfMemory });
        };
        child.on('error', () => end(false));
        // The runtime aborts when its heap is exhausted; the system's own guard kills.
        child.on('exit', (code, signal) => end(signal === 'SIGABRT' || signal === 'SIGTRAP' || code === 134));
      },
      kill: () => {
        child.kill('SIGKILL');
      },
    };
  };
