/** W12: access that nobody asked for, or that was approved too late or by the one who asked. */
import type { AccessFacts } from '../access-facts.ts';
import type { AccessRequest, Account } from '../access-record.ts';
import { isAfter, momentWords } from '../moment.ts';
import { folded } from '../read-cell.ts';
import { findingsOf, type Findings, type RuleOutcome } from '../rule.ts';

/** W12: accounts made in the period against the requests; every request also by itself. */
export function checkRequests(facts: AccessFacts): RuleOutcome {
  const findings = findingsOf('W12');
  const index = indexOf(facts.requests);
  const carriesNumber = facts.lists.some((list) => list.kind === 'users' && list.fields.has('requestId'));
  const from = facts.dates.periodStart;
  for (const account of facts.users) {
    const isOlder = from !== null && account.createdAt !== null && account.createdAt.day < from;
    if (!isOlder) lookAtAccount(findings, account, index, carriesNumber);
  }
  for (const request of facts.requests) lookAtRequest(findings, request);
  return findings.outcome();
}

function lookAtRequest(findings: Findings, request: AccessRequest): void {
  findings.look(request);
  const { requester, approver } = request;
  if (approver === '') findings.find(request, 'no-approver', 'The request names no approver.');
  else if (requester !== '' && folded(requester) === folded(approver))
    findings.find(request, 'self-approved', `${approver} asked for the access and approved it.`);
}

interface RequestIndex {
  readonly byNumber: ReadonlyMap<string, AccessRequest>;
  readonly byAccount: ReadonlyMap<string, readonly AccessRequest[]>;
}

function indexOf(requests: readonly AccessRequest[]): RequestIndex {
  const byAccount = new Map<string, AccessRequest[]>();
  for (const request of requests) {
    const { system, accountId } = request;
    if (accountId === '') continue;
    const key = placeOf(system, accountId);
    const known = byAccount.get(key);
    if (known === undefined) byAccount.set(key, [request]);
    else known.push(request);
  }
  const numbered = requests.filter(({ requestId }) => requestId !== '');
  return { byNumber: new Map(numbered.map((request) => [request.requestId, request])), byAccount };
}

const placeOf = (system: string, accountId: string): string => `${folded(system)}\n${folded(accountId)}`;

function lookAtAccount(
  findings: Findings,
  account: Account,
  index: RequestIndex,
  carriesNumber: boolean,
): void {
  findings.look(account);
  if (carriesNumber) lookAtNumber(findings, account, index);
  else if (account.createdAt === null)
    findings.skip(account, 'The list does not say when the account was made.');
  else lookAtRoles(findings, account, index.byAccount.get(placeOf(account.system, account.accountId)) ?? []);
}

/** Where the list carries request numbers, they alone lead to the request. */
function lookAtNumber(findings: Findings, account: Account, index: RequestIndex): void {
  const { requestId } = account;
  const request = index.byNumber.get(requestId);
  if (requestId === '') findings.find(account, 'no-number', 'The access carries no request number.');
  else if (request === undefined)
    findings.find(account, 'unknown-number', `Request ${requestId} is not among the requests.`);
  else lookAtApproval(findings, account, request);
}

function lookAtRoles(findings: Findings, account: Account, own: readonly AccessRequest[]): void {
  const [first] = own;
  if (first === undefined) {
    findings.find(account, 'no-request', 'There is no request for this account.');
    return;
  }
  lookAtApproval(findings, account, first);
  // A request that names no role asks for the account as it is.
  if (own.some(({ role }) => role === '')) return;
  const asked = new Set(own.map(({ role }) => folded(role)));
  for (const role of account.roles)
    if (!asked.has(folded(role)))
      findings.find(account, 'role-not-requested', `No request names ${role}.`, role);
}

function lookAtApproval(findings: Findings, account: Account, request: AccessRequest): void {
  const { approvedAt } = request;
  const { createdAt } = account;
  if (approvedAt === null) findings.find(account, 'not-approved', `${request.label} shows no approval.`);
  else if (createdAt !== null && isAfter(approvedAt, createdAt)) {
    const words = `Given on ${momentWords(createdAt)}, approved only on ${momentWords(approvedAt)}.`;
    findings.find(account, 'approved-after', words);
  }
}
