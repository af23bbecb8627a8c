import type { TextStore } from '../../../../shared/domain/population/text-store.ts';
import { LIMITS } from '../limits.ts';
import { ProblemLog } from '../problem-log.ts';
import type { ReadingReport, ReadingTask } from '../reading.ts';
import { refuse } from '../refusal.ts';
import { noOutput } from '../row-output.ts';
import type { RowOutput } from '../row-output.ts';
import { readChunks } from '../source-file.ts';
import { TableIntake } from '../table-intake.ts';
import type { CellContext } from './cell-text.ts';
import { readSharedStrings } from './shared-strings.ts';
import { CellReader } from './sheet-cell.ts';
import { SheetListener } from './sheet-listener.ts';
import type { TakeRow } from './sheet-listener.ts';
import { readCellFormats } from './styles.ts';
import type { CellFormats } from './styles.ts';
import { readWorkbook } from './workbook.ts';
import type { Sheet, Workbook } from './workbook.ts';
import { XmlScanner } from './xml-scanner.ts';
import { xmlText } from './xml-text.ts';
import { openPackage } from './zip-package.ts';
import type { ZipPackage } from './zip-package.ts';

/** A workbook with what every sheet of it needs. */
interface OpenWorkbook {
  readonly task: ReadingTask;
  readonly zip: ZipPackage;
  readonly workbook: Workbook;
  readonly formats: CellFormats;
  readonly texts: TextStore;
}

/** Reads one sheet of a workbook. The order of the parts in the file does not matter. */
export async function readXlsx(task: ReadingTask): Promise<ReadingReport> {
  const { choice } = task;
  if (choice.encoding !== undefined || choice.delimiter !== undefined) {
    refuse('unsupported-feature', 'A workbook has no encoding and no delimiter to choose.');
  }
  const zip = await openPackage(task.file);
  for await (const chunk of readChunks(task.file, 0, 1024 * 1024)) task.digest(chunk);
  const workbook = await readWorkbook(zip);
  const formats = await readCellFormats(zip, workbook.stylesPart);
  const texts = await readSharedStrings(zip, workbook.stringsPart, task.tick);
  const open: OpenWorkbook = { task, zip, workbook, formats, texts };
  const { sheet, others } = await chooseSheet(open);
  const first = await readSheet(open, sheet, null, task.output);
  if (!first.wantsWidth) return report(open, sheet, others, first);
  const { columns } = await readSheet(open, sheet, null, noOutput);
  return report(open, sheet, others, await readSheet(open, sheet, columns, task.output));
}

interface SheetReading {
  readonly header: readonly string[];
  readonly rows: number;
  readonly columns: number;
  readonly problems: ProblemLog;
  readonly wantsWidth: boolean;
  readonly isComplete: boolean;
}

async function readSheet(
  open: OpenWorkbook,
  sheet: Sheet,
  known: number | null,
  output: RowOutput,
): Promise<SheetReading> {
  const problems = new ProblemLog();
  const intake = new TableIntake({
    choice: open.task.choice,
    problems,
    output,
    width: { kind: 'widest-row', known, declared: () => listener.frame.declaredColumns },
    columnLimit: LIMITS.workbookColumns,
  });
  const listener = makeListener(open, sheet, problems, (row, cells) => intake.add(row, cells));
  await scanSheet(open, sheet, listener, output);
  const { wantsWidth } = intake;
  if (!wantsWidth) {
    intake.finish();
    listener.frame.reportHiddenColumns(intake.columns);
  }
  return {
    header: intake.header,
    rows: intake.rowCount,
    columns: intake.columns,
    problems,
    wantsWidth,
    isComplete: !listener.isDone,
  };
}

function makeListener(open: OpenWorkbook, sheet: Sheet, problems: ProblemLog, take: TakeRow): SheetListener {
  const context: CellContext = {
    formats: open.formats,
    dateSystem: open.workbook.dateSystem,
    note: (code) => listener.note(code),
  };
  const listener = new SheetListener(sheet.part, new CellReader(context, open.texts), problems, take);
  return listener;
}

async function scanSheet(
  open: OpenWorkbook,
  sheet: Sheet,
  listener: SheetListener,
  output: RowOutput,
): Promise<void> {
  const scanner = new XmlScanner(sheet.part, listener);
  for await (const text of xmlText(sheet.part, open.zip.read(sheet.part, open.task.tick))) {
    scanner.write(text);
    await output.settle();
    if (listener.isDone) return;
  }
  scanner.end();
  listener.end();
}

async function holdsData(open: OpenWorkbook, sheet: Sheet): Promise<boolean> {
  let found = false;
  const listener = makeListener(open, sheet, new ProblemLog(), () => {
    found = true;
    return false;
  });
  await scanSheet(open, sheet, listener, noOutput);
  return found;
}

interface SheetChoice {
  readonly sheet: Sheet;
  /** Other visible sheets with data. */
  readonly others: readonly string[];
}

/** The sheet asked for, or the first visible one that holds data. */
async function chooseSheet(open: OpenWorkbook): Promise<SheetChoice> {
  const { sheets } = open.workbook;
  const wanted = open.task.choice.sheet;
  const named = sheets.find((sheet) => sheet.name === wanted);
  if (wanted !== undefined && named === undefined) {
    refuse('no-such-sheet', `The workbook has no sheet ${JSON.stringify(wanted)}.`, {
      sheet: wanted,
      sheets: sheets.map((sheet) => sheet.name),
    });
  }
  const visible = sheets.filter((sheet) => !sheet.isHidden);
  const filled: Sheet[] = [];
  for (const sheet of visible) if (visible.length === 1 || (await holdsData(open, sheet))) filled.push(sheet);
  const sheet = named ?? filled[0] ?? refuseInvisible(sheets);
  return { sheet, others: filled.filter((other) => other !== sheet).map((other) => other.name) };
}

const refuseInvisible = (sheets: readonly Sheet[]): never =>
  refuse(
    'no-visible-data',
    'No visible sheet of the workbook holds data. Name the sheet to read, if it is a hidden one.',
    {
      sheets: sheets.map((sheet) => sheet.name),
    },
  );

function report(
  open: OpenWorkbook,
  sheet: Sheet,
  others: readonly string[],
  reading: SheetReading,
): ReadingReport {
  const { problems } = reading;
  const { sheets } = open.workbook;
  const hidden = sheets.filter((candidate) => candidate.isHidden).map((candidate) => candidate.name);
  if (hidden.length > 0) problems.addNames('hidden-sheets', hidden);
  if (others.length > 0) problems.addNames('other-sheets', others);
  return {
    format: 'xlsx',
    encoding: null,
    delimiter: null,
    sheets: sheets.map((candidate) => candidate.name),
    sheet: sheet.name,
    rows: reading.rows,
    columns: reading.header,
    problems: problems.list(),
    isComplete: reading.isComplete,
  };
}
