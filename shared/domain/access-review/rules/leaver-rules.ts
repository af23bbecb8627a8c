/** W1 to W4: accounts without a person, and accounts of people who left. */
import { formatDate, type PlainDate } from '../../../lib/plain-date.ts';
import type { AccessFacts } from '../access-facts.ts';
import type { Account, Leaver } from '../access-record.ts';
import type { Identity, SuggestionReason } from '../identity.ts';
import { lastMinute, lengthWords, momentWords, secondsPer } from '../moment.ts';
import { figure, findingsOf, type Figures, type Findings, type RuleOutcome } from '../rule.ts';

const reasons: Readonly<Record<SuggestionReason, string>> = {
  keyButForCase: 'the key is equal but for case',
  name: 'the name is the same',
  nameOrder: 'the name has the same words',
  emailName: 'the email begins alike',
  accountName: 'the account is named like the person',
};

/** W1: an active human account that belongs to nobody on the roster. */
export function checkOrphans(facts: AccessFacts): RuleOutcome {
  const findings = findingsOf('W1');
  for (const account of facts.users) {
    if (!account.isActive || account.type !== 'human') continue;
    findings.look(account);
    const identity = facts.identities.of(account);
    if (identity?.person !== null && identity !== null) continue;
    findings.find(account, 'no-person', orphanWords(facts, account, identity));
  }
  return findings.outcome();
}

function orphanWords({ identities }: AccessFacts, account: Account, identity: Identity | null): string {
  if (identity !== null)
    return `${identity.name || identity.personKey} is on no roster, only among the terminations.`;
  const [likely] = identities.suggestionsFor(account);
  if (likely === undefined) return 'Nobody on the HR roster has this key or email.';
  const { name, personKey } = likely.identity;
  const who = name === '' ? personKey : `${name} (${personKey})`;
  return `Nobody on the HR roster has this key or email. It may be ${who}: ${reasons[likely.reason]}; confirm or reject.`;
}

/** W2: an active account of a person whose end date has come. */
export function checkActiveLeavers(facts: AccessFacts): RuleOutcome {
  const findings = findingsOf('W2');
  for (const account of facts.users) {
    if (!account.isActive) continue;
    findings.look(account);
    const identity = facts.identities.of(account);
    if (identity === null) {
      findings.skip(account, 'No person is known for the account.');
      continue;
    }
    const end = endOf(identity);
    if (end === null || end > facts.dates.asOf) continue;
    const who = identity.name || identity.personKey;
    const words = `${who} left on ${formatDate(end)}; the account is active on ${formatDate(facts.dates.asOf)}.`;
    findings.find(account, 'active-after-end', words);
  }
  return findings.outcome();
}

/** The earlier of the days on which HR roster and terminations let a person go. */
function endOf({ person, leaver }: Identity): PlainDate | null {
  const days = [person?.endDate?.day, leaver?.lastDay?.day].filter((day) => day !== undefined);
  return days.toSorted()[0] ?? null;
}

/** W3: an account disabled too late after the last day, or still open. */
export function checkLateRemovals(facts: AccessFacts, figures: Figures): RuleOutcome {
  const most = figure(figures, 'hours') * secondsPer.hour;
  return eachLeaver(facts, 'W3', (findings, leaver, account, from) => {
    const { disabledAt, isActive, key } = account;
    if (disabledAt === null) {
      const words = isActive
        ? `${account.label} is still active.`
        : `${account.label} is disabled, but the list does not say since when.`;
      findings.find(leaver, isActive ? 'still-active' : 'no-time', words, key);
      return;
    }
    const late = disabledAt.at - from;
    if (late <= most) return;
    const words = `${account.label} was disabled on ${momentWords(disabledAt)}, ${lengthWords(late)} after the last day.`;
    findings.find(leaver, 'disabled-late', words, key);
  });
}

/** W4: a log-in after the last day. */
export function checkLateLogins(facts: AccessFacts): RuleOutcome {
  return eachLeaver(facts, 'W4', (findings, leaver, account, from) => {
    const { lastLogin } = account;
    // A log-in of the last day itself, without a time, is not after it.
    if (lastLogin === null || lastLogin.at <= from) return;
    const words = `${account.label} logged in on ${momentWords(lastLogin)}, after the last day.`;
    findings.find(leaver, 'login-after-end', words, account.key);
  });
}

type LookAtAccount = (findings: Findings, leaver: Leaver, account: Account, lastMinuteAt: number) => void;

/** Looks at every account of everyone who left by the as-of date. */
function eachLeaver(facts: AccessFacts, id: 'W3' | 'W4', look: LookAtAccount): RuleOutcome {
  const findings = findingsOf(id);
  for (const leaver of facts.terminations) {
    findings.look(leaver);
    const { lastDay } = leaver;
    const identity = facts.identities.byKey(leaver.personKey);
    const accounts = identity === null ? [] : facts.accountsOf(identity);
    if (lastDay === null) findings.skip(leaver, 'The list gives no last day.');
    else if (lastDay.day > facts.dates.asOf) findings.skip(leaver, 'The last day lies after the as-of date.');
    else if (accounts.length === 0) findings.skip(leaver, 'The user lists hold no account of this person.');
    else for (const account of accounts) look(findings, leaver, account, lastMinute(lastDay, facts.zone));
  }
  return findings.outcome();
}
