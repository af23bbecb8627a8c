const DAY = 86_400_000;

/** A day of a month's sheet, with whether it belongs to that month. */
export interface SheetDay {
  readonly date: string;
  readonly day: number;
  readonly isInMonth: boolean;
}

/** Six weeks from the Monday on or before the first of the month that holds `date`. */
export function monthDays(date: string): readonly (readonly SheetDay[])[] {
  const month = date.slice(0, 7);
  const first = Date.parse(`${month}-01T00:00:00Z`);
  const weekday = (new Date(first).getUTCDay() + 6) % 7;
  return Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (_unused, day) => {
      const iso = new Date(first + (week * 7 + day - weekday) * DAY).toISOString().slice(0, 10);
      return { date: iso, day: Number(iso.slice(8)), isInMonth: iso.startsWith(month) };
    }),
  );
}

/** The date a key leads to in a month's sheet: arrows by day and week, page keys by month. */
export function dateAfterKey(key: string, date: string): string | undefined {
  switch (key) {
    case 'ArrowLeft':
      return addDays(date, -1);
    case 'ArrowRight':
      return addDays(date, 1);
    case 'ArrowUp':
      return addDays(date, -7);
    case 'ArrowDown':
      return addDays(date, 7);
    case 'PageUp':
      return addMonths(date, -1);
    case 'PageDown':
      return addMonths(date, 1);
    default:
      return undefined;
  }
}

/** The same day some months on, or the last day of a shorter month. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}

function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}
