/**
 * The lists that an access review compares, with the fields that each may carry (reference work, section f, “Inputs”).
 * A column of the client's file is tied to a field by a mapping; what a list does not carry is not guessed, and a rule
 * that needs it says so.
 */

/** The lists in the order in which they are asked for. */
export const listKinds = [
  'users',
  'roster',
  'terminations',
  'roleMatrix',
  'privileged',
  'approvers',
  'grants',
  'requests',
  'review',
  'laterUsers',
] as const;

/** A kind of list. */
export type ListKind = (typeof listKinds)[number];

/** How the cells of a field are read. `words`: several texts in one cell. */
export type FieldKind = 'text' | 'moment' | 'flag' | 'words' | 'status' | 'accountType' | 'decision';

/** A field of a list. */
export interface ListField {
  readonly name: string;
  /** As a person reads it. */
  readonly label: string;
  readonly kind: FieldKind;
  /** Whether the list says nothing without it. */
  readonly isRequired: boolean;
  /** Headers under which systems usually give it: lower case, letters and digits only. */
  readonly heads: readonly string[];
}

/** What a list is. */
export interface ListDefinition {
  readonly kind: ListKind;
  /** The letter by which the rules name it. */
  readonly letter: string;
  readonly title: string;
  /** What belongs in it, in one sentence. */
  readonly meaning: string;
  readonly fields: readonly ListField[];
}

const field = (
  name: string,
  label: string,
  kind: FieldKind,
  heads: string,
  isRequired = false,
): ListField => ({ name, label, kind, isRequired, heads: heads.split(' ') });

const system = field(
  'system',
  'System',
  'text',
  'system application app org organization tenant domain',
  true,
);
const account = field(
  'accountId',
  'Account',
  'text',
  'accountid account userid username user login samaccountname userprincipalname upn logonname',
  true,
);
const personKey = field(
  'personKey',
  'Person key',
  'text',
  'personkey employeeid employeenumber employeeno personid workerid staffid empid hrid employee',
);
const name = field('name', 'Name', 'text', 'name fullname displayname employeename personname');
const email = field('email', 'Email', 'text', 'email mail emailaddress workemail primaryemail');

const userFields: readonly ListField[] = [
  system,
  account,
  personKey,
  name,
  email,
  field('status', 'Status', 'status', 'status state accountstatus enabled active isactive'),
  field('type', 'Account type', 'accountType', 'type accounttype usertype kind'),
  field('roles', 'Roles', 'words', 'roles role permission permissions groups group entitlement profile'),
  field('privileged', 'Privileged', 'flag', 'privileged isprivileged admin isadmin administrator elevated'),
  field('mfa', 'More than one factor', 'flag', 'mfa mfaenabled twofactor 2fa multifactor mfastatus'),
  field('createdAt', 'Created', 'moment', 'createdat created creationdate createddate at grantedat granted'),
  field('disabledAt', 'Disabled', 'moment', 'disabledat disabled deactivatedat deactivated disableddate'),
  field(
    'lastLogin',
    'Last log-in',
    'moment',
    'lastlogin lastlogon lastsignin lastloginat lastseen lastactive',
  ),
  field('owner', 'Owner', 'text', 'owner accountowner responsible custodian'),
  field('endDate', 'End of contract', 'moment', 'enddate expires expirydate contractend validuntil'),
  field('isSeparateAdmin', 'Separate admin account', 'flag', 'separateadmin adminaccount secondaryaccount'),
  field('requestId', 'Request number', 'text', 'requestid request ticket ticketid change changenumber'),
];

/** What every list is, in the order in which it is asked for. */
export const listDefinitions: readonly ListDefinition[] = [
  {
    kind: 'users',
    letter: 'U',
    title: 'User lists',
    meaning: 'Every account of every in-scope system on one day, taken from the systems themselves.',
    fields: userFields,
  },
  {
    kind: 'roster',
    letter: 'H',
    title: 'HR roster',
    meaning: 'Everyone who works for the client, with title and department.',
    fields: [
      { ...personKey, isRequired: true },
      name,
      email,
      field('status', 'Status', 'status', 'status state employmentstatus'),
      field('hireDate', 'Hired', 'moment', 'hiredate hired startdate start'),
      field('department', 'Department', 'text', 'department dept team unit costcenter'),
      field('title', 'Title', 'text', 'title jobtitle position role'),
      field('managerKey', 'Manager', 'text', 'managerkey manager managerid reportsto'),
      field('endDate', 'End date', 'moment', 'enddate terminationdate lastday leftat leavedate'),
      field('changedOn', 'Role changed', 'moment', 'changedon rolechangedate transferdate effectivedate'),
      field('formerTitle', 'Former title', 'text', 'formertitle previoustitle oldtitle'),
      field(
        'formerDepartment',
        'Former department',
        'text',
        'formerdepartment previousdepartment olddepartment',
      ),
    ],
  },
  {
    kind: 'terminations',
    letter: 'T',
    title: 'Terminations',
    meaning: 'Everyone who left, with the last day, from HR or payroll.',
    fields: [
      { ...personKey, isRequired: true },
      name,
      email,
      field(
        'lastDay',
        'Last day',
        'moment',
        'lastday terminationdate enddate lastworkingday leavedate',
        true,
      ),
      field('noticeAt', 'Notice given', 'moment', 'noticeat notice noticedate notifiedat'),
    ],
  },
  {
    kind: 'roleMatrix',
    letter: 'R',
    title: 'Role matrix',
    meaning: 'Which roles a title or department may hold in a system, and which pairs of roles conflict.',
    fields: [
      { ...system, isRequired: false },
      field('title', 'Title', 'text', 'title jobtitle position'),
      field('department', 'Department', 'text', 'department dept team unit'),
      field('allowedRoles', 'Allowed roles', 'words', 'allowedroles allowed roles role permittedroles'),
      field('conflicts', 'Conflicting pairs', 'words', 'conflicts conflict sod conflictingroles'),
    ],
  },
  {
    kind: 'privileged',
    letter: 'P',
    title: 'Approved privileged accounts',
    meaning: 'The privileged accounts that were approved, with who approved them and when.',
    fields: [
      system,
      account,
      field('approvedBy', 'Approved by', 'text', 'approvedby approver owner'),
      field('approvedAt', 'Approved', 'moment', 'approvedat approved approvaldate date'),
    ],
  },
  {
    kind: 'approvers',
    letter: 'L',
    title: 'Approvers',
    meaning: 'Who may approve temporary access.',
    fields: [field('approver', 'Approver', 'text', 'approver name person user email personkey', true)],
  },
  {
    kind: 'grants',
    letter: 'J',
    title: 'Just-in-time grants',
    meaning: 'Every temporary grant of the period from the log of the access tool, break-glass use included.',
    fields: [
      system,
      account,
      field('grantId', 'Grant number', 'text', 'grantid id grant requestid ticket'),
      field('role', 'Role', 'text', 'role roles permission group'),
      field('requester', 'Requested by', 'text', 'requester requestedby requestor'),
      field('requestedAt', 'Requested', 'moment', 'requestedat requested requestdate'),
      field('reason', 'Reason', 'text', 'reason justification purpose comment'),
      field('approver', 'Approved by', 'text', 'approver approvedby'),
      field('approvedAt', 'Approved', 'moment', 'approvedat approved approvaldate'),
      field('start', 'Start', 'moment', 'start startat starttime grantedat activatedat', true),
      field('plannedEnd', 'Planned end', 'moment', 'plannedend plannedendat expiresat expires expiry'),
      field('actualEnd', 'Actual end', 'moment', 'actualend actualendat end endedat revokedat'),
      field('breakGlass', 'Break glass', 'flag', 'breakglass emergency isbreakglass firefighter'),
      field('reviewedAt', 'Reviewed', 'moment', 'reviewedat reviewed reviewdate'),
    ],
  },
  {
    kind: 'requests',
    letter: 'A',
    title: 'Access requests',
    meaning: 'The requests and approvals by which access was given.',
    fields: [
      field('requestId', 'Request number', 'text', 'requestid id request ticket change number'),
      { ...system, isRequired: false },
      { ...account, isRequired: false },
      field('role', 'Role', 'text', 'role roles permission group'),
      field('requester', 'Requested by', 'text', 'requester requestedby author requestor'),
      field('approver', 'Approved by', 'text', 'approver approvedby mergedby'),
      field('approvedAt', 'Approved', 'moment', 'approvedat approved approvaldate mergedat'),
    ],
  },
  {
    kind: 'review',
    letter: 'V',
    title: 'Review file',
    meaning: 'The review that the client performed: a decision for each account, by whom and when.',
    fields: [
      system,
      account,
      field('decision', 'Decision', 'decision', 'decision outcome result action keep'),
      field('reviewer', 'Reviewer', 'text', 'reviewer reviewedby owner'),
      field('decidedAt', 'Decided', 'moment', 'decidedat decided reviewedat date'),
      field('changeDoneAt', 'Change made', 'moment', 'changedoneat changedone completedat removedat'),
    ],
  },
  {
    kind: 'laterUsers',
    letter: 'U2',
    title: 'Later user lists',
    meaning: 'The user lists of a later day, to see whether the decisions of the review were carried out.',
    fields: userFields,
  },
];

/** What a list of this kind is. */
export function listDefinitionOf(kind: ListKind): ListDefinition {
  const found = listDefinitions.find((definition) => definition.kind === kind);
  return found ?? { kind, letter: '', title: kind, meaning: '', fields: [] };
}

/** Whether a text names a kind of list. */
export const isListKind = (text: string): text is ListKind => listKinds.some((kind) => kind === text);

/** Whether records of both kinds are accounts. */
export const isUserList = (kind: ListKind): boolean => kind === 'users' || kind === 'laterUsers';
