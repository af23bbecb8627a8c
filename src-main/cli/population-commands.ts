/** `population inspect` and `population rows`: what is printed and which exit code ends them. */
import { blocksImport, describeTableProblem } from '../../shared/domain/population/table-problem.ts';
import type { TableProblem } from '../../shared/domain/population/table-problem.ts';
import type {
  TableChoice,
  TableFailure,
  TableInspection,
  TableRows,
  TabularReader,
} from '../services/ports/tabular.ts';

/** Characters of output that are held until the whole list has been read. */
const HELD_CHARACTERS = 48 * 1024 * 1024;

/** One JSON value for `--json` (none where lines were printed), the text for people, and the exit code: 0 done, 1 refused, 3 environment. */
export interface PopulationOutcome {
  readonly json: unknown;
  readonly text: string;
  readonly exitCode: 0 | 1 | 3;
}

/** Where a command prints while it works. */
export interface PopulationOutput {
  /** Writes to standard output; the next text waits until this one is taken. */
  write(text: string): void | Promise<void>;
  /** A line for people on standard error. */
  note(line: string): void;
}

/** `population inspect FILE [--sheet S] [--key COLUMN]`: what the list is and what is odd about it. */
export async function inspectPopulation(
  tabular: TabularReader,
  file: string,
  choice: TableChoice,
): Promise<PopulationOutcome> {
  const result = await tabular.inspect(file, choice);
  if (!result.ok) return describeFailure(result.error);
  return { json: inspectionJson(result.value), text: inspectionText(result.value), exitCode: 0 };
}

/**
 * `population rows FILE [--sheet S]`: one JSON array of strings a line, the header first, exactly what would be
 * imported. Nothing is printed of a list that is refused at its end: a list up to 48 million characters is held until
 * it has been read; a longer one is inspected first and printed while it is read again.
 */
export async function printPopulationRows(
  tabular: TabularReader,
  file: string,
  choice: TableChoice,
  output: PopulationOutput,
): Promise<PopulationOutcome> {
  const held = new HeldLines();
  const first = await readLines(tabular, file, choice, (text) => held.add(text), held.tooMany);
  if (held.tooMany.aborted) return printLongList(tabular, file, choice, output);
  if (!first.ok) return describeFailure(first.error);
  noteProblems(first.value.problems, output);
  for (const text of held.texts) await output.write(text);
  return printed;
}

const printed: PopulationOutcome = { json: undefined, text: '', exitCode: 0 };

async function printLongList(
  tabular: TabularReader,
  file: string,
  choice: TableChoice,
  output: PopulationOutput,
): Promise<PopulationOutcome> {
  const inspection = await tabular.inspect(file, choice);
  if (!inspection.ok) return describeFailure(inspection.error);
  // A list that may not be imported is read to its end for the refusal, and no line of it is printed.
  const isBlocked = inspection.value.problems.some(blocksImport);
  if (!isBlocked) noteProblems(inspection.value.problems, output);
  const rows = await readLines(tabular, file, choice, (text) => (isBlocked ? undefined : output.write(text)));
  if (!rows.ok) return describeFailure(rows.error);
  return rows.value.sha256 === inspection.value.sha256 ? printed : describeFailure(changed);
}

const changed: TableFailure = {
  code: 'file-changed',
  kind: 'environment',
  message: 'The file changed while it was read. What was printed is not one list.',
  facts: {},
};

/** Keeps lines, and gives up once they are too many. */
class HeldLines {
  texts: string[] = [];
  private characters = 0;
  private readonly limit = new AbortController();

  /** Aborted when the lines are too many to be held. */
  get tooMany(): AbortSignal {
    return this.limit.signal;
  }

  add(text: string): void {
    this.characters += text.length;
    this.texts.push(text);
    if (this.characters <= HELD_CHARACTERS) return;
    this.texts = [];
    this.limit.abort();
  }
}

function readLines(
  tabular: TabularReader,
  file: string,
  choice: TableChoice,
  take: (text: string) => void | Promise<void>,
  signal?: AbortSignal,
): ReturnType<TabularReader['readRows']> {
  let pending = '';
  const takeRows = (rows: readonly (readonly string[])[]): void | Promise<void> => {
    const text = pending + lines(rows);
    pending = '';
    return take(text);
  };
  const onHeader = (header: readonly string[]): void => {
    pending = lines([header]);
  };
  return tabular.readRows(file, choice, takeRows, { onHeader, signal }).then(async (result) => {
    if (result.ok && pending !== '') await take(pending);
    return result;
  });
}

const lines = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${JSON.stringify(row)}\n`).join('');

function noteProblems(problems: TableRows['problems'], output: PopulationOutput): void {
  for (const problem of problems) output.note(describeTableProblem(problem));
}

/** The value that scripts rely on; `sheet` stands only where there are sheets, `names` and `count` where they add something. */
function inspectionJson(inspection: TableInspection): object {
  const { format, encoding, delimiter, sheets, sheet, rows, columns, problems } = inspection;
  return {
    format,
    encoding,
    delimiter,
    sheets,
    ...(sheet === null ? {} : { sheet }),
    rows,
    columns,
    problems: problems.map(problemJson),
  };
}

function problemJson({ code, rows, count, names }: TableProblem): object {
  const isCounted = count === (rows.length > 0 ? rows.length : names.length);
  return { code, rows, ...(names.length === 0 ? {} : { names }), ...(isCounted ? {} : { count }) };
}

function inspectionText(inspection: TableInspection): string {
  const { rows, columns, problems, sheet, sheets } = inspection;
  return [
    `${describeFormat(inspection)}: ${rows} ${rows === 1 ? 'row' : 'rows'} below the header, ${columns.length} columns`,
    ...(sheet === null ? [] : [`Sheet ${JSON.stringify(sheet)} of ${sheets.length}`]),
    ...columns.map(
      (column, index) => `${String(index + 1).padStart(5)}  ${column === '' ? '(no header)' : column}`,
    ),
    problems.length === 0 ? 'Nothing odd was found.' : 'To be looked at:',
    ...problems.map((problem) => `  ${problem.code}: ${describeTableProblem(problem)}`),
  ].join('\n');
}

const DELIMITER_NAMES: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
};

function describeFormat({ format, encoding, delimiter }: TableInspection): string {
  if (format === 'xlsx') return 'Workbook (XLSX)';
  const separated =
    delimiter === null
      ? 'one column'
      : `separated by ${DELIMITER_NAMES[delimiter] ?? JSON.stringify(delimiter)}`;
  return `Text (CSV), ${encoding ?? ''}, ${separated}`;
}

/** A list that was not read: `{"refused":"code", ...facts}` for a rule or limit, `{"error":"code", ...facts}` for the environment. */
export function describeFailure({ code, kind, message, facts }: TableFailure): PopulationOutcome {
  const isRefusal = kind === 'refused';
  return {
    json: { ...facts, [isRefusal ? 'refused' : 'error']: code, message },
    text: `${code}: ${message}`,
    exitCode: isRefusal ? 1 : 3,
  };
}
