/** A stretch of the period, in fractions of its width from 0 to 1. */
export interface Stretch {
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

/** The calendar of a period, ready to be drawn. */
export interface PeriodScale {
  /** Where a date stands, 0 to 1; dates outside the period are held at its ends. */
  readonly at: (date: string) => number;
  /** Calendar months, cut at the ends of the period. */
  readonly months: readonly Stretch[];
  /** Groups of three months from the start of the period: "Oct to Dec 2025". */
  readonly quarters: readonly Stretch[];
  /** Weeks of seven days from the start; the last may be shorter. */
  readonly weeks: readonly Stretch[];
}

const DAY = 86_400_000;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The scale of a period from `start` to `end`, both `YYYY-MM-DD` and both included. */
export function periodScale(start: string, end: string): PeriodScale {
  const first = dayNumber(start);
  const days = Math.max(1, dayNumber(end) - first + 1);
  const fraction = (day: number): number => Math.max(0, Math.min(1, (day - first) / days));
  const months = monthStarts(start, end).map((month, index, all) => ({
    ...month,
    from: fraction(month.day),
    to: fraction(all[index + 1]?.day ?? first + days),
  }));
  const weekCount = Math.ceil(days / 7);
  return {
    at: (date) => fraction(dayNumber(date) + 0.5),
    months: months.map(({ label, from, to }) => ({ label, from, to })),
    quarters: quartersOf(months),
    weeks: Array.from({ length: weekCount }, (_, index) => ({
      label: `week ${String(index + 1)}`,
      from: fraction(first + index * 7),
      to: fraction(first + (index + 1) * 7),
    })),
  };
}

/** How many of the places (0 to 1) lie in each stretch; an end belongs to the stretch that begins there. */
export function countIn(stretches: readonly Stretch[], places: readonly number[]): readonly number[] {
  return stretches.map(({ from, to }, index) => {
    const isLast = index === stretches.length - 1;
    return places.filter((place) => place >= from && (place < to || (isLast && place === to))).length;
  });
}

interface MonthStart {
  readonly label: string;
  readonly year: number;
  readonly day: number;
}

function monthStarts(start: string, end: string): readonly MonthStart[] {
  const starts: MonthStart[] = [];
  let year = Number(start.slice(0, 4));
  let month = Number(start.slice(5, 7)) - 1;
  const last = dayNumber(end);
  const first = dayNumber(start);
  for (let day = first; day <= last; day = Math.round(Date.UTC(year, month, 1) / DAY)) {
    starts.push({ label: MONTHS[month] ?? '', year, day });
    year += month === 11 ? 1 : 0;
    month = (month + 1) % 12;
  }
  return starts;
}

function quartersOf(months: readonly (MonthStart & Stretch)[]): readonly Stretch[] {
  const quarters: Stretch[] = [];
  for (let index = 0; index < months.length; index += 3) {
    const first = months[index];
    const last = months[Math.min(index + 2, months.length - 1)];
    if (first === undefined || last === undefined) continue;
    const label = first === last ? first.label : `${first.label} to ${last.label}`;
    quarters.push({ label: `${label} ${String(last.year)}`, from: first.from, to: last.to });
  }
  return quarters;
}

function dayNumber(date: string): number {
  return Math.round(Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / DAY);
}
