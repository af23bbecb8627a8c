/**
 * What a list shows before a draw, check by check: each is in order, dealt with by a recorded filter, or open until a
 * person accepts it with a reason (reference d.6). Nothing here changes the list.
 */
import { formatDate, formatPeriod, type Period } from '../../lib/plain-date.ts';
import type { Row } from '../journal/entities.ts';
import { formatCount } from '../sampling/sample-wording.ts';
import type { NearDuplicateFindings, SequenceFindings } from './key-findings.ts';
import type { PopulationHealth } from './population-health.ts';
import type { HourCounts } from './time-of-day.ts';

/** What is looked at. `reading` is what the reader of the file found that a person could not see. */
export type FindingCode =
  | 'keys'
  | 'period'
  | 'dates'
  | 'nearDuplicates'
  | 'sequence'
  | 'gaps'
  | 'timeOfDay'
  | 'frequency'
  | 'totals'
  | 'reading';

/** A check with what it found, in words that name the figures: other figures are another finding. */
export interface ListFinding {
  readonly code: FindingCode;
  /** `filtered`: rows were left out by a recorded filter, and nothing is left to do. `explained`: the reason was typed at the import (gate N3). */
  readonly state: 'clear' | 'filtered' | 'explained' | 'open';
  readonly words: string;
}

/** What the checks look at. */
export interface ListFacts {
  readonly population: Pick<
    Row<'population'>,
    'keyColumns' | 'dateColumn' | 'rowsInFile' | 'recordCount' | 'statedCount' | 'remarks'
  >;
  readonly period: Period | null;
  readonly filters: readonly Pick<Row<'populationFilter'>, 'code' | 'kind' | 'removedRows'>[];
  /** The standing tests of completeness and accuracy, whose counts are control totals too. */
  readonly ipeTests: readonly Pick<Row<'ipeTest'>, 'result' | 'countInSystem' | 'countInFile'>[];
  readonly health: PopulationHealth;
  /** The reason that a person typed for each empty part of the period at the import, in the order of the parts; `null` where none is. */
  readonly gapReasons: readonly (string | null)[];
  readonly expected: { readonly fewest: number; readonly most: number } | null;
  readonly sequence: SequenceFindings;
  readonly nearDuplicates: NearDuplicateFindings;
  readonly hours: HourCounts;
  /** Name of the zone in which times without an offset are read. */
  readonly zone: string;
}

/** Every check, in the order in which a person goes through them. */
export function listFindingsOf(facts: ListFacts): readonly ListFinding[] {
  return [
    keys(facts),
    ...period(facts),
    ...dates(facts),
    nearDuplicates(facts),
    sequence(facts),
    ...gaps(facts),
    ...timeOfDay(facts),
    ...frequency(facts),
    totals(facts),
    ...reading(facts),
  ];
}

/** How an open finding is recorded with its population, and matched with its acceptance. */
export const findingText = ({ code, words }: Pick<ListFinding, 'code' | 'words'>): string =>
  `${code} ${words}`;

/** What a recorded finding says, without its code. */
export const findingWords = (text: string): string => text.slice(text.indexOf(' ') + 1);

const clear = (code: FindingCode, words: string): ListFinding => ({ code, state: 'clear', words });
const open = (code: FindingCode, words: string): ListFinding => ({ code, state: 'open', words });

function keys({ population: { keyColumns, rowsInFile } }: ListFacts): ListFinding {
  return clear('keys', `${keyColumns.join(' with ')} is filled and unique in ${rows(rowsInFile)}`);
}

function period({ population, period: span, filters }: ListFacts): readonly ListFinding[] {
  if (span === null) return [];
  if (population.dateColumn === null)
    return [open('period', 'No date column: rows are not held against the period')];
  const within = filters.filter(({ kind }) => kind === 'withinPeriod');
  const removed = within.reduce((sum, filter) => sum + filter.removedRows, 0);
  if (removed === 0) return [clear('period', `No row lies outside ${formatPeriod(span)}`)];
  const codes = within.map(({ code }) => code).join(', ');
  return [
    { code: 'period', state: 'filtered', words: `${rows(removed)} outside ${formatPeriod(span)}, ${codes}` },
  ];
}

function dates({ population, health: { undated, records } }: ListFacts): readonly ListFinding[] {
  if (population.dateColumn === null) return [];
  if (undated === 0) return [clear('dates', `Every one of ${rows(records)} has its day`)];
  return [open('dates', `${rows(undated)} without a day`)];
}

function nearDuplicates({ nearDuplicates: found }: ListFacts): ListFinding {
  const { nearDuplicateCount: count, nearDuplicates: alike } = found;
  if (count === 0) return clear('nearDuplicates', 'No two keys differ only in case, marks or leading zeros');
  const named = alike.slice(0, 3).map((written) => written.slice(0, 4).join(' and '));
  const more = count > named.length ? ` and ${formatCount(count - named.length)} more` : '';
  return open('nearDuplicates', `${named.join('; ')}${more}: may be one record written twice`);
}

function sequence({ sequence: { gapCount, missing, gaps: found } }: ListFacts): ListFinding {
  if (gapCount === 0) return clear('sequence', 'No number is missing between the first and the last');
  const named = found
    .slice(0, 3)
    .map(({ prefix, from, to }) => `${prefix}${String(from)}${from === to ? '' : ` to ${String(to)}`}`);
  const more = gapCount > named.length ? ` and ${formatCount(gapCount - named.length)} more gaps` : '';
  return open(
    'sequence',
    `${formatCount(missing)} ${missing === 1 ? 'number is' : 'numbers are'} missing: ${named.join(', ')}${more}`,
  );
}

function gaps({ population, health, gapReasons }: ListFacts): readonly ListFinding[] {
  if (population.dateColumn === null || health.records === health.undated) return [];
  const spans = health.gaps.map(({ start, end }) => `${formatDate(start)} to ${formatDate(end)}`);
  if (spans.length > 0) {
    const words = `No row in ${spans.join('; ')}`;
    const reasons = gapReasons.filter((reason) => reason !== null);
    if (reasons.length < spans.length) return [open('gaps', words)];
    const explained = [...new Set(reasons)].join('; ');
    return [{ code: 'gaps', state: 'explained', words: `${words}. ${explained}` }];
  }
  const pause = health.longestPause;
  const words =
    pause === null ? '' : `; longest pause ${formatDate(pause.start)} to ${formatDate(pause.end)}`;
  return [clear('gaps', `No part of the period is empty${words}`)];
}

function timeOfDay({ population, hours, zone, health }: ListFacts): readonly ListFinding[] {
  const timed = hours.hours.reduce((sum, count) => sum + count, 0);
  if (population.dateColumn === null || timed === 0) return [];
  // Rows without a day have no time either; they are a finding of their own.
  const dayOnly = hours.untimed - health.undated;
  const parts = [
    hours.withoutOffset > 0
      ? `${formatCount(hours.withoutOffset)} times carry no offset; read as ${zone}`
      : '',
    dayOnly > 0 ? `${rows(dayOnly)} without a time of day among ${formatCount(timed)} with one` : '',
  ].filter((part) => part !== '');
  if (parts.length === 0)
    return [clear('timeOfDay', `Every time carries its offset; days are those of ${zone}`)];
  return [open('timeOfDay', parts.join('; '))];
}

function frequency({ expected, health: { records } }: ListFacts): readonly ListFinding[] {
  if (expected === null) return [];
  const { fewest, most } = expected;
  const times = fewest === most ? formatCount(most) : `${formatCount(fewest)} to ${formatCount(most)}`;
  const words = `The control runs ${times} ${most === 1 ? 'time' : 'times'} in the period; the list has ${rows(records)}`;
  return [records >= fewest && records <= most ? clear('frequency', words) : open('frequency', words)];
}

function totals({ population, ipeTests }: ListFacts): ListFinding {
  const { statedCount: stated, rowsInFile: inFile, recordCount: kept } = population;
  const has =
    kept === inFile
      ? `the file has ${formatCount(inFile)}`
      : `the file has ${formatCount(inFile)}, ${formatCount(kept)} kept`;
  if (stated !== null) {
    const words = `The client stated ${formatCount(stated)}; ${has}`;
    return stated === inFile || stated === kept ? clear('totals', words) : open('totals', words);
  }
  // Five records traced are no control total: the count compared must be that of the list.
  const counted = ipeTests.find(
    ({ result, countInSystem, countInFile }) =>
      result === 'pass' && countInSystem === countInFile && (countInFile === inFile || countInFile === kept),
  );
  if (counted === undefined) return open('totals', `No count of the client's system is on record; ${has}`);
  return clear('totals', `The system showed ${formatCount(counted.countInSystem ?? 0)}; ${has}`);
}

function reading({ population: { remarks } }: ListFacts): readonly ListFinding[] {
  if (remarks.length === 0)
    return [clear('reading', 'Nothing in the file was hidden, doubtful or without a stored value')];
  return remarks.map((remark) => open('reading', remark));
}

const rows = (count: number): string => `${formatCount(count)} ${count === 1 ? 'row' : 'rows'}`;
