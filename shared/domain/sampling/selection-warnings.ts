/** What a method of selection may miss, said at the plan and not only after the draw (reference d.5). */
import type { FieldsOf } from '../journal/entities.ts';
import { formatCount } from './sample-wording.ts';
import { isIntervalWeekly } from './systematic-sampler.ts';

/** The warnings of a plan, in sentences; none for a method that leaves nothing out of reach. */
export function selectionWarnings(
  plan: Pick<FieldsOf<'samplePlan'>, 'basis' | 'method'>,
  size: number,
  records: number,
): readonly string[] {
  if (plan.method !== 'systematic' || plan.basis === 'all' || plan.basis === 'targeted') return [];
  if (size < 1 || size > records) return [];
  const interval = Math.floor(records / size);
  const unreachable = records - interval * size;
  return [
    ...(isIntervalWeekly(interval) ? [weekly(interval)] : []),
    ...(unreachable === 0 ? [] : [outOfReach(unreachable)]),
  ];
}

function weekly(interval: number): string {
  const days = interval % 7 === 0 ? 'seven records a week' : 'five records a week';
  return (
    `One in every ${formatCount(interval)} records is taken. In a list with ${days} all items would fall on the same weekday. ` +
    'Look at the rows by weekday, choose another size, or select simple random.'
  );
}

function outOfReach(count: number): string {
  const records = count === 1 ? 'The last record' : `The last ${formatCount(count)} records`;
  return `${records} of the list, sorted by key, cannot be taken at this interval.`;
}
