/**
 * The process in which one client list is read. It is given one task, answers with rows and a report or with the
 * reason why not, and is then ended by the one who started it. Nothing it reads can reach another file or process.
 */
import { BATCHES_UNDER_WAY } from './process-protocol.ts';
import type { FromReader, RowRun, ToReader } from './process-protocol.ts';
import { readList } from './read-list.ts';
import { TableRefusal, failure } from './refusal.ts';
import { noOutput } from './row-output.ts';
import type { RowOutput } from './row-output.ts';

const BATCH_ROWS = 500;
const PROGRESS_MS = 100;

interface ParentChannel {
  send(message: FromReader): void;
  listen(listener: (message: ToReader) => void): void;
}

/** Electron hands a utility process its port under this name; Node's own types do not know it. */
interface UtilityPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
}

function parentChannel(): ParentChannel {
  // Electron adds this property to a utility process, and to that only; it then has exactly this form.
  const port = (process as { readonly parentPort?: UtilityPort | null }).parentPort ?? null;
  if (port !== null) {
    return {
      send: (message) => port.postMessage(message),
      // Only the process that started us can write to the port.
      listen: (listener) => port.on('message', (event) => listener(event.data as ToReader)),
    };
  }
  process.on('disconnect', () => process.exit(1));
  return {
    send: (message) => process.send?.(message),
    // Only the process that started us can write to the channel.
    listen: (listener) => process.on('message', (message) => listener(message as ToReader)),
  };
}

/** Sends rows in batches and waits when too many are under way. */
class BatchOutput implements RowOutput {
  private readonly channel: ParentChannel;
  private rows: (readonly string[])[] = [];
  private runs: RowRun[] = [];
  private lastRow = 0;
  private underWay = 0;
  private wake: (() => void) | null = null;

  constructor(channel: ParentChannel) {
    this.channel = channel;
  }

  header(cells: readonly string[]): void {
    this.channel.send({ kind: 'header', cells });
  }

  row(cells: readonly string[], fileRow: number): void {
    if (this.rows.length === 0 || fileRow !== this.lastRow + 1) this.runs.push([this.rows.length, fileRow]);
    this.lastRow = fileRow;
    this.rows.push(cells);
  }

  async settle(): Promise<void> {
    if (this.rows.length >= BATCH_ROWS) this.flush();
    while (this.underWay > BATCHES_UNDER_WAY) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }

  flush(): void {
    if (this.rows.length === 0) return;
    this.channel.send({ kind: 'rows', json: JSON.stringify(this.rows), runs: this.runs });
    this.rows = [];
    this.runs = [];
    this.underWay += 1;
  }

  taken(): void {
    this.underWay -= 1;
    this.wake?.();
    this.wake = null;
  }
}

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

async function perform(
  channel: ParentChannel,
  output: BatchOutput,
  task: ToReader & { kind: 'read' },
): Promise<void> {
  try {
    const report = await readList(
      task.path,
      task.choice,
      task.wantsRows ? output : noOutput,
      watch(channel, task.memoryBytes),
    );
    output.flush();
    channel.send({ kind: 'done', report });
  } catch (error) {
    if (error instanceof TableRefusal) channel.send({ kind: 'refused', failure: error.failure });
    else channel.send({ kind: 'refused', failure: unforeseen(error) });
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
const output = new BatchOutput(channel);
channel.listen((message) => {
  if (message.kind === 'taken') output.taken();
  else void perform(channel, output, message);
});
channel.send({ kind: 'ready' });
