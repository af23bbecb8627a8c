import { LIMITS } from '../limits.ts';
import { TableRefusal, refuse } from '../refusal.ts';
import { CsvRecords } from './csv-records.ts';

/** Delimiters that are looked for, the commonest first. */
const CANDIDATES: readonly string[] = [',', ';', '\t', '|'];

/** Stands for "no delimiter": a character that no accepted text holds. */
const NONE = '\u0000';

const SAMPLE_RECORDS = 200;

/** How a text is cut into cells. */
export interface DelimiterFinding {
  /** The character for the record reader. */
  readonly delimiter: string;
  /** What is reported: null for a list of one column. */
  readonly reported: string | null;
  /** Delimiters that would also give a table; empty where the finding is certain. */
  readonly alternatives: readonly string[];
}

interface Trial {
  readonly delimiter: string;
  readonly headerColumns: number;
  /** Share of the records, header included, that have as many cells as the header. */
  readonly agreement: number;
  /** Share of the records below the header that have the commonest number of cells, where that is more than one. */
  readonly bodyAgreement: number;
  readonly splitsSomething: boolean;
  /** A quotation mark stood where it may not. */
  readonly isBroken: boolean;
}

/** Checks a delimiter that a person chose. */
export function chosenDelimiter(delimiter: string): DelimiterFinding {
  if (delimiter.length !== 1 || '"\r\n\u0000'.includes(delimiter)) {
    refuse('malformed-quote', `${JSON.stringify(delimiter)} cannot be a delimiter: it is one character.`, {
      delimiter,
    });
  }
  return { delimiter, reported: delimiter, alternatives: [] };
}

/**
 * Finds the delimiter from the first records, read by the same rules as the whole file, so that delimiters within
 * quotes do not count. `isWhole` says that the sample is the whole text.
 */
export function findDelimiter(sample: string, isWhole: boolean): DelimiterFinding {
  const trials = CANDIDATES.map((delimiter) => tryDelimiter(delimiter, sample, isWhole));
  const tables = trials
    .filter((trial) => trial.headerColumns > 1)
    .sort(
      (a, b) =>
        Number(a.isBroken) - Number(b.isBroken) ||
        b.agreement - a.agreement ||
        b.headerColumns - a.headerColumns,
    );
  const [best, ...others] = tables;
  if (best !== undefined) {
    const rivals = others.filter((other) => !other.isBroken && other.agreement >= best.agreement);
    return {
      delimiter: best.delimiter,
      reported: best.delimiter,
      alternatives: rivals.map((rival) => rival.delimiter),
    };
  }
  return findBelowHeader(trials);
}

/** The header is one cell: either a list of one column, or a title above a table, whose rows are then ragged. */
function findBelowHeader(trials: readonly Trial[]): DelimiterFinding {
  const [body] = trials
    .filter((trial) => trial.bodyAgreement > 0.5)
    .sort((a, b) => b.bodyAgreement - a.bodyAgreement);
  if (body !== undefined) return { delimiter: body.delimiter, reported: body.delimiter, alternatives: [] };
  const splitting = trials.filter((trial) => trial.splitsSomething).map((trial) => trial.delimiter);
  return { delimiter: NONE, reported: null, alternatives: splitting };
}

function tryDelimiter(delimiter: string, sample: string, isWhole: boolean): Trial {
  const widths: number[] = [];
  const records = new CsvRecords(delimiter, (cells, _record, isBlank) => {
    if (!isBlank) widths.push(cells.width);
    return widths.length < SAMPLE_RECORDS;
  });
  let isBroken = false;
  let isTooWide = false;
  try {
    if (records.write(sample) && isWhole) records.end();
  } catch (error) {
    if (!(error instanceof TableRefusal)) throw error;
    isBroken = true;
    isTooWide = error.failure.code === 'too-many-columns';
  }
  const [headerColumns = isTooWide ? LIMITS.textColumns : 0, ...body] = widths;
  const agreeing = widths.filter((width) => width === headerColumns).length;
  return {
    delimiter,
    headerColumns,
    agreement: widths.length === 0 ? 0 : agreeing / widths.length,
    bodyAgreement: body.length === 0 ? 0 : commonestWide(body) / body.length,
    splitsSomething: body.some((width) => width > 1),
    isBroken,
  };
}

function commonestWide(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}
