import type { Output } from '../../app/client.ts';
import { shownDate } from '../../ui/form/typed-date.ts';

/** An engagement that was opened on this computer. */
export type Recent = Output<'recent.list'>[number];

const DAY = 86_400_000;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** When something was opened, for a reader at `now`: "today, 14:32", "yesterday", "9 Jul", "9 Jul 2024". */
export function openedWords(openedAt: string, now: Date): string {
  const opened = new Date(openedAt);
  const days = Math.round((startOfDay(now) - startOfDay(opened)) / DAY);
  if (days === 0) return `today, ${two(opened.getHours())}:${two(opened.getMinutes())}`;
  if (days === 1) return 'yesterday';
  const date = `${String(opened.getDate())} ${MONTHS[opened.getMonth()] ?? ''}`;
  return opened.getFullYear() === now.getFullYear() ? date : `${date} ${String(opened.getFullYear())}`;
}

/** A path as it is shown: its folder and its file, "Engagements / northwind-2026.tickmark". */
export function placeWords(path: string): string {
  const parts = path.split(/[\\/]/).filter((part) => part !== '');
  return parts.slice(-2).join(' / ');
}

/** The name of the file at the end of a path. */
export function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

/** The kind of the engagement: "SOC 2 Type II", "Readiness". */
export function kindWords(recent: Pick<Recent, 'kind' | 'type'>): string {
  return recent.kind === 'readiness' ? 'Readiness' : `SOC 2 Type ${recent.type}`;
}

/** The dates that it covers; a readiness assessment gives no opinion. */
export function kindDates(recent: Pick<Recent, 'kind' | 'dates'>): string {
  return recent.kind === 'readiness' ? `${recent.dates}, no opinion` : recent.dates;
}

/** How it stood, for a reader on `today`: "12 of 59 tests, 48 days left", "Retained until 22 Aug 2030". */
export function standingWords(recent: Pick<Recent, 'status' | 'note' | 'dueOn'>, today: string): string {
  const { status, note, dueOn } = recent;
  if (dueOn === null) return note;
  const days = Math.round((Date.parse(dueOn) - Date.parse(today)) / DAY);
  if (status === 'locked') return `Retained until ${shownDate(dueOn)}`;
  const left = days < 0 ? `${dayCount(-days)} over` : `${dayCount(days)} left`;
  if (status === 'issued' || status === 'assembling')
    return `Lock by ${shownDate(dueOn).replace(/ \d{4}$/, '')}, ${left}`;
  return note === '' ? left : `${note}, ${left}`;
}

/** Today where this computer stands, as `YYYY-MM-DD`. */
export function todayText(now: Date): string {
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function dayCount(days: number): string {
  return `${String(days)} ${days === 1 ? 'day' : 'days'}`;
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
