/**
 * The process in which one client list is read. It is given one task, answers with rows and a report or with the
 * reason why not, and is then ended by the one who started it. Nothing it reads can reach another file or process.
 */
import { flushCompileCache } from 'node:module';
import { parentChannel, type ParentChannel } from './parent-channel.ts';
import { MappingMisfit, PopulationOutput } from './population-output.ts';
import type { ToReader } from './process-protocol.ts';
import { readList } from './read-list.ts';
import { TableRefusal, failure } from './refusal.ts';
import { RowBatches } from './row-batches.ts';
import { noOutput } from './row-output.ts';
import { UnderWay } from './under-way.ts';

const PROGRESS_MS = 100;

function watch(channel: ParentChannel, memoryBytes: number): (done: number, total: number) => void {
  let last = performance.now();
  return (done, total) => {
    if (process.memoryUsage.rss() > memoryBytes) {
      throw new TableRefusal(
        failure(
          'too-much-memory',
          'Reading the file takes more memory than is allowed. Split it, or ask for CSV.',
          {
            limit: memoryBytes,
          },
        ),
      );
    }
    if (performance.now() - last < PROGRESS_MS) return;
    last = performance.now();
    channel.send({ kind: 'progress', done, total });
  };
}

type Task = ToReader & { readonly kind: 'read' };

async function perform(channel: ParentChannel, underWay: UnderWay, task: Task): Promise<void> {
  try {
    await read(channel, underWay, task);
  } catch (error) {
    if (error instanceof MappingMisfit) channel.send({ kind: 'misfit', refusal: error.refusal });
    else if (error instanceof TableRefusal) channel.send({ kind: 'refused', failure: error.failure });
    else channel.send({ kind: 'refused', failure: unforeseen(error) });
  }
}

async function read(channel: ParentChannel, underWay: UnderWay, task: Task): Promise<void> {
  const { path, choice, wants, memoryBytes } = task;
  const tick = watch(channel, memoryBytes);
  if (wants === 'nothing') {
    const report = await readList(path, choice, noOutput, tick);
    channel.send({ kind: 'done', report, taken: null });
  } else if (wants === 'rows') {
    const batches = new RowBatches(channel, underWay);
    const report = await readList(path, choice, batches, tick);
    batches.flush();
    channel.send({ kind: 'done', report, taken: null });
  } else {
    const population = new PopulationOutput(channel, underWay, wants);
    const report = await readList(path, choice, population, tick);
    channel.send({ kind: 'done', report, taken: population.finish() });
  }
}

/** A fault of the reader itself, or of the disk; the text of the error may hold client data and stays here. */
function unforeseen(error: unknown): ReturnType<typeof failure> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('E') && !code.startsWith('ERR_')) {
    return failure('file-not-readable', `The file cannot be read (${code}).`, { reason: code });
  }
  const name = error instanceof Error ? error.name : 'unknown';
  return failure('reader-stopped', `The reader stopped unexpectedly (${name}). The file was not read.`, {
    reason: name,
  });
}

const channel = parentChannel();
const underWay = new UnderWay();
channel.listen((message) => {
  if (message.kind === 'taken') underWay.taken();
  else void perform(channel, underWay, message);
});
channel.send({ kind: 'ready' });
// This process is killed when it has answered, and would not keep what was compiled.
flushCompileCache();
