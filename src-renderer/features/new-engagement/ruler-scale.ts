import {
  addDays,
  addMonths,
  daysBetween,
  earliestTypeIIEnd,
  formatDate,
  monthsOf,
} from '../../../shared/lib/plain-date.ts';
import type { PlainDate } from '../../../shared/lib/plain-date.ts';

/** A mark on the ruler, in fractions of its width. */
export interface RulerMark {
  readonly at: number;
  readonly label: string;
}

/** A period on a ruler of at least twelve months. */
export interface RulerScale {
  /** Ticks between months with the name of the month that begins there. */
  readonly months: readonly { readonly from: number; readonly to: number; readonly label: string }[];
  readonly years: readonly { readonly from: number; readonly to: number; readonly label: string }[];
  /** Where the last day of the period ends; `undefined` while there is none, or it lies before the start. */
  readonly end: number | undefined;
  /** Where six months end. */
  readonly sixMonths: RulerMark;
  /** How the end lies to the six months: "1 day early"; `undefined` where it is long enough. */
  readonly shortage: string | undefined;
}

const MONTH_WORDS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The ruler for a start and, once typed, an end. It reaches twelve months, or one month beyond a later end. */
export function rulerScale(start: PlainDate, end: PlainDate | null): RulerScale {
  const year = addDays(addMonths(start, 12), -1);
  const last = end !== null && end > year ? end : year;
  const days = daysBetween(start, last) + 1;
  const at = (date: PlainDate): number => Math.max(0, Math.min(1, daysBetween(start, date) / days));
  const after = (date: PlainDate): number => at(addDays(date, 1));
  const six = earliestTypeIIEnd(start);
  const isOrdered = end !== null && end >= start;
  const months = monthsOf({ start, end: last }).map((month) => ({
    from: at(month.start),
    to: after(month.end),
    label: MONTH_WORDS[Number(month.start.slice(5, 7)) - 1] ?? '',
    year: month.start.slice(0, 4),
  }));
  return {
    months: months.map(({ from, to, label }) => ({ from, to, label })),
    years: yearsOf(months),
    end: isOrdered ? after(end) : undefined,
    sixMonths: { at: after(six), label: `six months end here, ${formatDate(six)}` },
    shortage: isOrdered && end < six ? shortageWords(daysBetween(end, six)) : undefined,
  };
}

function yearsOf(
  months: readonly { readonly from: number; readonly to: number; readonly year: string }[],
): RulerScale['years'] {
  const years = [...new Set(months.map((month) => month.year))];
  return years.map((label) => {
    const own = months.filter((month) => month.year === label);
    return { label, from: own[0]?.from ?? 0, to: own.at(-1)?.to ?? 1 };
  });
}

function shortageWords(days: number): string {
  return `${String(days)} ${days === 1 ? 'day' : 'days'} early`;
}
