/** The rules W0 to W21 as data. A new rule is one entry here and one function in `rules/`. */
import {
  checkExternals,
  checkFactors,
  checkGeneric,
  checkSeveral,
  checkUnused,
} from './rules/account-rules.ts';
import { checkBreakGlass, checkGrantApproval, checkGrantLength, checkStanding } from './rules/grant-rules.ts';
import {
  checkActiveLeavers,
  checkLateLogins,
  checkLateRemovals,
  checkOrphans,
} from './rules/leaver-rules.ts';
import { checkLists } from './rules/list-rules.ts';
import { checkRequests } from './rules/request-rules.ts';
import { checkCarriedOut, checkReviewComplete, checkReviewers } from './rules/review-rules.ts';
import { checkConflicts, checkPrivileged, checkRoleChanges, checkRoleFit } from './rules/role-rules.ts';
import type { AccessRule, RuleId, RuleNeed, Threshold } from './rule.ts';

const threshold = (
  name: string,
  label: string,
  unit: Threshold['unit'],
  value: number,
  most: number,
): Threshold => ({ name, label, unit, value, least: unit === 'grants' ? 1 : 0, most });

const users = (...fields: readonly string[]): RuleNeed => ({ kind: 'users', fields });
const roster: RuleNeed = { kind: 'roster', fields: [] };
const terminations: RuleNeed = { kind: 'terminations', fields: [] };
const grants = (...fields: readonly string[]): RuleNeed => ({ kind: 'grants', fields });
const review = (...fields: readonly string[]): RuleNeed => ({ kind: 'review', fields });
const matrix = (...fields: readonly string[]): RuleNeed => ({ kind: 'roleMatrix', fields });

/** Every rule, in its order. Thresholds are those of the reference work; an engagement may change them. */
export const accessRules: readonly AccessRule[] = [
  {
    ...{ id: 'W0', title: 'The lists themselves', compares: 'each list', isTypeI: true },
    finds:
      'a key is blank or repeated, a cell cannot be read, the list speaks for a day far from the review, or its count is not that of the system',
    population: 'lists and their rows',
    needs: [users()],
    thresholds: [threshold('days', 'Days between the user list and the review, at most', 'days', 7, 366)],
    ...{ control: 'LA-04', attribute: 'A', check: checkLists },
  },
  {
    ...{ id: 'W1', title: 'Accounts without a person', compares: 'U–H', isTypeI: true },
    finds: 'an active human account belongs to nobody on the HR roster',
    population: 'active human accounts',
    needs: [users(), roster],
    thresholds: [],
    ...{ control: 'LA-04', attribute: 'F', check: checkOrphans },
  },
  {
    ...{ id: 'W2', title: 'Active accounts of people who left', compares: 'U–T/H', isTypeI: true },
    finds: 'an account is active on the as-of date although its person had left by then',
    population: 'active accounts',
    needs: [users(), { ...terminations, or: { kind: 'roster', fields: ['endDate'] } }],
    thresholds: [],
    ...{ control: 'LA-02', attribute: 'A', check: checkActiveLeavers },
  },
  {
    ...{ id: 'W3', title: 'Access removed late', compares: 'U–T', isTypeI: false },
    finds: 'an account was disabled later than allowed after the last day, or not at all',
    population: 'terminations',
    needs: [users('disabledAt'), terminations],
    thresholds: [
      threshold('hours', 'Hours from the end of the last day to the removal, at most', 'hours', 24, 8760),
    ],
    ...{ control: 'LA-02', attribute: 'B', check: checkLateRemovals },
  },
  {
    ...{ id: 'W4', title: 'Log-in after the last day', compares: 'U–T', isTypeI: false },
    finds: 'an account was used after its person had left',
    population: 'terminations',
    needs: [users('lastLogin'), terminations],
    thresholds: [],
    ...{ control: 'LA-02', attribute: 'C', check: checkLateLogins },
  },
  {
    ...{ id: 'W5', title: 'Unused accounts', compares: 'U', isTypeI: true },
    finds: 'nobody logged in for a long time, or never although the account is old',
    population: 'active accounts of people',
    needs: [users('lastLogin')],
    thresholds: [
      threshold('days', 'Days since the last log-in, at most', 'days', 90, 3660),
      threshold('neverDays', 'Days since the creation of an account never used, at most', 'days', 30, 3660),
    ],
    ...{ control: 'LA-04', attribute: 'E', check: checkUnused },
  },
  {
    ...{ id: 'W6', title: 'Roles against the matrix', compares: 'U–R', isTypeI: true },
    finds: 'an account holds a role that the title or department of its person may not hold',
    population: 'active accounts with roles',
    needs: [users('roles'), roster, matrix('allowedRoles')],
    thresholds: [],
    ...{ control: 'LA-01', attribute: 'E', check: checkRoleFit },
  },
  {
    ...{ id: 'W7', title: 'Conflicting roles', compares: 'U–R', isTypeI: true },
    finds: 'one person holds two roles that conflict, also across accounts and systems',
    population: 'holders of roles',
    needs: [users('roles'), matrix('conflicts')],
    thresholds: [],
    ...{ control: 'LA-03', attribute: 'D', check: checkConflicts },
  },
  {
    ...{ id: 'W8', title: 'Privileged accounts', compares: 'U–P', isTypeI: true },
    finds: 'a privileged account is not on the approved list, or an approved one is not in the user lists',
    population: 'privileged accounts and entries of the approved list',
    needs: [users(), { kind: 'privileged', fields: [] }],
    thresholds: [],
    ...{ control: 'LA-05', attribute: 'B', check: checkPrivileged },
  },
  {
    ...{ id: 'W9', title: 'Second factor', compares: 'U', isTypeI: true },
    finds: 'a privileged account, or a human account where policy demands it, works with one factor',
    population: 'accounts that need a second factor',
    needs: [users('mfa')],
    thresholds: [
      threshold('everyone', 'Policy demands a second factor of every human account', 'yesNo', 1, 1),
    ],
    ...{ control: 'LA-07', attribute: 'A', check: checkFactors },
  },
  {
    ...{ id: 'W10', title: 'Shared and service accounts', compares: 'U', isTypeI: true },
    finds: 'an account is shared or named after no person, or a service account has no owner',
    population: 'active accounts',
    needs: [users()],
    thresholds: [],
    ...{ control: 'LA-09', attribute: 'A', check: checkGeneric },
  },
  {
    ...{ id: 'W11', title: 'Several accounts of one person', compares: 'U', isTypeI: true },
    finds: 'one person has several active accounts in one system, other than a separate admin account',
    population: 'active accounts of people',
    needs: [users()],
    thresholds: [],
    ...{ control: 'LA-05', attribute: 'D', check: checkSeveral },
  },
  {
    ...{ id: 'W12', title: 'Access without a request', compares: 'U–A', isTypeI: false },
    finds: 'access has no request, was approved after it was given, or was approved by the one who asked',
    population: 'accounts made in the period and requests',
    needs: [users(), { kind: 'requests', fields: [] }],
    thresholds: [],
    ...{ control: 'LA-01', attribute: 'A', check: checkRequests },
  },
  {
    ...{ id: 'W13', title: 'Roles kept after a change of post', compares: 'H–U', isTypeI: false },
    finds: 'a role of the former post is still held days after the change',
    population: 'people who changed their post',
    needs: [users('roles'), { kind: 'roster', fields: ['changedOn'] }, matrix('allowedRoles')],
    thresholds: [threshold('days', 'Days to give up the roles of the former post, at most', 'days', 5, 366)],
    ...{ control: 'LA-03', attribute: 'B', check: checkRoleChanges },
  },
  {
    ...{ id: 'W14', title: 'Approval of temporary access', compares: 'J', isTypeI: false },
    finds: 'a grant has no reason, or no approval beforehand by another person who may approve',
    population: 'temporary grants',
    needs: [grants('reason', 'approver')],
    thresholds: [],
    ...{ control: 'LA-06', attribute: 'B', check: checkGrantApproval },
  },
  {
    ...{ id: 'W15', title: 'Length of temporary access', compares: 'J', isTypeI: false },
    finds: 'a grant was planned for too long, or was not ended in time',
    population: 'temporary grants',
    needs: [grants('plannedEnd', 'actualEnd')],
    thresholds: [
      threshold('hours', 'Hours that a grant may be planned for, at most', 'hours', 8, 8760),
      threshold('minutes', 'Minutes after the planned end, at most', 'minutes', 15, 1440),
    ],
    ...{ control: 'LA-06', attribute: 'D', check: checkGrantLength },
  },
  {
    ...{ id: 'W16', title: 'Standing access beside temporary grants', compares: 'J–U', isTypeI: false },
    finds:
      'privileged access stands beside the scheme, a grant went to somebody who had left, or one person is granted access very often',
    population: 'privileged accounts of systems with grants, and grants',
    needs: [users(), grants()],
    thresholds: [
      threshold('grants', 'Grants of one person within the days below, at most', 'grants', 10, 1000),
      threshold('days', 'Days within which grants are counted', 'days', 30, 366),
    ],
    ...{ control: 'LA-06', attribute: 'C', check: checkStanding },
  },
  {
    ...{ id: 'W17', title: 'Break-glass use', compares: 'J', isTypeI: false },
    finds: 'break-glass use was not reviewed in time',
    population: 'uses of break-glass access',
    needs: [grants('breakGlass')],
    thresholds: [threshold('days', 'Days from the use to its review, at most', 'days', 2, 366)],
    ...{ control: 'LA-06', attribute: 'F', check: checkBreakGlass },
  },
  {
    ...{ id: 'W18', title: 'Completeness of the review', compares: 'V–U', isTypeI: true },
    finds: 'the review left an account out, or names one that is not there',
    population: 'active accounts and lines of the review',
    needs: [users(), review()],
    thresholds: [],
    ...{ control: 'LA-04', attribute: 'A', check: checkReviewComplete },
  },
  {
    ...{ id: 'W19', title: 'Decisions of the review', compares: 'V', isTypeI: true },
    finds: 'the review has no decision, a late one, or one by the holder or by somebody who had left',
    population: 'lines of the review',
    needs: [review('decision', 'reviewer')],
    thresholds: [],
    ...{ control: 'LA-04', attribute: 'D', check: checkReviewers },
  },
  {
    ...{ id: 'W20', title: 'Decisions carried out', compares: 'V–later U', isTypeI: true },
    finds: 'a decision to remove or change was not carried out, or too late',
    population: 'decisions to remove or change',
    needs: [review('decision')],
    thresholds: [threshold('days', 'Days from the decision to the change, at most', 'days', 10, 366)],
    ...{ control: 'LA-04', attribute: 'E', check: checkCarriedOut },
  },
  {
    ...{ id: 'W21', title: 'External accounts', compares: 'U', isTypeI: true },
    finds: 'an external account has no end date or is past it',
    population: 'active external accounts',
    needs: [users('type')],
    thresholds: [],
    ...{ control: 'LA-04', attribute: 'F', check: checkExternals },
  },
];

/** The rules that a Type I examination may use; all of them for a Type II. */
export const rulesFor = (type: 'I' | 'II'): readonly AccessRule[] =>
  type === 'II' ? accessRules : accessRules.filter((rule) => rule.isTypeI);

/** The rule of this id. */
export const ruleOf = (id: RuleId): AccessRule | undefined => accessRules.find((rule) => rule.id === id);
