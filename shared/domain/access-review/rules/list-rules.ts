/** W0: whether the lists themselves can be relied on. */
import { daysBetween, formatDate } from '../../../lib/plain-date.ts';
import type { AccessFacts } from '../access-facts.ts';
import { isUserList } from '../access-list.ts';
import type { ReadList } from '../access-record.ts';
import { figure, findingsOf, type Figures, type Findings, type RuleOutcome } from '../rule.ts';

/** Each list: its day, its count, blank and repeated keys, cells that could not be read. */
export function checkLists(facts: AccessFacts, figures: Figures): RuleOutcome {
  const findings = findingsOf('W0');
  for (const list of facts.lists) {
    findings.look(list);
    lookAtDay(findings, list, facts, figure(figures, 'days'));
    lookAtCount(findings, list);
    for (const record of list.records) findings.look(record);
    for (const { subject, code, about, words } of list.faults) findings.find(subject, code, words, about);
  }
  lookAcrossLists(findings, facts);
  return findings.outcome();
}

function lookAtDay(findings: Findings, list: ReadList, { dates }: AccessFacts, most: number): void {
  // A later list is later on purpose.
  if (!isUserList(list.kind) || list.kind === 'laterUsers') return;
  if (list.asOf === null) {
    findings.find(list, 'no-day', `${list.label} does not say for which day it speaks.`);
    return;
  }
  const days = Math.abs(daysBetween(dates.reviewedOn, list.asOf));
  if (days <= most) return;
  const [day, reviewed] = [formatDate(list.asOf), formatDate(dates.reviewedOn)];
  findings.find(
    list,
    'day-apart',
    `${list.label} speaks for ${day}, ${String(days)} days from the review on ${reviewed}.`,
  );
}

function lookAtCount(findings: Findings, list: ReadList): void {
  const { statedCount, rowCount, label } = list;
  if (statedCount === null || statedCount === rowCount) return;
  const words = `${label} has ${String(rowCount)} rows; the system showed ${String(statedCount)}.`;
  findings.find(list, 'count-differs', words);
}

/** A record that stands in two lists of one kind is counted twice by every rule after this one. */
function lookAcrossLists(findings: Findings, { lists }: AccessFacts): void {
  const firstIn = new Map<string, ReadList>();
  for (const list of lists)
    for (const record of list.records) {
      const place = `${list.kind}\n${record.key}`;
      const first = firstIn.get(place);
      if (first === undefined) firstIn.set(place, list);
      else
        findings.find(
          record,
          'in-two-lists',
          `${record.label} stands in ${first.label} and in ${list.label}.`,
        );
    }
}
