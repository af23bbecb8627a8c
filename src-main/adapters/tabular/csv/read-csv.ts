import type { RowCells } from '../../../../shared/domain/population/row-cells.ts';
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

/** Characters of `1.2E+15`, which no shorter text has. */
const SHORTEST_LONG_NUMBER = 7;
const FIGURES_NOT_KEPT = 16;
/** Figures and signs have no unit above this. */
const LAST_FIGURE = 57;

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

  private take(record: number, cells: RowCells): boolean {
    if (this.intake.hasHeader) this.checkCells(record, cells);
    return this.intake.add(record, cells);
  }

  private checkCells(record: number, cells: RowCells): void {
    let units = 0;
    for (let index = 0; index < cells.width; index += 1) {
      units += cells.endOf(index) - cells.startOf(index);
      if (mayBeLongNumber(cells, index) && LONG_NUMBER.test(cells.at(index)))
        this.problems.addRow('long-number', record);
      if (this.holdsReplacement && cells.at(index).includes('\uFFFD'))
        this.problems.addRow('replacement-character', record);
    }
    if (units === 0) this.problems.addRow('empty-row', record);
  }
}

/** Whether a glance leaves it open that a cell is a number too long: it is long, or has a point after its first figure. */
function mayBeLongNumber(cells: RowCells, index: number): boolean {
  const start = cells.startOf(index);
  const length = cells.endOf(index) - start;
  if (length < SHORTEST_LONG_NUMBER || (cells.units[start] ?? 0) > LAST_FIGURE) return false;
  return length >= FIGURES_NOT_KEPT || isPoint(cells.units[start + 1]) || isPoint(cells.units[start + 2]);
}

const isPoint = (unit: number | undefined): boolean => unit === 0x2e || unit === 0x2c;
