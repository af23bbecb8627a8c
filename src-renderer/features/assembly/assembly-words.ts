import type { Output } from '../../app/client.ts';
import type { StatusKind } from '../../ui/status/StatusChip.tsx';
import { countOf } from '../../ui/text/format-number.ts';

/** How far the assembly of the file is. */
export type FileState = Output<'file.get'>;

/** Days from the release of the report to the end of assembly (gate F1). */
export const ASSEMBLY_DAYS = 60;

/** The days at which the countdown speaks up. */
export const MARKS = [45, 55, 60] as const;

const STATUS: Readonly<Record<string, { readonly kind: StatusKind; readonly label: string }>> = {
  issued: { kind: 'ready', label: 'Report released' },
  assembling: { kind: 'under-way', label: 'Assembling' },
  locked: { kind: 'done', label: 'Locked' },
  cancelled: { kind: 'none', label: 'Cancelled' },
};

/** The state of the file as a chip; before release there is nothing to assemble. */
export function fileStanding({ status }: FileState): { readonly kind: StatusKind; readonly label: string } {
  return STATUS[status] ?? { kind: 'not-yet', label: 'Report not released' };
}

/** How many of the days are gone; `undefined` before release. */
export function daysGone({ daysLeft }: FileState): number | undefined {
  return daysLeft === null ? undefined : ASSEMBLY_DAYS - daysLeft;
}

/** "12 days left" or "3 days past the day 60". */
export function leftWords(daysLeft: number): string {
  if (daysLeft >= 0) return `${countOf(daysLeft, 'day')} left`;
  return `${countOf(-daysLeft, 'day')} past day ${String(ASSEMBLY_DAYS)}`;
}
