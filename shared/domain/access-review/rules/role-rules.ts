/** W6, W7, W8 and W13: roles against the matrix, conflicting pairs, privileged accounts, roles kept after a change. */
import { daysBetween, formatDate } from '../../../lib/plain-date.ts';
import type { AccessFacts } from '../access-facts.ts';
import type { Account, Person, RoleLine } from '../access-record.ts';
import { folded } from '../read-cell.ts';
import { figure, findingsOf, type Figures, type Findings, type RuleOutcome } from '../rule.ts';

/** What a matrix allows. */
interface Matrix {
  /** Roles that somebody of this title and department may hold in a system; `null` where no line covers them. */
  allowed(system: string, title: string, department: string): ReadonlySet<string> | null;
}

/** Lines are looked up once for each system, title and department: there are few of those, and many accounts. */
function matrixOf(lines: readonly RoleLine[]): Matrix {
  const known = new Map<string, ReadonlySet<string> | null>();
  const fits = (line: string, value: string) => line === '' || folded(line) === folded(value);
  const find = (system: string, title: string, department: string): ReadonlySet<string> | null => {
    const covering = lines.filter(
      (line) =>
        line.allowedRoles.length > 0 &&
        fits(line.system, system) &&
        fits(line.title, title) &&
        fits(line.department, department),
    );
    if (covering.length === 0) return null;
    return new Set(covering.flatMap((line) => line.allowedRoles.map(folded)));
  };
  return {
    allowed(system, title, department) {
      const key = [system, title, department].join('\n');
      const seen = known.get(key);
      if (seen !== undefined) return seen;
      const found = find(system, title, department);
      known.set(key, found);
      return found;
    },
  };
}

/** W6: a role that the holder's title or department may not have. */
export function checkRoleFit(facts: AccessFacts): RuleOutcome {
  const findings = findingsOf('W6');
  const matrix = matrixOf(facts.roleMatrix);
  for (const account of facts.users) {
    if (!account.isActive || account.roles.length === 0 || account.type === 'service') continue;
    findings.look(account);
    const person = facts.identities.of(account)?.person ?? null;
    if (person === null) findings.skip(account, 'Nobody on the roster is known for the account.');
    else lookAtFit(findings, account, person, matrix);
  }
  return findings.outcome();
}

function lookAtFit(findings: Findings, account: Account, person: Person, matrix: Matrix): void {
  const { title, department } = person;
  const { system } = account;
  const allowed = matrix.allowed(system, title, department);
  const who = [title, department].filter((text) => text !== '').join(', ') || 'This person';
  if (allowed === null) {
    findings.find(account, 'not-in-matrix', `No line of the matrix covers ${who} in ${system}.`);
    return;
  }
  for (const role of account.roles.filter((own) => !allowed.has(folded(own))))
    findings.find(account, 'role-not-allowed', `${who}: ${role} is not allowed in ${system}.`, role);
}

interface RoleSide {
  readonly system: string | null;
  readonly role: string;
}

/** W7: two roles of one person that conflict, also across accounts and systems. */
export function checkConflicts(facts: AccessFacts): RuleOutcome {
  const findings = findingsOf('W7');
  const pairs = facts.roleMatrix.flatMap((line) =>
    line.conflicts.flatMap((text) => pairOf(text, line.system)),
  );
  for (const accounts of holdings(facts)) {
    const [first] = accounts;
    if (first === undefined) continue;
    findings.look(first);
    for (const [a, b] of pairs) {
      const [one, other] = [holding(accounts, a), holding(accounts, b)];
      if (one === null || other === null) continue;
      const words = `${a.role} (${one.label}) and ${b.role} (${other.label}) conflict in one hand.`;
      findings.find(first, 'conflicting-roles', words, `${sideText(a)} + ${sideText(b)}`);
    }
  }
  return findings.outcome();
}

/** Active accounts with roles, together by holder; an account without a known holder stands for itself. */
function holdings(facts: AccessFacts): Iterable<readonly Account[]> {
  const groups = new Map<string, Account[]>();
  for (const account of facts.users) {
    if (!account.isActive || account.roles.length === 0) continue;
    const holder = facts.holderOf(account) ?? `account ${account.key}`;
    const group = groups.get(holder);
    if (group === undefined) groups.set(holder, [account]);
    else group.push(account);
  }
  return groups.values();
}

/** `role + role`, each side with or without `system:`; a side without one takes the system of its line, if that names one. */
function pairOf(text: string, lineSystem: string): readonly (readonly [RoleSide, RoleSide])[] {
  const [a, b, ...more] = text.split('+').map((side) => side.trim());
  if (a === undefined || b === undefined || a === '' || b === '' || more.length > 0) return [];
  const sideOf = (side: string): RoleSide => {
    const at = side.indexOf(':');
    if (at > 0) return { system: side.slice(0, at).trim(), role: side.slice(at + 1).trim() };
    return { system: lineSystem === '' ? null : lineSystem, role: side };
  };
  return [[sideOf(a), sideOf(b)]];
}

const sideText = ({ system, role }: RoleSide): string => (system === null ? role : `${system}: ${role}`);

function holding(accounts: readonly Account[], { system, role }: RoleSide): Account | null {
  const wanted = folded(role);
  const found = accounts.find(
    (account) =>
      (system === null || folded(account.system) === folded(system)) &&
      account.roles.some((own) => folded(own) === wanted),
  );
  return found ?? null;
}

/** W8: a privileged account that nobody approved, and an approved one that is not there. */
export function checkPrivileged(facts: AccessFacts): RuleOutcome {
  const findings = findingsOf('W8');
  const keyOf = (system: string, accountId: string) => `${folded(system)}\n${folded(accountId)}`;
  const approved = new Set(facts.privileged.map(({ system, accountId }) => keyOf(system, accountId)));
  const present = new Set<string>();
  for (const account of facts.users) {
    present.add(keyOf(account.system, account.accountId));
    if (!account.isActive || !account.isPrivileged) continue;
    findings.look(account);
    if (!approved.has(keyOf(account.system, account.accountId)))
      findings.find(account, 'not-approved', 'A privileged account that is not on the approved list.');
  }
  for (const entry of facts.privileged) {
    findings.look(entry);
    if (!present.has(keyOf(entry.system, entry.accountId)))
      findings.find(entry, 'not-found', 'On the approved list, but not in the user lists.');
  }
  return findings.outcome();
}

/** W13: a role of the former post that is still held some days after the change. */
export function checkRoleChanges(facts: AccessFacts, figures: Figures): RuleOutcome {
  const findings = findingsOf('W13');
  const matrix = matrixOf(facts.roleMatrix);
  const most = figure(figures, 'days');
  for (const person of facts.roster) {
    const { changedOn } = person;
    if (changedOn === null) continue;
    findings.look(person);
    const days = daysBetween(changedOn.day, facts.dates.asOf);
    if (days <= most) {
      findings.skip(person, `The change on ${formatDate(changedOn.day)} is not ${String(most)} days old.`);
      continue;
    }
    const identity = facts.identities.byKey(person.personKey);
    const accounts = identity === null ? [] : facts.accountsOf(identity);
    for (const account of accounts.filter(({ isActive }) => isActive))
      for (const role of rolesOfFormerPost(matrix, person, account)) {
        const words = `Still holds ${role} (${account.label}) of the former post, ${String(days)} days after the change.`;
        findings.find(person, 'old-role-kept', words, `${account.key} ${role}`);
      }
  }
  return findings.outcome();
}

/** Roles that the former post allowed and the present one does not. */
function rolesOfFormerPost(matrix: Matrix, person: Person, account: Account): readonly string[] {
  const formerDepartment = person.formerDepartment || person.department;
  const before = matrix.allowed(account.system, person.formerTitle || person.title, formerDepartment);
  const now = matrix.allowed(account.system, person.title, person.department);
  return account.roles.filter(
    (role) => before?.has(folded(role)) === true && now?.has(folded(role)) !== true,
  );
}
