import type { Output } from '../../app/client.ts';

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

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
