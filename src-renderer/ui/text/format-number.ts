const WHOLE = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** A count with thousands set off by a comma: `1,206`. */
export function formatCount(count: number): string {
  return WHOLE.format(count);
}

/** A rate in per cent with a no-break thin space: `17.4 %`. `digits` is the number of decimals. */
export function formatPercent(percent: number, digits = 1): string {
  return `${percent.toFixed(digits)}\u202F%`;
}

/** "1 deviation", "2 deviations": a count with its noun in the right number. */
export function countOf(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatCount(count)} ${count === 1 ? singular : plural}`;
}
