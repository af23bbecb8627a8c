import { quarterOf } from '../calendar.ts';

const QUARTERS = ['2025Q3', '2025Q4', '2026Q1', '2026Q2'] as const;

/** Why a quarter of the period holds no tested item, or null where each quarter holds one. */
export function coverageNote(itemDates: readonly string[], populationSize: number): string | null {
  const covered = new Set(itemDates.map(quarterOf));
  const missing = QUARTERS.filter((quarter) => !covered.has(quarter));
  if (missing.length === 0) return null;
  if (itemDates.length === populationSize) return 'Every occurrence of the period was tested.';
  return `The items were drawn at random and none falls in ${missing.join(', ')}; for that time the owner was asked and the list of occurrences was read.`;
}
