import type { Output } from '../../app/client.ts';
import { shownDate } from '../../ui/form/typed-date.ts';
import type { KeyFigure } from '../../ui/page/KeyFigures.tsx';
import { formatCount } from '../../ui/text/format-number.ts';

type Engagement = Output<'engagement.get'>;
type Home = Output<'home.get'>;

const DAY = 86_400_000;

/** "SOC 2 Type II, 1 Jul 2025 to 30 Jun 2026. Security, Availability": what the engagement is about. */
export function engagementWords(engagement: Engagement): string {
  const { type, asOfDate, periodStart, periodEnd, categories, kind } = engagement;
  const name = kind === 'readiness' ? `Readiness for SOC 2 Type ${type}` : `SOC 2 Type ${type}`;
  const dates =
    periodStart !== null && periodEnd !== null
      ? `${shownDate(periodStart)} to ${shownDate(periodEnd)}`
      : `as of ${shownDate(asOfDate ?? '')}`;
  return `${name}, ${dates}. ${categories.join(', ')}`;
}

/** The last step of the breadcrumb: "Type II, 30 Jun 2026". */
export function engagementCrumb({ type, asOfDate, periodEnd }: Engagement): string {
  return `Type ${type}, ${shownDate(periodEnd ?? asOfDate ?? '')}`;
}

/** The figures in the heading. */
export function headFigures(figures: Home['figures']): readonly KeyFigure[] {
  const { daysToReport, testsConcluded, tests, deviations, openNotes } = figures;
  const days =
    daysToReport === null
      ? []
      : [
          {
            value: formatCount(Math.abs(daysToReport)),
            label: daysToReport < 0 ? 'days past the report date' : 'days to report date',
          },
        ];
  return [
    ...days,
    { value: formatCount(testsConcluded), after: `of ${formatCount(tests)}`, label: 'tests concluded' },
    { value: formatCount(deviations), label: deviations === 1 ? 'deviation' : 'deviations' },
    { value: formatCount(openNotes), label: openNotes === 1 ? 'open note' : 'open notes' },
  ];
}

/** What fieldwork still leaves open: "1 test is not concluded."; empty in other phases, and when nothing is left. */
export function leftWords({ status }: Pick<Engagement, 'status'>, home: Home): string {
  const left = status === 'fieldwork' ? home.figures.tests - home.figures.testsConcluded : 0;
  if (left === 0) return '';
  return left === 1 ? '1 test is not concluded.' : `${formatCount(left)} tests are not concluded.`;
}

/** When something is due, for a reader on `today`: "today", "2 days", "17 Jul", "3 days over". */
export function dueWords(
  dueOn: string,
  today: string,
): { readonly text: string; readonly isPressing: boolean } {
  const days = Math.round((Date.parse(dueOn) - Date.parse(today)) / DAY);
  if (days === 0) return { text: 'today', isPressing: true };
  if (days < 0) return { text: `${String(-days)} ${days === -1 ? 'day' : 'days'} over`, isPressing: true };
  if (days <= 3) return { text: `${String(days)} ${days === 1 ? 'day' : 'days'}`, isPressing: false };
  return { text: shownDate(dueOn).replace(/ \d{4}$/, ''), isPressing: false };
}
