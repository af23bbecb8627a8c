import { LIMITS } from '../limits.ts';
import { ProblemLog } from '../problem-log.ts';
import type { ReadingReport, ReadingTask } from '../reading.ts';
import { refuse } from '../refusal.ts';
import { readChunks } from '../source-file.ts';
import { TableIntake } from '../table-intake.ts';
import { CsvRecords } from './csv-records.ts';
import { chosenDelimiter, findDelimiter } from './delimiter.ts';
import type { DelimiterFinding } from './delimiter.ts';
import { ByteSurvey, makeDecoder, normalizeEncoding } from './text-encoding.ts';
import type { EncodingFinding } from './text-encoding.ts';

const CHUNK_BYTES = 256 * 1024;

/** A number that a spreadsheet program would not keep: more than 15 digits, or already cut to an exponent. */
const LONG_NUMBER = /^[+-]?(?:\d{16,}(?:[.,]\d*)?|\d[.,]\d+[eE]\+\d{2,3})$/;

/** First line by which some programs name the delimiter. */
const SEPARATOR_LINE = /^sep=([^\r\n"])(?:\r\n|\r|\n)/i;

/** A web page or a formatted document under the name of a list. */
const OTHER_TEXT = /^\s*(?:<!doctype|<html|<\?xml|<table|<script|\{\\rtf|%PDF-)/i;

/** Reads a text file: first all bytes for the encoding, then all records. */
export async function readCsv(task: ReadingTask): Promise<ReadingReport> {
  const { file, choice } = task;
  if (choice.sheet !== undefined) {
    refuse('no-such-sheet', 'A text file has no sheets.', { sheet: choice.sheet, sheets: [] });
  }
  if (file.size > LIMITS.textBytes) {
    refuse('too-large', 'The file is larger than 2 GB.', { bytes: file.size, limit: LIMITS.textBytes });
  }
  const encoding = await settleEncoding(task);
  const reading = new CsvReading(task, encoding);
  let done = encoding.skip;
  const decoder = makeDecoder(encoding.encoding);
  for await (const chunk of readChunks(file, encoding.skip, CHUNK_BYTES)) {
    done += chunk.length;
    task.tick(file.size + done, file.size * 2);
    if (!reading.write(decoder.write(chunk))) return reading.finish(false);
    await task.output.settle();
  }
  reading.write(decoder.end());
  return reading.finish(true);
}

async function settleEncoding(task: ReadingTask): Promise<EncodingFinding> {
  const { file, choice } = task;
  const survey = new ByteSurvey();
  let done = 0;
  for await (const chunk of readChunks(file, 0, CHUNK_BYTES)) {
    survey.add(chunk);
    task.digest(chunk);
    done += chunk.length;
    task.tick(done, file.size * 2);
  }
  if (choice.encoding === undefined) return survey.finish();
  const encoding = normalizeEncoding(choice.encoding);
  const mark = survey.mark();
  if (mark !== null && mark.encoding !== encoding) {
    refuse('undecodable', `The file marks itself as ${mark.encoding}, not ${encoding}.`, {
      encoding,
      marked: mark.encoding,
    });
  }
  return mark ?? { encoding, skip: 0, isGuess: false };
}

/** The state of one reading of a text file. */
class CsvReading {
  private readonly task: ReadingTask;
  private readonly encoding: EncodingFinding;
  private readonly problems = new ProblemLog();
  private readonly intake: TableIntake;
  private delimiter: DelimiterFinding | null = null;
  private records: CsvRecords | null = null;
  private sample = '';
  private holdsReplacement = false;

  constructor(task: ReadingTask, encoding: EncodingFinding) {
    this.task = task;
    this.encoding = encoding;
    if (encoding.isGuess) this.problems.addNames('guessed-encoding', [encoding.encoding]);
    this.intake = new TableIntake({
      choice: task.choice,
      problems: this.problems,
      output: task.output,
      width: { kind: 'as-header' },
      columnLimit: LIMITS.textColumns,
    });
  }

  write(text: string): boolean {
    if (text.includes('\u0000')) {
      refuse('nul-character', 'The file holds NUL characters: it is not a text file, or it was damaged.');
    }
    this.holdsReplacement ||= text.includes('\uFFFD');
    if (this.records !== null) return this.records.write(text);
    this.sample += text;
    return this.sample.length < CHUNK_BYTES / 2 || this.begin(false);
  }

  finish(isComplete: boolean): ReadingReport {
    if (isComplete) {
      if (this.records === null) this.begin(true);
      this.records?.end();
    }
    const last = isComplete ? this.records?.record : undefined;
    this.intake.finish(last);
    return {
      format: 'csv',
      encoding: this.encoding.encoding,
      delimiter: this.delimiter?.reported ?? null,
      sheets: [],
      sheet: null,
      rows: this.intake.rowCount,
      columns: this.intake.header,
      problems: this.problems.list(),
      isComplete,
    };
  }

  /** Settles the delimiter from the sample and reads the sample. */
  private begin(isWhole: boolean): boolean {
    let text = this.sample;
    this.sample = '';
    if (OTHER_TEXT.test(text)) {
      refuse('not-a-table', 'This is a web page or a formatted document, not a list. Ask for CSV or XLSX.');
    }
    const separator = SEPARATOR_LINE.exec(text);
    if (separator !== null) text = text.slice(separator[0].length);
    this.delimiter = this.settleDelimiter(text, isWhole, separator?.[1]);
    this.records = new CsvRecords(
      this.delimiter.delimiter,
      (cells, record, isBlank) => isBlank || this.take(record, cells),
    );
    if (separator !== null) this.records.record = 1;
    return this.records.write(text);
  }

  private settleDelimiter(text: string, isWhole: boolean, named: string | undefined): DelimiterFinding {
    const chosen = this.task.choice.delimiter ?? named;
    if (chosen !== undefined) return chosenDelimiter(chosen);
    const found = findDelimiter(text, isWhole);
    if (found.alternatives.length > 0) this.problems.addNames('guessed-delimiter', found.alternatives);
    return found;
  }

  private take(record: number, cells: readonly string[]): boolean {
    if (this.intake.hasHeader) this.checkCells(record, cells);
    return this.intake.add(record, cells);
  }

  private checkCells(record: number, cells: readonly string[]): void {
    let isEmpty = true;
    for (const cell of cells) {
      if (cell !== '') isEmpty = false;
      if (cell.length > 6 && LONG_NUMBER.test(cell)) this.problems.addRow('long-number', record);
      if (this.holdsReplacement && cell.includes('\uFFFD'))
        this.problems.addRow('replacement-character', record);
    }
    if (isEmpty) this.problems.addRow('empty-row', record);
  }
}
