import { addMonths, addDays, earliestTypeIIEnd, formatDate, type PlainDate } from '../../lib/plain-date.ts';
import { gate, type Refusal } from '../gates/refusal.ts';

/** What an engagement's report covers, as typed so far. */
export interface CoverageDates {
  readonly type: 'I' | 'II';
  readonly asOfDate: PlainDate | null;
  readonly periodStart: PlainDate | null;
  readonly periodEnd: PlainDate | null;
  readonly categories: readonly string[];
}

/** The category that is always in scope. */
const security = 'Security';

/**
 * What is wrong with the dates and categories of an engagement: gates E1 (the dates fit the type), E2 (at least six
 * months: end ≥ start + 6 months − 1 day, months clamped to their last day), E3 (Security in scope) and the warning E5
 * (longer than twelve months). Calendar dates; no time zone is applied to them.
 */
export function coverageFindings(dates: CoverageDates): readonly Refusal[] {
  const { periodStart, periodEnd } = dates;
  const findings: Refusal[] = [];
  if (!datesFitType(dates)) findings.push(gate('E1'));
  else if (periodStart !== null && periodEnd !== null)
    findings.push(...lengthFindings(periodStart, periodEnd));
  if (!dates.categories.includes(security)) findings.push(gate('E3'));
  return findings;
}

function datesFitType(dates: CoverageDates): boolean {
  const { asOfDate, periodStart, periodEnd } = dates;
  if (dates.type === 'I') return asOfDate !== null && periodStart === null && periodEnd === null;
  return asOfDate === null && periodStart !== null && periodEnd !== null;
}

function lengthFindings(start: PlainDate, end: PlainDate): readonly Refusal[] {
  const earliest = earliestTypeIIEnd(start);
  if (end < earliest)
    return [gate('E2', { start: formatDate(start), end: formatDate(end), min: formatDate(earliest) })];
  return end > addDays(addMonths(start, 12), -1) ? [gate('E5')] : [];
}
