/** Records of the lists other than user lists, one from each row. */
import type { ListKind } from './access-list.ts';
import { accountKey, type Subject } from './access-record.ts';
import { readDecision } from './read-cell.ts';
import type { RowReader, RowRecord } from './row-reader.ts';

/** The reader of a row of a list of this kind. */
export function recordReaderOf(kind: ListKind, reader: RowReader): () => RowRecord {
  const readers: Readonly<Record<ListKind, (row: RowReader) => RowRecord>> = {
    users: unidentified,
    laterUsers: unidentified,
    roster: person,
    terminations: leaver,
    roleMatrix: roleLine,
    privileged: approvedAccount,
    approvers: approver,
    grants: grant,
    requests: request,
    review: reviewLine,
  };
  const read = readers[kind];
  return () => read(reader);
}

const unidentified = (): RowRecord => ({ identity: '', at: (place) => place });

function recordOf(identity: string, fields: object): RowRecord {
  return { identity, at: (place: Subject) => ({ ...place, ...fields }) };
}

/** The identity of a record that belongs to an account; empty where the row does not name it. */
const ofAccount = (system: string, accountId: string, ...more: readonly string[]): string =>
  system === '' || accountId === '' ? '' : [accountKey(system, accountId), ...more].join(' / ');

function person(row: RowReader): RowRecord {
  const personKey = row.text('personKey');
  return recordOf(personKey, {
    ...{ personKey, name: row.text('name'), email: row.text('email') },
    ...{ department: row.text('department'), title: row.text('title') },
    ...{ endDate: row.moment('endDate'), changedOn: row.moment('changedOn') },
    ...{ formerTitle: row.text('formerTitle'), formerDepartment: row.text('formerDepartment') },
  });
}

function leaver(row: RowReader): RowRecord {
  const personKey = row.text('personKey');
  const lastDay = row.moment('lastDay');
  return recordOf(personKey, { personKey, name: row.text('name'), email: row.text('email'), lastDay });
}

function roleLine(row: RowReader): RowRecord {
  const [system, title, department] = [row.text('system'), row.text('title'), row.text('department')];
  const [allowedRoles, conflicts] = [row.words('allowedRoles'), row.words('conflicts')];
  const who = [system, title, department].filter((text) => text !== '').join(' / ');
  const identity = [who, allowedRoles.join(', '), conflicts.join(', ')]
    .filter((text) => text !== '')
    .join(' / ');
  return recordOf(identity, { system, title, department, allowedRoles, conflicts });
}

function approvedAccount(row: RowReader): RowRecord {
  const [system, accountId] = [row.text('system'), row.text('accountId')];
  return recordOf(ofAccount(system, accountId), { system, accountId, approvedBy: row.text('approvedBy') });
}

function approver(row: RowReader): RowRecord {
  const text = row.text('approver');
  return recordOf(text, { approver: text });
}

function grant(row: RowReader): RowRecord {
  const [system, accountId, role] = [row.text('system'), row.text('accountId'), row.text('role')];
  const [grantId, start] = [row.text('grantId'), row.moment('start')];
  const at = start === null ? '' : `${start.day} ${start.time ?? ''}`.trim();
  return recordOf(grantId === '' ? ofAccount(system, accountId, role, at) : grantId, {
    ...{ system, accountId, role, start, reason: row.text('reason') },
    // Who uses a grant has asked for it, where the log names nobody else.
    requester: row.text('requester') === '' ? accountId : row.text('requester'),
    ...{ requestedAt: row.moment('requestedAt'), approver: row.text('approver') },
    ...{ approvedAt: row.moment('approvedAt'), plannedEnd: row.moment('plannedEnd') },
    ...{ actualEnd: row.moment('actualEnd'), isBreakGlass: row.flag('breakGlass') === true },
    reviewedAt: row.moment('reviewedAt'),
  });
}

function request(row: RowReader): RowRecord {
  const [requestId, system, accountId] = [row.text('requestId'), row.text('system'), row.text('accountId')];
  const role = row.text('role');
  const account = ofAccount(system, accountId, ...(role === '' ? [] : [role]));
  return recordOf([requestId, account].filter((text) => text !== '').join(' / '), {
    ...{ requestId, system, accountId, role },
    ...{ requester: row.text('requester'), approver: row.text('approver') },
    approvedAt: row.moment('approvedAt'),
  });
}

function reviewLine(row: RowReader): RowRecord {
  const [system, accountId] = [row.text('system'), row.text('accountId')];
  return recordOf(ofAccount(system, accountId), {
    ...{ system, accountId, decision: row.meaning('decision', readDecision) },
    ...{ reviewer: row.text('reviewer'), decidedAt: row.moment('decidedAt') },
    changeDoneAt: row.moment('changeDoneAt'),
  });
}
