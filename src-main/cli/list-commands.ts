import { resolve } from 'node:path';
import { nodeChildProcesses } from '../app/child-processes.ts';
import { createListTools } from '../app/list-tools.ts';
import { profileFolder } from '../app/profile-folder.ts';
import { programRoot } from '../app/program-root.ts';
import type { PopulationRecord } from '../../shared/domain/sampling/draw.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import type { TabularReader } from '../services/ports/tabular.ts';
import { accessReviewOptions, runAccessReview } from './access-review-command.ts';
import { readArguments, textOption, type Options } from './arguments.ts';
import { UsageError, type Outcome } from './outcome.ts';
import { comparePopulations } from './compare-command.ts';
import { describeFailure, inspectPopulation, printPopulationRows } from './population-commands.ts';
import { runReportVerify } from './report-verify-command.ts';
import { runSampleEvaluate, runSampleSize } from './sample-commands.ts';
import { runSampleDraw, type PopulationColumns } from './sample-draw-command.ts';

const tools = () => createListTools(nodeChildProcesses(programRoot(import.meta.url)), profileFolder());

const texts = (options: Options, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, textOption(options, name)]));

/** `sample size --confidence 0.95 --tolerable 0.05 --expected 0.01 [--population N]`. */
export function sampleSize(words: readonly string[]): Promise<Outcome> {
  const names = ['confidence', 'tolerable', 'expected', 'population'];
  const usage = 'sample size --confidence C --tolerable T --expected E [--population N] [--json]';
  const { options } = readArguments(words, { usage, positionals: [0, 0], options: names });
  return Promise.resolve(runSampleSize(texts(options, names)));
}

/** `sample evaluate --size 60 --deviations 1 --confidence 0.95 [--population N]`. */
export function sampleEvaluate(words: readonly string[]): Promise<Outcome> {
  const names = ['size', 'deviations', 'confidence', 'population'];
  const usage = 'sample evaluate --size N --deviations K --confidence C [--population N] [--json]';
  const { options } = readArguments(words, { usage, positionals: [0, 0], options: names });
  return Promise.resolve(runSampleEvaluate(texts(options, names)));
}

/** `sample draw --population FILE --key COLUMN --seed TEXT --size N …`. */
export async function sampleDraw(words: readonly string[]): Promise<Outcome> {
  const names = ['population', 'key', 'seed', 'size', 'sheet', 'method', 'stratum'];
  const usage =
    'sample draw --population FILE --key COLUMN --seed TEXT --size N [--sheet S] [--method random|systematic|stratified] [--stratum COLUMN] [--json]';
  const { options } = readArguments(words, { usage, positionals: [0, 0], options: names });
  const file = textOption(options, 'population');
  if (file === undefined) throw new UsageError(`usage: tickmark ${usage}`);
  const { tabular, sha256Hex } = tools();
  const sheet = textOption(options, 'sheet');
  return runSampleDraw(
    texts(options, names),
    (columns, onBatch) => readRecords(tabular, file, sheet, columns, onBatch),
    sha256Hex,
  );
}

/** Reads keys and strata; a column that the list does not have ends the command as a refusal of the reader. */
async function readRecords(
  tabular: TabularReader,
  file: string,
  sheet: string | undefined,
  columns: PopulationColumns,
  onBatch: (records: readonly PopulationRecord[]) => void,
): Promise<Result<{ readonly sha256: string }, Outcome>> {
  const found: { places: ColumnPlaces | null } = { places: null };
  const read = await tabular.readRows(
    file,
    { sheet },
    (rows) => {
      const { places } = found;
      if (places !== null) onBatch(rows.map(recordOf(places)));
    },
    {
      onHeader: (header) => {
        found.places = placesOf(columns, header);
      },
    },
  );
  if (!read.ok) return err(describeFailure(read.error));
  if (found.places !== null) return ok({ sha256: read.value.sha256 });
  return err(missingColumn(columns, read.value.header));
}

interface ColumnPlaces {
  readonly key: number;
  /** −1 where no stratum is asked for. */
  readonly stratum: number;
}

/** Where the columns stand in the header; `null` where one is missing or stands there twice. */
function placesOf(columns: PopulationColumns, header: readonly string[]): ColumnPlaces | null {
  const wanted = [columns.key, ...(columns.stratum === undefined ? [] : [columns.stratum])];
  const isEachThere = wanted.every((name) => header.filter((cell) => cell === name).length === 1);
  if (!isEachThere) return null;
  return {
    key: header.indexOf(columns.key),
    stratum: columns.stratum === undefined ? -1 : header.indexOf(columns.stratum),
  };
}

function missingColumn(columns: PopulationColumns, header: readonly string[]): Outcome {
  const isMissing = (name: string) => header.filter((cell) => cell === name).length !== 1;
  const column = isMissing(columns.key) ? columns.key : (columns.stratum ?? '');
  const message = `The list has no single column "${column}". Its columns: ${header.join(', ')}.`;
  const json = { refused: 'no-such-column', column, columns: header, message };
  return { json, text: `no-such-column: ${message}`, exitCode: 1 };
}

const recordOf =
  ({ key: keyAt, stratum: stratumAt }: ColumnPlaces) =>
  (row: readonly string[]): PopulationRecord => {
    const key = row[keyAt] ?? '';
    return stratumAt < 0 ? { key } : { key, stratum: row[stratumAt] ?? '' };
  };

/** `population inspect FILE [--sheet S] [--key COLUMN]`. */
export async function populationInspect(words: readonly string[]): Promise<Outcome> {
  const usage = 'population inspect FILE [--sheet S] [--key COLUMN] [--encoding E] [--delimiter D] [--json]';
  const names = ['sheet', 'key', 'encoding', 'delimiter'];
  const { positionals, options } = readArguments(words, { usage, positionals: [1, 1], options: names });
  const choice = {
    sheet: textOption(options, 'sheet'),
    keyColumn: textOption(options, 'key'),
    encoding: textOption(options, 'encoding'),
    delimiter: textOption(options, 'delimiter'),
  };
  return inspectPopulation(tools().tabular, positionals[0] ?? '', choice);
}

/** `population compare FILE OTHER --key COLUMN [--other-key COLUMN]`. */
export async function populationCompare(words: readonly string[]): Promise<Outcome> {
  const usage = 'population compare FILE OTHER --key COLUMN [--other-key COLUMN] [--json]';
  const names = ['key', 'other-key'];
  const { positionals, options } = readArguments(words, { usage, positionals: [2, 2], options: names });
  const key = textOption(options, 'key');
  if (key === undefined) throw new UsageError(`usage: tickmark ${usage}`);
  const [file = '', other = ''] = positionals;
  const there = { file: other, key: textOption(options, 'other-key') ?? key };
  return comparePopulations(tools().tabular, { file, key }, there);
}

/** `population rows FILE [--sheet S]`. */
export async function populationRows(words: readonly string[]): Promise<Outcome> {
  const usage = 'population rows FILE [--sheet S] [--encoding E] [--delimiter D]';
  const names = ['sheet', 'encoding', 'delimiter'];
  const { positionals, options } = readArguments(words, { usage, positionals: [1, 1], options: names });
  return printPopulationRows(tools().tabular, positionals[0] ?? '', texts(options, names), {
    write: (text) => writeOut(text),
    note: (line) => process.stderr.write(`${line}\n`),
  });
}

/** `access review --users FILE … --as-of DATE`: the rules W0 to W21 over given lists. */
export async function accessReview(words: readonly string[]): Promise<Outcome> {
  const usage =
    'access review --as-of DATE --users FILE [--roster FILE] [--terminations FILE] [--grants FILE] … [--mapping FILE] [--json]';
  const { options } = readArguments(words, { usage, positionals: [0, 0], options: accessReviewOptions });
  return runAccessReview(options, tools());
}

/** `report verify REPORT.pdf`: exit 4 for every file that is not byte for byte a report as it was signed. */
export async function reportVerify(words: readonly string[]): Promise<Outcome> {
  const { positionals } = readArguments(words, {
    usage: 'report verify REPORT.pdf [--json]',
    positionals: [1, 1],
  });
  const path = resolve(positionals[0] ?? '');
  return runReportVerify(path, tools().verifyReport);
}

/** Writes to standard output and waits until it was taken, so that a slow reader does not fill the memory. */
function writeOut(text: string): Promise<void> {
  return new Promise((done) => {
    if (process.stdout.write(text)) done();
    else process.stdout.once('drain', done);
  });
}
