import type { TableProblemCode } from '../../../../shared/domain/population/table-problem.ts';
import { refuseDamaged } from '../refusal.ts';
import { padDecimal, readDecimal } from './decimal-text.ts';
import { GENERAL } from './number-format.ts';
import type { FormatSection } from './number-format.ts';
import { clockText, dayText, isPhantomDay, splitSerial } from './serial-date.ts';
import type { DateSystem, SerialMoment } from './serial-date.ts';
import type { CellFormats } from './styles.ts';

/** What numbers of a workbook need to become text. */
export interface CellContext {
  readonly formats: CellFormats;
  readonly dateSystem: DateSystem;
  /** Notes something odd about the cell being read. */
  readonly note: (code: TableProblemCode) => void;
}

/** A number cell as text: the file's own decimal, with the zeros of a padding format, or a date. */
export function numberText(raw: string, style: number, context: CellContext): string {
  const decimal = readDecimal(raw);
  if (decimal === null) return refuseDamaged(`a cell of a number holds ${JSON.stringify(raw.slice(0, 40))}`);
  const format = context.formats[style] ?? refuseDamaged('a cell uses a style that does not exist');
  if (format === GENERAL) {
    if (decimal.isLong) context.note('long-number');
    return decimal.text;
  }
  const section = format.sectionFor(Number(raw));
  if (section.kind === 'date' || section.kind === 'elapsed')
    return momentText(raw, decimal.text, section, context);
  if (decimal.isLong) context.note('long-number');
  return sectionText(decimal.text, section, context);
}

function sectionText(decimal: string, section: FormatSection, context: CellContext): string {
  if (section.kind === 'nothing') context.note('hidden-values');
  if (section.kind !== 'padded') return decimal;
  if (section.addsText) context.note('format-adds-text');
  return padDecimal(decimal, section.integerDigits, section.decimalDigits);
}

function momentText(raw: string, decimal: string, section: FormatSection, context: CellContext): string {
  const serial = Number(raw);
  const moment = splitSerial(Math.abs(serial));
  const text = serial < 0 ? negativeText(moment, section) : positiveText(moment, section, context);
  if (text === null) {
    context.note('not-a-calendar-date');
    return decimal;
  }
  if (moment.isRounded && section.showsFractions) context.note('seconds-rounded');
  return text;
}

const negativeText = (moment: SerialMoment, section: FormatSection): string | null =>
  section.kind === 'elapsed' ? `-${elapsedText(moment)}` : null;

const elapsedText = (moment: SerialMoment): string => clockText(moment.day * 86_400 + moment.second);

/**
 * A time alone where no day is meant: the value is less than a day and its format shows no date, or the day is the
 * zeroth, which is none. Otherwise the date, with the time where the format shows one or the value has one.
 */
function positiveText(moment: SerialMoment, section: FormatSection, context: CellContext): string | null {
  if (section.kind === 'elapsed') return elapsedText(moment);
  if (moment.day === 0 && !section.showsDate) return clockText(moment.second);
  const day = dayText(moment.day, context.dateSystem);
  if (day === null) return moment.day === 0 && moment.second > 0 ? clockText(moment.second) : null;
  if (isPhantomDay(moment.day, context.dateSystem)) context.note('not-a-calendar-date');
  return section.showsTime || moment.second > 0 ? `${day}T${clockText(moment.second)}` : day;
}

const ISO = /^(\d{4}-\d{2}-\d{2})?(?:(?<=\d)T(?=\d))?(?:(?<=^|T)(\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?))?$/;

/** A date cell (type `d`), written in ISO 8601; any other form of text stays as it is. */
export function isoDateText(raw: string, style: number, context: CellContext): string {
  const found = ISO.exec(raw);
  if (found === null || raw === '') return raw;
  const [, day, clock] = found;
  if (clock === undefined) return raw;
  const exact = clockSeconds(clock);
  const second = Math.floor(exact + 0.5);
  // A fraction just before midnight would need the next day: such a text stays as it is.
  if (second >= 86_400) return raw;
  const section = context.formats[style]?.sectionFor(1) ?? null;
  if (second !== exact && section?.showsFractions === true) context.note('seconds-rounded');
  return isoMoment(day, second, section);
}

function clockSeconds(clock: string): number {
  const [hours = '', minutes = '', seconds = '0'] = clock.split(':');
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

function isoMoment(day: string | undefined, second: number, section: FormatSection | null): string {
  if (day === undefined) return clockText(second);
  const isDayOnly = second === 0 && section?.kind === 'date' && !section.showsTime;
  return isDayOnly ? day : `${day}T${clockText(second)}`;
}

/** A cell of true or false. */
export function booleanText(raw: string): string {
  const value = raw.trim();
  if (value === '1' || value === 'true') return 'TRUE';
  if (value === '0' || value === 'false') return 'FALSE';
  return refuseDamaged(`a cell of true or false holds ${JSON.stringify(raw.slice(0, 40))}`);
}
