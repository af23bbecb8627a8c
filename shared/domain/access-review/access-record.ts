/** What the rows of the lists become: accounts, people, leavers, grants, requests, decisions. */
import type { PlainDate } from '../../lib/plain-date.ts';
import type { ListKind } from './access-list.ts';
import type { Moment } from './moment.ts';
import type { AccountType, ReviewDecision } from './read-cell.ts';

/** What a rule looks at and a person can find again: a record of a list, or a list itself. */
export interface Subject {
  /** The same for the same record at every run: made of what identifies it, not of its place in the file. */
  readonly key: string;
  /** As it is shown. */
  readonly label: string;
  readonly kind: ListKind;
  /** Title of the list, and the rows of its file (the header is row 1); empty for a list as a whole. */
  readonly list: string;
  readonly rows: readonly number[];
}

/** An account of a system; rows of one account are taken together where the list gives a row for each role. */
export interface Account extends Subject {
  readonly system: string;
  readonly accountId: string;
  readonly personKey: string;
  readonly name: string;
  readonly email: string;
  readonly isActive: boolean;
  readonly type: AccountType;
  readonly roles: readonly string[];
  readonly isPrivileged: boolean;
  /** `null` where the list does not say. */
  readonly hasMfa: boolean | null;
  readonly createdAt: Moment | null;
  readonly disabledAt: Moment | null;
  readonly lastLogin: Moment | null;
  readonly owner: string;
  readonly endDate: Moment | null;
  readonly isSeparateAdmin: boolean;
  readonly requestId: string;
}

/** A person of the HR roster. */
export interface Person extends Subject {
  readonly personKey: string;
  readonly name: string;
  readonly email: string;
  readonly department: string;
  readonly title: string;
  readonly endDate: Moment | null;
  readonly changedOn: Moment | null;
  readonly formerTitle: string;
  readonly formerDepartment: string;
}

/** Someone who left. */
export interface Leaver extends Subject {
  readonly personKey: string;
  readonly name: string;
  readonly email: string;
  readonly lastDay: Moment | null;
}

/** A line of the role matrix. Empty texts hold for all. */
export interface RoleLine extends Subject {
  readonly system: string;
  readonly title: string;
  readonly department: string;
  readonly allowedRoles: readonly string[];
  /** Pairs `role + role`, each side with or without `system:` before it. */
  readonly conflicts: readonly string[];
}

/** An approved privileged account. */
export interface ApprovedAccount extends Subject {
  readonly system: string;
  readonly accountId: string;
  readonly approvedBy: string;
}

/** Someone who may approve temporary access. */
export interface Approver extends Subject {
  readonly approver: string;
}

/** A temporary grant. */
export interface Grant extends Subject {
  readonly system: string;
  readonly accountId: string;
  readonly role: string;
  readonly requester: string;
  readonly requestedAt: Moment | null;
  readonly reason: string;
  readonly approver: string;
  readonly approvedAt: Moment | null;
  readonly start: Moment | null;
  readonly plannedEnd: Moment | null;
  readonly actualEnd: Moment | null;
  readonly isBreakGlass: boolean;
  readonly reviewedAt: Moment | null;
}

/** A request for access. */
export interface AccessRequest extends Subject {
  readonly requestId: string;
  readonly system: string;
  readonly accountId: string;
  readonly role: string;
  readonly requester: string;
  readonly approver: string;
  readonly approvedAt: Moment | null;
}

/** What the client's review decided on an account. */
export interface ReviewLine extends Subject {
  readonly system: string;
  readonly accountId: string;
  readonly decision: ReviewDecision | null;
  readonly reviewer: string;
  readonly decidedAt: Moment | null;
  readonly changeDoneAt: Moment | null;
}

/** Something odd about a list or one of its rows; rule W0 shows it. */
export interface ListFault {
  readonly subject: Subject;
  readonly code: 'blank-key' | 'repeated-key' | 'equal-but-for-case' | 'unreadable-cell';
  /** The field or key concerned, so that two faults of one row stay apart. */
  readonly about: string;
  readonly words: string;
}

/** A list as a whole, read. */
export interface ReadList extends Subject {
  readonly asOf: PlainDate | null;
  readonly statedCount: number | null;
  readonly rowCount: number;
  readonly fileSha256: string;
  /** Fields that the mapping carries. */
  readonly fields: ReadonlySet<string>;
  readonly faults: readonly ListFault[];
  readonly records: readonly Subject[];
}

/** How an account is identified everywhere: its system and its name there, exactly as written. */
export const accountKey = (system: string, accountId: string): string => `${system} / ${accountId}`;
