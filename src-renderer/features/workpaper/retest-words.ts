import { countOf, formatCount } from '../../ui/text/format-number.ts';

/** What a retest showed: "no deviation in 5 items", "1 of 5 items deviated". */
export function retestWords({
  items,
  deviating,
}: {
  readonly items: number;
  readonly deviating: number;
}): string {
  if (deviating === 0) return `no deviation in ${countOf(items, 'item')}`;
  return `${formatCount(deviating)} of ${countOf(items, 'item')} deviated`;
}

/** A count as it is typed; `undefined` where it is none. */
export function countTyped(text: string): number | undefined {
  return /^\d{1,7}$/.test(text.trim()) ? Number(text.trim()) : undefined;
}
