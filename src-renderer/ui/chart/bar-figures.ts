/** Height of standing bars with their labels, in pixels. */
export const COLUMN_BARS_HEIGHT = 112;

/** Height of a lying bar with its line, in pixels. */
export const LINE_BAR_HEIGHT = 17;

/** A bar: what it counts, and how much. */
export interface BarFigure {
  readonly label: string;
  readonly count: number;
}

/** A group under the bars with its sum, such as a quarter. */
export interface BarGroup {
  readonly label: string;
  readonly from: number;
  readonly size: number;
  readonly sum: number;
}

/** The sums of consecutive groups of `size` bars. */
export function barGroups(bars: readonly BarFigure[], size: number): readonly BarGroup[] {
  const groups: BarGroup[] = [];
  for (let from = 0; from < bars.length; from += size) {
    const members = bars.slice(from, from + size);
    const first = members[0]?.label ?? '';
    const last = members.at(-1)?.label ?? '';
    groups.push({
      label: first === last ? first : `${first} to ${last}`,
      from,
      size: members.length,
      sum: members.reduce((sum, bar) => sum + bar.count, 0),
    });
  }
  return groups;
}

/** At most three whole marks of the axis above 0, the last at or above the highest bar. */
export function axisTicks(most: number): readonly number[] {
  const rough = Math.max(1, most) / 2;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough) ?? rough;
  const whole = Math.max(1, Math.round(step));
  const count = Math.ceil(Math.max(1, most) / whole);
  return Array.from({ length: count + 1 }, (_, index) => index * whole);
}
