import { resolve as resolvePath } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import { err, ok } from '../../../shared/lib/result.ts';
import type { Result } from '../../../shared/lib/result.ts';
import type { PackedBlock } from '../../services/ports/packed-block.ts';
import type {
  Misfit,
  RowsChoice,
  TableFailure,
  TableInspection,
  TableRows,
  TabularControl,
  TabularReader,
} from '../../services/ports/tabular.ts';
import { DEFAULT_PROCESS_LIMITS } from './limits.ts';
import type { ProcessLimits } from './limits.ts';
import { startNodeProcess } from './node-process.ts';
import type {
  FromReader,
  ReaderProcess,
  RowRun,
  StartReaderProcess,
  TakenRows,
  Wanted,
} from './process-protocol.ts';
import type { ListReading } from './read-list.ts';
import { failure } from './refusal.ts';
import { Stopwatch } from './stopwatch.ts';

/** What the reader is built from; both have defaults. */
export interface TabularReaderParts {
  /** How processes are started; default: as child processes of Node. */
  readonly startProcess?: StartReaderProcess;
  readonly limits?: ProcessLimits;
}

/** Share of the allowed memory that the script heap may take; the rest is for buffers and the runtime. */
const HEAP_SHARE = 0.75;

/** Reads lists in a process of their own, one process for each list. */
export function createTabularReader(parts: TabularReaderParts = {}): TabularReader {
  const { startProcess = startNodeProcess(), limits = DEFAULT_PROCESS_LIMITS } = parts;
  return {
    inspect: async (path, choice = {}, control = {}) => {
      const task: Task = { ...NO_LISTENERS, path, choice, control, limits, wants: 'nothing' };
      const end = unmapped(await runTask(startProcess, task));
      return end.ok ? ok(inspectionOf(end.value.report)) : end;
    },
    readRows: async (path, choice, onRows, control = {}) => {
      const { onHeader = NO_LISTENERS.onHeader } = control;
      const task: Task = { ...NO_LISTENERS, path, choice, control, limits, wants: 'rows', onRows, onHeader };
      const end = unmapped(await runTask(startProcess, task));
      return end.ok ? ok(tableOf(end.value.report)) : end;
    },
    readPopulation: async (path, choice, intake, onBlocks, control = {}) => {
      const task: Task = { ...NO_LISTENERS, path, choice, control, limits, wants: intake, onBlocks };
      const end = await runTask(startProcess, task);
      if (!end.ok) return end;
      const { report, taken } = end.value;
      if (taken === null) throw new Error('a population was read without its summary');
      return ok({ table: tableOf(report), ...taken });
    },
    linesOf: ({ packedLines }) => zstdDecompressSync(packedLines).toString(),
  };
}

/** A reading that maps nothing has no mapping that could not fit. */
function unmapped(outcome: Outcome): Result<Finished, TableFailure> {
  if (outcome.ok) return outcome;
  const { error } = outcome;
  if (error.code === 'misfit') throw new Error('a mapping was refused that nobody chose');
  return err(error);
}

function tableOf(report: ListReading): TableRows {
  const { rows, columns, ...inspection } = inspectionOf(report);
  return { ...inspection, header: columns, rowCount: rows, complete: report.isComplete };
}

const inspectionOf = (reading: ListReading): TableInspection => ({
  format: reading.format,
  encoding: reading.encoding,
  delimiter: reading.delimiter,
  sheets: reading.sheets,
  sheet: reading.sheet,
  sha256: reading.sha256,
  rows: reading.rows,
  columns: reading.columns,
  problems: reading.problems,
});

type OnRows = (rows: readonly (readonly string[])[], fileRows: readonly number[]) => void | Promise<void>;

interface Task {
  readonly path: string;
  readonly choice: RowsChoice;
  readonly control: TabularControl;
  readonly limits: ProcessLimits;
  readonly wants: Wanted;
  readonly onRows: OnRows;
  readonly onHeader: (header: readonly string[]) => void;
  readonly onBlocks: (blocks: readonly PackedBlock[]) => void | Promise<void>;
}

const NO_LISTENERS = { onRows: () => undefined, onHeader: () => undefined, onBlocks: () => undefined };

interface Finished {
  readonly report: ListReading;
  readonly taken: TakenRows | null;
}

type Outcome = Result<Finished, TableFailure | Misfit>;

function runTask(startProcess: StartReaderProcess, task: Task): Promise<Outcome> {
  if (task.control.signal?.aborted === true) return Promise.resolve(err(cancelled()));
  const heap = Math.floor((task.limits.memoryBytes * HEAP_SHARE) / 1024 / 1024);
  const reader = startProcess(heap);
  return new Promise((resolve, reject) => new Conversation(reader, task, resolve, reject).begin());
}

const cancelled = (): TableFailure => failure('cancelled', 'Reading was cancelled.');

/** One task and its process, from start to end. */
class Conversation {
  private readonly reader: ReaderProcess;
  private readonly task: Task;
  private readonly resolve: (outcome: Outcome) => void;
  private readonly reject: (reason: unknown) => void;
  private readonly watch: Stopwatch;
  private isOver = false;
  /** Batches are handed over one after another, and the end only after them. */
  private queue: Promise<void> = Promise.resolve();

  constructor(
    reader: ReaderProcess,
    task: Task,
    resolve: (outcome: Outcome) => void,
    reject: (reason: unknown) => void,
  ) {
    this.reader = reader;
    this.task = task;
    this.resolve = resolve;
    this.reject = reject;
    this.watch = new Stopwatch(task.limits.wallMs, () => this.end(err(this.tooSlow())));
  }

  begin(): void {
    this.task.control.signal?.addEventListener('abort', this.abort);
    this.reader.onMessage((message) => this.receive(message));
    this.reader.onExit(({ ranOutOfMemory }) =>
      this.end(err(ranOutOfMemory ? this.tooMuchMemory() : stopped())),
    );
  }

  private readonly abort = (): void => this.end(err(cancelled()));

  private receive(message: FromReader): void {
    const { path, choice, limits, wants } = this.task;
    switch (message.kind) {
      case 'ready':
        this.reader.send({
          kind: 'read',
          path: resolvePath(path),
          choice,
          wants,
          memoryBytes: limits.memoryBytes,
        });
        return;
      case 'progress':
        this.task.control.onProgress?.({ done: message.done, total: message.total });
        return;
      case 'header':
        this.enqueue(() => this.task.onHeader(message.cells));
        return;
      case 'rows':
        this.enqueue(() => this.handRows(message.json, message.runs));
        return;
      case 'blocks':
        this.enqueue(() => this.hand(() => this.task.onBlocks(message.blocks)));
        return;
      case 'done':
        this.enqueue(() => this.end(ok(message)));
        return;
      case 'misfit':
        this.enqueue(() => this.end(err({ code: 'misfit', refusal: message.refusal })));
        return;
      case 'refused':
        this.enqueue(() => this.end(err(message.failure)));
    }
  }

  /** A fault of the caller's own function ends the reading and goes back to the caller. */
  private enqueue(step: () => void | Promise<void>): void {
    this.queue = this.queue.then(async () => {
      if (this.isOver) return;
      try {
        await step();
      } catch (error) {
        this.finish();
        this.reject(error);
      }
    });
  }

  private handRows(json: string, runs: readonly RowRun[]): Promise<void> {
    // The process writes a list of rows of text here, and nothing else.
    const rows = JSON.parse(json) as readonly (readonly string[])[];
    return this.hand(() => this.task.onRows(rows, fileRowsOf(rows.length, runs)));
  }

  /** Hands a batch over; the time that its taker needs is not the reader's. */
  private async hand(take: () => void | Promise<void>): Promise<void> {
    this.watch.pause();
    await take();
    this.watch.resume();
    this.reader.send({ kind: 'taken' });
  }

  private end(outcome: Outcome): void {
    if (this.isOver) return;
    this.finish();
    this.resolve(outcome);
  }

  private finish(): void {
    this.isOver = true;
    this.watch.stop();
    this.task.control.signal?.removeEventListener('abort', this.abort);
    this.reader.kill();
  }

  private tooSlow(): TableFailure {
    const seconds = Math.round(this.task.limits.wallMs / 1000);
    return failure('too-slow', `Reading took longer than ${seconds} seconds and was stopped.`, { seconds });
  }

  private tooMuchMemory(): TableFailure {
    const limit = this.task.limits.memoryBytes;
    return failure(
      'too-much-memory',
      'Reading the file takes more memory than is allowed. Split it, or ask for CSV.',
      {
        limit,
      },
    );
  }
}

/** The row of the file for each row of a batch. */
function fileRowsOf(count: number, runs: readonly RowRun[]): readonly number[] {
  const numbers: number[] = [];
  for (const [index, [place, fileRow]] of runs.entries()) {
    const end = runs[index + 1]?.[0] ?? count;
    for (let at = place; at < end; at += 1) numbers.push(fileRow + at - place);
  }
  return numbers;
}

const stopped = (): TableFailure =>
  failure('reader-stopped', 'The process that reads the file ended unexpectedly. The file was not read.');
