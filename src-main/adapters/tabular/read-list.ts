import { createHash } from 'node:crypto';
import type { RowsChoice } from '../../services/ports/tabular.ts';
import { readCsv } from './csv/read-csv.ts';
import { refuseForeignFormat } from './foreign-format.ts';
import type { ReadingReport, ReadingTask } from './reading.ts';
import { refuse } from './refusal.ts';
import { noOutput } from './row-output.ts';
import type { RowOutput } from './row-output.ts';
import { openSource } from './source-file.ts';
import type { SourceFile } from './source-file.ts';
import { readXlsx } from './xlsx/read-xlsx.ts';

const HEAD_BYTES = 8;

/** A reading and the file it was made of. */
export interface ListReading extends ReadingReport {
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly sha256: string;
}

/** Reads one list by what its bytes say it is, whatever its name; runs in the reader's process. */
export async function readList(
  path: string,
  choice: RowsChoice,
  output: RowOutput,
  tick: ReadingTask['tick'],
): Promise<ListReading> {
  const file = await openSource(path);
  try {
    if (file.size === 0) refuse('empty-file', 'The file is empty (0 bytes).');
    const hash = createHash('sha256');
    const task: ReadingTask = { file, choice, output, tick, digest: (bytes) => hash.update(bytes) };
    const report = await readByFormat(task);
    await file.checkUnchanged();
    if (output !== noOutput) refuseRagged(report);
    return { ...report, sha256: hash.digest('hex') };
  } finally {
    await file.handle.close();
  }
}

async function readByFormat(task: ReadingTask): Promise<ReadingReport> {
  const head = await readHead(task.file);
  if (head.toString('latin1', 0, 4) === 'PK\u0003\u0004') return readXlsx(task);
  await refuseForeignFormat(task.file, head);
  return readCsv(task);
}

async function readHead(file: SourceFile): Promise<Buffer> {
  const buffer = Buffer.alloc(HEAD_BYTES);
  const { bytesRead } = await file.handle.read(buffer, 0, HEAD_BYTES, 0);
  return buffer.subarray(0, bytesRead);
}

/** Rows of unequal length are shown by an inspection; they are not handed over, since what is missing cannot be known. */
function refuseRagged(report: ReadingReport): void {
  const ragged = report.problems.find((problem) => problem.code === 'ragged-row');
  if (ragged === undefined) return;
  const rows = ragged.rows.slice(0, 20);
  const more = ragged.count > rows.length ? ` and ${ragged.count - rows.length} more` : '';
  refuse(
    'ragged-rows',
    `${ragged.count === 1 ? '1 row has' : `${ragged.count} rows have`} more or fewer cells than the header (${report.columns.length}): row ${rows.join(', ')}${more}. Ask for a corrected file, or choose another delimiter or header row.`,
    { rows: ragged.rows, count: ragged.count, columns: report.columns.length },
  );
}
