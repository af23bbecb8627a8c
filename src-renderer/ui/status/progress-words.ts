import { formatCount } from '../text/format-number.ts';

/** How far a piece of work is. `total` is `undefined` while its length is not known. */
export interface ProgressFacts {
  readonly done: number;
  readonly total: number | undefined;
  /** "rows", "files", "pages". */
  readonly unit: string;
  readonly elapsedSeconds: number;
}

/** "61,000 of 184,000 rows, about 20 s left": the state of a piece of work in words. */
export function progressWords({ done, total, unit, elapsedSeconds }: ProgressFacts): string {
  if (total === undefined) return `${formatCount(done)} ${unit}, ${durationWords(elapsedSeconds)} so far`;
  const counted = `${formatCount(done)} of ${formatCount(total)} ${unit}`;
  const left = secondsLeft(done, total, elapsedSeconds);
  return left === undefined ? counted : `${counted}, about ${durationWords(left)} left`;
}

/** Seconds left at the speed so far; `undefined` until enough is done to tell, and at the end. */
export function secondsLeft(done: number, total: number, elapsedSeconds: number): number | undefined {
  if (done <= 0 || done >= total || elapsedSeconds < 1) return undefined;
  return (elapsedSeconds / done) * (total - done);
}

/** Seconds in words, coarse: 5 s, 20 s, 3 min, 2 h. */
export function durationWords(seconds: number): string {
  if (seconds < 10) return `${String(Math.max(1, Math.round(seconds)))} s`;
  if (seconds < 90) return `${String(Math.round(seconds / 5) * 5)} s`;
  if (seconds < 5400) return `${String(Math.round(seconds / 60))} min`;
  return `${String(Math.round(seconds / 3600))} h`;
}
