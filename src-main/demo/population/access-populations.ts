import { addDays, addMinutes, dateTimeText, toMinutes } from '../calendar.ts';
import { cell, met, metWhere, minutesBetween, padded, spread } from './population-maker.ts';
import type { PopulationMaker } from './population-maker.ts';

const CITIES = ['Montréal', 'Chicago', 'Málaga', 'København', 'Québec', 'Omaha', 'Zürich'] as const;
const DEPARTMENTS = [
  'Platform engineering',
  'Customer success',
  'Security',
  'Finance',
  'Network operations',
] as const;
const SYSTEMS = [
  'Hosting console',
  'Single sign-on',
  'Code repository',
  'Backup service',
  'Service desk',
  'VPN',
] as const;

/** LA-01: the number 207 of the sequence was never issued. */
export const accessGrants: PopulationMaker = {
  occurrences: (random) =>
    [
      ...spread(random, { from: '2025-07-01', to: '2026-06-30', count: 412, hours: 'office' }),
      ...spread(random, { from: '2026-07-01', to: '2026-07-03', count: 3, hours: 'office' }),
    ].map((at, index) => ({ key: `GR-${padded(index < 206 ? index + 1 : index + 2, 5)}`, at })),
  row: (random, { key, at }, deviation) => {
    const role = random.pick(['support-read', 'support-write', 'deploy', 'billing-read', 'network-admin']);
    const missing = deviation?.drawn === true;
    const approvedAt = deviation === null ? addMinutes(at, -random.integer(20, 2400)) : addMinutes(at, 2880);
    return {
      grant_id: key,
      granted_at: at,
      account: `u${padded(random.integer(100, 4700), 5)}`,
      system: random.pick(SYSTEMS),
      role,
      role_allowed_by_matrix: 'yes',
      request: `SD-${String(random.integer(20000, 48000))}`,
      requested_role: role,
      requested_by: `u${padded(random.integer(5000, 5900), 5)}`,
      approved_by: missing ? '' : `m${padded(random.integer(10, 88), 3)}`,
      approved_at: missing ? '' : approvedAt,
    };
  },
  judge: (cells) => {
    const approver = cell(cells, 'approved_by');
    return {
      A: met(cell(cells, 'request') !== ''),
      B: met(approver !== '' && approver !== cell(cells, 'requested_by')),
      C: metWhere(approver !== '', cell(cells, 'approved_at') <= cell(cells, 'granted_at')),
      D: met(cell(cells, 'role') === cell(cells, 'requested_role')),
      E: met(cell(cells, 'role_allowed_by_matrix') === 'yes'),
    };
  },
};

/** LA-02: employee numbers of leavers are even and below 4500; see people-populations for the others. */
export const leavers: PopulationMaker = {
  occurrences: (random) =>
    [
      '2025-06-26',
      '2025-06-27',
      ...spread(random, { from: '2025-07-01', to: '2026-06-30', count: 186, hours: 'day' }),
      '2026-07-03',
    ].map((at, index) => ({ key: padded((((index + 3) * 37) % 2243) * 2 + 10, 6), at })),
  row: (random, { key, at }, deviation) => {
    const disabledAt = addMinutes(`${at}T17:00:00`, random.integer(0, 300));
    const isContractor = random.chance(25);
    const late = dateTimeText(toMinutes(addDays(at, deviation?.daysLate ?? 0)) + random.integer(540, 700));
    return {
      employee_no: key,
      last_day: at,
      kind: isContractor ? 'contractor' : 'employee',
      department: random.pick(DEPARTMENTS),
      city: random.pick(CITIES),
      notice_at: `${addDays(at, -random.integer(3, 40))}T${padded(random.integer(8, 16), 2)}:15:00`,
      sso_disabled_at: disabledAt,
      console_disabled_at: deviation === null ? addMinutes(disabledAt, random.integer(1, 40)) : late,
      last_login_at: `${at}T${padded(random.integer(8, 15), 2)}:${padded(random.integer(0, 59), 2)}:00`,
      device_returned_on: isContractor ? '' : addDays(at, random.integer(0, 5)),
    };
  },
  judge: (cells) => {
    const endOfLastDay = `${cell(cells, 'last_day')}T23:59:00`;
    const ends = [cell(cells, 'sso_disabled_at'), cell(cells, 'console_disabled_at')];
    return {
      A: met(ends.every((end) => end !== '')),
      B: met(ends.every((end) => minutesBetween(endOfLastDay, end) <= 24 * 60)),
      C: met(cell(cells, 'last_login_at') <= endOfLastDay),
      D: metWhere(cell(cells, 'kind') === 'employee', cell(cells, 'device_returned_on') !== ''),
    };
  },
};

const REVIEWED_SYSTEMS = ['CON', 'SSO', 'GIT', 'BCK', 'DSK', 'VPN'] as const;
const REVIEW_MONTHS = [
  ['2025Q3', '2025-09'],
  ['2025Q4', '2025-12'],
  ['2026Q1', '2026-03'],
  ['2026Q2', '2026-06'],
] as const;

/** LA-04: six systems in four quarters. */
export const accessReviews: PopulationMaker = {
  occurrences: (random) =>
    REVIEW_MONTHS.flatMap(([quarter, month]) =>
      REVIEWED_SYSTEMS.map((system) => ({
        key: `UAR-${quarter}-${system}`,
        at: `${month}-${padded(random.integer(4, 15), 2)}`,
      })),
    ),
  row: (random, { key, at }) => {
    const accounts = random.integer(38, 690);
    const changes = random.integer(0, 4);
    return {
      review: key,
      system: key.slice(11),
      quarter: key.slice(4, 10),
      list_taken_on: `${at.slice(0, 7)}-01`,
      due_on: `${at.slice(0, 7)}-20`,
      completed_on: at,
      reviewer_title: `Owner of ${key.slice(11)}`,
      own_access_reviewed_by: 'Chief Information Security Officer',
      accounts_in_system: String(accounts),
      accounts_in_list: String(accounts),
      decisions: String(accounts),
      changes: String(changes),
      changes_done_on: changes === 0 ? '' : addDays(at, random.integer(1, 9)),
      leavers_kept: '0',
    };
  },
  judge: (cells) => ({
    A: met(cell(cells, 'accounts_in_list') === cell(cells, 'accounts_in_system')),
    B: met(cell(cells, 'completed_on') <= cell(cells, 'due_on')),
    C: met(cell(cells, 'own_access_reviewed_by') !== cell(cells, 'reviewer_title')),
    D: met(cell(cells, 'decisions') === cell(cells, 'accounts_in_list')),
    E: metWhere(
      cell(cells, 'changes') !== '0',
      cell(cells, 'changes_done_on') <= addDays(cell(cells, 'completed_on'), 10),
    ),
    F: met(cell(cells, 'leavers_kept') === '0'),
  }),
};

const REASONS = [
  'Restart of a stuck worker',
  'Read of a query plan',
  'Disk extension',
  'Customer case, log reading',
  'Failed job',
] as const;

/** LA-06: one grant in about fifty is emergency use. */
export const temporaryAccess: PopulationMaker = {
  occurrences: (random) =>
    [
      ...spread(random, { from: '2025-07-01', to: '2026-06-30', count: 2412, hours: 'any' }),
      ...spread(random, { from: '2026-07-01', to: '2026-07-02', count: 9, hours: 'any' }),
    ].map((at, index) => ({ key: `JIT-${padded(index + 1, 6)}`, at })),
  row: (random, { key, at }) => {
    const plannedEnd = addMinutes(at, 30 * random.integer(1, 16));
    const isEmergency = random.chance(2);
    const holder = random.integer(100, 180);
    return {
      grant: key,
      requested_at: addMinutes(at, -random.integer(8, 90)),
      account: `eng${String(holder)}`,
      role: random.pick(['prod-operator', 'prod-database', 'prod-network']),
      reason: random.pick(REASONS),
      approver: `eng${String(holder + 1)}`,
      approved_at: addMinutes(at, -random.integer(1, 7)),
      starts_at: at,
      planned_end: plannedEnd,
      ended_at: addMinutes(plannedEnd, -random.integer(0, 25)),
      session_recording: `rec-${padded(random.integer(0, 0xffffff), 8)}`,
      break_glass: isEmergency ? 'yes' : 'no',
      reviewed_at: isEmergency ? addMinutes(plannedEnd, random.integer(60, 2000)) : '',
    };
  },
  judge: (cells) => {
    const start = cell(cells, 'starts_at');
    return {
      A: met(cell(cells, 'reason') !== ''),
      B: met(cell(cells, 'approver') !== cell(cells, 'account') && cell(cells, 'approved_at') <= start),
      C: met(minutesBetween(start, cell(cells, 'planned_end')) <= 480),
      D: met(cell(cells, 'ended_at') <= cell(cells, 'planned_end')),
      E: met(cell(cells, 'session_recording') !== ''),
      F: metWhere(
        cell(cells, 'break_glass') === 'yes',
        minutesBetween(cell(cells, 'ended_at'), cell(cells, 'reviewed_at') || start) <= 2880,
      ),
    };
  },
};
