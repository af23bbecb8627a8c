/** W5, W9, W10, W11 and W21: what the user lists say by themselves. */
import { daysBetween, formatDate } from '../../../lib/plain-date.ts';
import type { AccessFacts } from '../access-facts.ts';
import type { Account } from '../access-record.ts';
import { momentWords } from '../moment.ts';
import { figure, findingsOf, type Figures, type RuleOutcome } from '../rule.ts';

const activeAccounts = (facts: AccessFacts): readonly Account[] =>
  facts.users.filter((account) => account.isActive);

/** W5: an account that nobody uses. Service accounts are left out: they do not log in as people do. */
export function checkUnused(facts: AccessFacts, figures: Figures): RuleOutcome {
  const findings = findingsOf('W5');
  const { asOf } = facts.dates;
  const [mostUnused, mostNever] = [figure(figures, 'days'), figure(figures, 'neverDays')];
  for (const account of activeAccounts(facts)) {
    if (account.type === 'service') continue;
    findings.look(account);
    const { lastLogin, createdAt } = account;
    if (lastLogin !== null) {
      const days = daysBetween(lastLogin.day, asOf);
      if (days > mostUnused)
        findings.find(
          account,
          'unused',
          `Last log-in on ${momentWords(lastLogin)}, ${String(days)} days before.`,
        );
    } else if (createdAt === null) {
      findings.find(account, 'never-used', 'Never logged in; the list does not say since when it exists.');
    } else {
      const days = daysBetween(createdAt.day, asOf);
      if (days > mostNever)
        findings.find(account, 'never-used', `Never logged in, and created ${String(days)} days before.`);
    }
  }
  return findings.outcome();
}

/** W9: privileged access, or any human access where policy asks for it, without a second factor. */
export function checkFactors(facts: AccessFacts, figures: Figures): RuleOutcome {
  const findings = findingsOf('W9');
  const isForAll = figure(figures, 'everyone') === 1;
  for (const account of activeAccounts(facts)) {
    const isHuman = account.type === 'human' || account.type === 'external';
    if (!account.isPrivileged && !(isForAll && isHuman)) continue;
    findings.look(account);
    if (account.hasMfa === null)
      findings.skip(account, 'The list does not say whether a second factor is on.');
    else if (!account.hasMfa)
      findings.find(
        account,
        account.isPrivileged ? 'privileged-one-factor' : 'one-factor',
        account.isPrivileged ? 'A privileged account without a second factor.' : 'No second factor.',
      );
  }
  return findings.outcome();
}

const genericName =
  /^(admin|administrator|root|sysadmin|superuser|sa|test|testuser|guest|demo|shared|generic|temp|service|svc|backup|operator|support|helpdesk|info|office|scan|scanner|training|default)\d*$|^user$/;

/** W10: shared or generic accounts, and service accounts that nobody owns. */
export function checkGeneric(facts: AccessFacts): RuleOutcome {
  const findings = findingsOf('W10');
  for (const account of activeAccounts(facts)) {
    findings.look(account);
    const { type, owner, accountId } = account;
    const bare = accountId.split('@')[0]?.toLowerCase().replace(/[-_.]/g, '') ?? '';
    if (type === 'service') {
      if (owner === '') findings.find(account, 'no-owner', 'A service account without an owner.');
    } else if (type === 'shared') {
      findings.find(account, 'shared', 'A shared account: what is done with it is nobody’s.');
    } else if (genericName.test(bare)) {
      findings.find(account, 'generic-name', `“${accountId}” names no person.`);
    }
  }
  return findings.outcome();
}

/** W11: one person with several active accounts in one system. An admin account that is marked as separate is allowed. */
export function checkSeveral(facts: AccessFacts): RuleOutcome {
  const findings = findingsOf('W11');
  const firstOf = new Map<string, Account>();
  for (const account of activeAccounts(facts)) {
    if (account.type === 'service') continue;
    findings.look(account);
    const holder = facts.holderOf(account);
    if (holder === null) {
      findings.skip(account, 'No person is known for the account.');
      continue;
    }
    if (account.isSeparateAdmin) continue;
    const place = `${account.system}\n${holder}`;
    const first = firstOf.get(place);
    if (first === undefined) firstOf.set(place, account);
    else {
      const words = `The same person holds ${first.accountId} in ${account.system}.`;
      findings.find(account, 'several-accounts', words, first.accountId);
    }
  }
  return findings.outcome();
}

/** W21: an account of somebody from outside without an end, or past it. */
export function checkExternals(facts: AccessFacts): RuleOutcome {
  const findings = findingsOf('W21');
  const { asOf } = facts.dates;
  for (const account of activeAccounts(facts)) {
    if (account.type !== 'external') continue;
    findings.look(account);
    const { endDate } = account;
    if (endDate === null) findings.find(account, 'no-end', 'An external account without an end date.');
    else if (endDate.day < asOf)
      findings.find(
        account,
        'past-end',
        `The contract ended on ${formatDate(endDate.day)}; the account is active.`,
      );
  }
  return findings.outcome();
}
