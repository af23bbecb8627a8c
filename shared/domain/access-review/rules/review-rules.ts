/** W18 to W20: whether the client's own review was complete, done in time by somebody else, and carried out. */
import { daysBetween, formatDate } from '../../../lib/plain-date.ts';
import type { AccessFacts } from '../access-facts.ts';
import type { Account, ReviewLine } from '../access-record.ts';
import { lastDayOf, type Identity } from '../identity.ts';
import { lastMinute, momentWords, type Moment } from '../moment.ts';
import { folded } from '../read-cell.ts';
import { figure, findingsOf, type Figures, type Findings, type RuleOutcome } from '../rule.ts';

const placeOf = (system: string, accountId: string): string => `${folded(system)}\n${folded(accountId)}`;

/** W18: accounts that the review left out, and lines of the review without an account. */
export function checkReviewComplete(facts: AccessFacts): RuleOutcome {
  const findings = findingsOf('W18');
  const reviewed = new Set(facts.review.map(({ system, accountId }) => placeOf(system, accountId)));
  const present = new Set<string>();
  for (const account of facts.users) {
    present.add(placeOf(account.system, account.accountId));
    if (!account.isActive) continue;
    findings.look(account);
    if (!reviewed.has(placeOf(account.system, account.accountId)))
      findings.find(account, 'not-reviewed', 'The account is not in the review.');
  }
  for (const line of facts.review) {
    findings.look(line);
    if (!present.has(placeOf(line.system, line.accountId)))
      findings.find(line, 'no-account', 'The review names an account that the user lists do not have.');
  }
  return findings.outcome();
}

/** W19: no decision, a late one, or one by the holder or by somebody who had left. */
export function checkReviewers(facts: AccessFacts): RuleOutcome {
  const findings = findingsOf('W19');
  const named = reviewersOf(facts);
  const { dueOn } = facts.dates;
  for (const line of facts.review) {
    findings.look(line);
    const { decision, decidedAt, reviewer } = line;
    if (decision === null) findings.find(line, 'no-decision', 'The review says nothing about the account.');
    if (dueOn !== null && decidedAt !== null && decidedAt.day > dueOn)
      findings.find(
        line,
        'decided-late',
        `Decided on ${formatDate(decidedAt.day)}; it was due on ${formatDate(dueOn)}.`,
      );
    lookAtReviewer(findings, line, facts, named.get(folded(reviewer)) ?? null);
  }
  return findings.outcome();
}

function lookAtReviewer(
  findings: Findings,
  line: ReviewLine,
  facts: AccessFacts,
  reviewer: Identity | null,
): void {
  if (line.reviewer === '') {
    if (line.decision !== null) findings.find(line, 'no-reviewer', 'The decision names no reviewer.');
    return;
  }
  const account = facts.accountAt(line.system, line.accountId);
  const isOwnName = folded(line.reviewer) === folded(line.accountId);
  const isHolder = account !== null && isHeldBy(account, line.reviewer, facts, reviewer);
  if (isOwnName || isHolder) findings.find(line, 'own-access', `${line.reviewer} reviewed the own access.`);
  lookAtLastDay(findings, line, lastDayOf(reviewer), facts);
}

function lookAtLastDay(
  findings: Findings,
  line: ReviewLine,
  lastDay: Moment | null,
  { zone }: AccessFacts,
): void {
  if (lastDay === null || line.decidedAt === null || line.decidedAt.at <= lastMinute(lastDay, zone)) return;
  findings.find(line, 'reviewer-left', `${line.reviewer} had left on ${formatDate(lastDay.day)}.`);
}

function isHeldBy(account: Account, reviewer: string, facts: AccessFacts, known: Identity | null): boolean {
  const holder = facts.identities.of(account);
  if (holder !== null && known !== null) return holder.personKey === known.personKey;
  const own = [account.accountId, account.email, account.name, account.personKey];
  return own.some((text) => text !== '' && folded(text) === folded(reviewer));
}

/** People by everything that a review may call them: key, email, and a name that only one of them has. */
function reviewersOf({ identities }: AccessFacts): ReadonlyMap<string, Identity> {
  const names = Map.groupBy(identities.people, ({ name }) => folded(name));
  const index = new Map<string, Identity>();
  for (const [name, people] of names) {
    const [only, ...others] = people;
    if (name !== '' && only !== undefined && others.length === 0) index.set(name, only);
  }
  for (const identity of identities.people) {
    if (identity.email !== '') index.set(folded(identity.email), identity);
    index.set(folded(identity.personKey), identity);
  }
  return index;
}

/** W20: a decision to remove or change that was not carried out, or too late. */
export function checkCarriedOut(facts: AccessFacts, figures: Figures): RuleOutcome {
  const findings = findingsOf('W20');
  const most = figure(figures, 'days');
  const hasLater = facts.lists.some((list) => list.kind === 'laterUsers');
  for (const line of facts.review) {
    if (line.decision !== 'remove' && line.decision !== 'change') continue;
    findings.look(line);
    const { decidedAt, changeDoneAt } = line;
    if (changeDoneAt !== null && decidedAt !== null) {
      const days = daysBetween(decidedAt.day, changeDoneAt.day);
      const words = `Decided on ${momentWords(decidedAt)}, carried out ${String(days)} days later.`;
      if (days > most) findings.find(line, 'carried-out-late', words);
    }
    if (hasLater) lookAtLater(findings, line, facts);
    else if (changeDoneAt === null)
      findings.find(line, 'no-trace', 'Nothing shows that the decision was carried out.');
  }
  return findings.outcome();
}

function lookAtLater(findings: Findings, line: ReviewLine, facts: AccessFacts): void {
  const later = facts.laterAccountAt(line.system, line.accountId);
  if (later?.isActive !== true) return;
  if (line.decision === 'remove') {
    findings.find(line, 'still-there', 'Decided to remove; the account is active in the later list.');
    return;
  }
  const before = facts.accountAt(line.system, line.accountId);
  if (before === null) findings.skip(line, 'The first list does not have the account.');
  else if (rolesText(before) === rolesText(later))
    findings.find(line, 'unchanged', 'Decided to change; the later list shows the same roles.');
}

const rolesText = ({ roles }: Account): string => roles.map(folded).sort().join('\n');
