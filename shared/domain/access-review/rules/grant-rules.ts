/** W14 to W17: just-in-time and emergency access. */
import { daysBetween, formatDate } from '../../../lib/plain-date.ts';
import type { AccessFacts } from '../access-facts.ts';
import type { Grant } from '../access-record.ts';
import { lastDayOf } from '../identity.ts';
import { isAfter, lastMinute, lengthWords, momentWords, secondsPer, type Moment } from '../moment.ts';
import { folded } from '../read-cell.ts';
import { figure, findingsOf, type Figures, type Findings, type RuleOutcome } from '../rule.ts';

/** W14: a grant without a reason, or without an approval by another person beforehand. */
export function checkGrantApproval(facts: AccessFacts): RuleOutcome {
  const findings = findingsOf('W14');
  const approvers = new Set(facts.approvers.map(({ approver }) => folded(approver)));
  for (const grant of facts.grants) {
    findings.look(grant);
    if (grant.reason === '') findings.find(grant, 'no-reason', 'The grant gives no reason.');
    // Break-glass use is approved afterwards; W17 asks for its review.
    if (!grant.isBreakGlass) lookAtApprover(findings, grant, approvers);
  }
  return findings.outcome();
}

function lookAtApprover(findings: Findings, grant: Grant, approvers: ReadonlySet<string>): void {
  const { approver, requester, approvedAt, start } = grant;
  if (approver === '') {
    findings.find(grant, 'no-approver', 'Nobody approved the grant.');
    return;
  }
  if (folded(approver) === folded(requester) || folded(approver) === folded(grant.accountId))
    findings.find(grant, 'self-approved', `${approver} asked for the grant and approved it.`);
  if (approvers.size > 0 && !approvers.has(folded(approver)))
    findings.find(grant, 'not-an-approver', `${approver} is not on the list of approvers.`);
  if (approvedAt === null || start === null) return;
  if (isAfter(approvedAt, start))
    findings.find(
      grant,
      'approved-after',
      `Started on ${momentWords(start)}, approved only on ${momentWords(approvedAt)}.`,
    );
}

/** W15: a grant planned for too long, or not ended when it should have been. */
export function checkGrantLength(facts: AccessFacts, figures: Figures): RuleOutcome {
  const findings = findingsOf('W15');
  const longest = figure(figures, 'hours') * secondsPer.hour;
  const grace = figure(figures, 'minutes') * secondsPer.minute;
  for (const grant of facts.grants) {
    findings.look(grant);
    const { start, plannedEnd } = grant;
    if (start === null) findings.skip(grant, 'The log gives no start.');
    else if (plannedEnd === null)
      findings.find(grant, 'no-planned-end', 'The grant was given without an end.');
    else {
      const planned = plannedEnd.at - start.at;
      if (planned > longest) findings.find(grant, 'planned-long', `Planned for ${lengthWords(planned)}.`);
      lookAtEnd(findings, grant, plannedEnd, { facts, grace });
    }
  }
  return findings.outcome();
}

function lookAtEnd(
  findings: Findings,
  grant: Grant,
  plannedEnd: Moment,
  { facts, grace }: { readonly facts: AccessFacts; readonly grace: number },
): void {
  const { actualEnd } = grant;
  if (actualEnd === null) {
    if (plannedEnd.day > facts.dates.asOf) findings.skip(grant, 'The grant may still run on the as-of date.');
    else
      findings.find(
        grant,
        'not-ended',
        `Planned to end on ${momentWords(plannedEnd)}; the log shows no end.`,
      );
    return;
  }
  const late = actualEnd.at - plannedEnd.at;
  if (late > grace) findings.find(grant, 'ended-late', `Ended ${lengthWords(late)} after its planned end.`);
}

/** W16: standing privileged access beside the scheme, grants of people who left, and people who are granted often. */
export function checkStanding(facts: AccessFacts, figures: Figures): RuleOutcome {
  const findings = findingsOf('W16');
  const schemes = new Set(facts.grants.map(({ system }) => folded(system)));
  for (const account of facts.users) {
    const isHuman = account.type === 'human' || account.type === 'external';
    if (!account.isActive || !account.isPrivileged || !isHuman || !schemes.has(folded(account.system)))
      continue;
    findings.look(account);
    const words = `Holds a privileged role in ${account.system} for good, beside temporary grants there.`;
    findings.find(account, 'standing-privilege', words);
  }
  for (const grant of facts.grants) {
    findings.look(grant);
    lookAtHolder(findings, grant, facts);
  }
  lookAtOften(findings, facts, figures);
  return findings.outcome();
}

function lookAtHolder(findings: Findings, grant: Grant, facts: AccessFacts): void {
  const account = facts.accountAt(grant.system, grant.accountId);
  const identity = account === null ? facts.identities.byKey(grant.accountId) : facts.identities.of(account);
  const lastDay = lastDayOf(identity);
  if (lastDay === null || grant.start === null || grant.start.at <= lastMinute(lastDay, facts.zone)) return;
  const words = `Granted on ${momentWords(grant.start)} to somebody who left on ${formatDate(lastDay.day)}.`;
  findings.find(grant, 'granted-after-end', words);
}

/** More grants within the days than the figure allows: whether the access is needed for good is to be asked. */
function lookAtOften(findings: Findings, facts: AccessFacts, figures: Figures): void {
  const [most, days] = [figure(figures, 'grants'), figure(figures, 'days')];
  const byHolder = Map.groupBy(
    facts.grants.filter((grant) => grant.start !== null),
    (grant) => `${folded(grant.system)}\n${folded(grant.accountId)}`,
  );
  for (const grants of byHolder.values()) {
    const ordered = grants.toSorted((a, b) => (a.start?.at ?? 0) - (b.start?.at ?? 0));
    const at = ordered.findIndex((grant, index) => {
      const [from, to] = [grant.start, ordered[index + most]?.start];
      return from !== null && to !== undefined && to !== null && daysBetween(from.day, to.day) < days;
    });
    const first = ordered[at];
    if (first?.start === null || first === undefined) continue;
    const words = `${first.accountId} was granted access to ${first.system} more than ${String(most)} times within ${String(days)} days from ${formatDate(first.start.day)}.`;
    findings.find(first, 'granted-often', words, `${first.system} / ${first.accountId}`);
  }
}

/** W17: break-glass use that nobody reviewed in time. */
export function checkBreakGlass(facts: AccessFacts, figures: Figures): RuleOutcome {
  const findings = findingsOf('W17');
  const most = figure(figures, 'days');
  for (const grant of facts.grants) {
    if (!grant.isBreakGlass) continue;
    findings.look(grant);
    const { reviewedAt, start, actualEnd } = grant;
    const used = actualEnd ?? start;
    if (used === null) findings.skip(grant, 'The log gives no start.');
    else if (reviewedAt !== null) {
      const days = daysBetween(used.day, reviewedAt.day);
      if (days > most) findings.find(grant, 'reviewed-late', `Reviewed ${String(days)} days after the use.`);
    } else if (daysBetween(used.day, facts.dates.asOf) <= most)
      findings.skip(grant, 'The time for the review is not over on the as-of date.');
    else findings.find(grant, 'not-reviewed', `Used on ${momentWords(used)}; nobody reviewed it.`);
  }
  return findings.outcome();
}
