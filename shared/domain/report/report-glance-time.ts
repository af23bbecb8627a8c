/** The time line of the overview: whole days on an axis of whole months. */
import { addDays, addMonths, daysBetween } from '../../lib/plain-date.ts';
import type { PlainDate } from '../../lib/plain-date.ts';
import { countWord, dateInFull, dateInShort, partsOf, spanEnd, spanInFull } from './report-words.ts';
import type { ReportFacts, ReportSpan } from './report-facts.ts';
import type { Glance } from './report-model.ts';

/** Measures and words of the time line. */
export function glanceTime(facts: ReportFacts): Glance['time'] {
  const { span, region, reportDate } = facts;
  const from = span.type === 'I' ? span.asOf : span.from;
  const to = spanEnd(span);
  const last = reportDate !== null && reportDate > to ? reportDate : to;
  const start = firstOfMonth(span.type === 'I' ? addMonths(from, -1) : from);
  const end = addMonths(firstOfMonth(last), 1);
  const words = spanInFull(span, region);
  const dated = reportDate === null ? 'Report date open.' : `Report dated ${dateInFull(reportDate, region)}.`;
  return {
    heading: span.type === 'I' ? 'As-of date' : 'Period',
    span,
    reportDate,
    words,
    below: `${lengthInWords(span)}${dated}`,
    axis: {
      days: daysBetween(start, end),
      ticks: ticksBetween(start, end),
      from: daysBetween(start, from),
      to: daysBetween(start, to) + 1,
      report: reportDate === null ? null : daysBetween(start, reportDate),
    },
    labels: {
      from: dateInShort(from, region, true),
      to: dateInShort(to, region, true),
      report: reportDate === null ? null : dateInShort(reportDate, region, false),
    },
    altText: `Time line: ${words}. ${dated}`,
  };
}

const firstOfMonth = (date: PlainDate): PlainDate => addDays(date, 1 - partsOf(date).day);

/** The first day of every month on the axis, as days from its start. */
function ticksBetween(start: PlainDate, end: PlainDate): readonly number[] {
  const ticks: number[] = [];
  for (let month = start; month <= end; month = addMonths(month, 1)) ticks.push(daysBetween(start, month));
  return ticks;
}

/** "Twelve months. " for whole months, else days; nothing for Type I. */
function lengthInWords(span: ReportSpan): string {
  if (span.type === 'I') return '';
  const afterEnd = addDays(span.to, 1);
  const from = partsOf(span.from);
  const to = partsOf(afterEnd);
  const months = (to.year - from.year) * 12 + to.month - from.month;
  return addMonths(span.from, months) === afterEnd
    ? `${countWord(months)} months. `
    : `${String(daysBetween(span.from, afterEnd))} days. `;
}
