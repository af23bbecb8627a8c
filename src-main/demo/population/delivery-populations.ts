import { addDays, addMinutes } from '../calendar.ts';
import { cell, met, metWhere, minutesBetween, padded, spread } from './population-maker.ts';
import type { PopulationMaker } from './population-maker.ts';

/** CHG-01. */
export const deployments: PopulationMaker = {
  occurrences: (random) =>
    [
      ...spread(random, { from: '2025-07-01', to: '2026-06-30', count: 3884, hours: 'office' }),
      ...spread(random, { from: '2026-07-01', to: '2026-07-01', count: 7, hours: 'office' }),
    ].map((at, index) => ({ key: `DEP-${padded(100012 + index, 7)}`, at })),
  row: (random, { key, at }, deviation) => {
    const version = `${String(random.integer(3, 9))}.${String(random.integer(0, 40))}.${String(random.integer(0, 9))}`;
    const author = random.integer(100, 180);
    return {
      deployment: key,
      deployed_at: at,
      service: random.pick(['edge-proxy', 'console', 'portal', 'scheduler', 'billing', 'storage-agent']),
      version,
      approved_version: version,
      ticket: `PL-${String(random.integer(9000, 13000))}`,
      author: `eng${String(author)}`,
      test_run: `run-${padded(random.integer(0, 9999999), 7)}`,
      test_result: 'passed',
      approver: `eng${String(deviation === null ? author + random.integer(1, 9) : author)}`,
      approved_at: addMinutes(at, -random.integer(3, 900)),
      verified_at: addMinutes(at, random.integer(4, 60)),
    };
  },
  judge: (cells) => ({
    A: met(cell(cells, 'ticket') !== ''),
    B: met(cell(cells, 'test_result') === 'passed'),
    C: met(cell(cells, 'approved_at') < cell(cells, 'deployed_at')),
    D: met(cell(cells, 'approver') !== cell(cells, 'author')),
    E: met(cell(cells, 'version') === cell(cells, 'approved_version')),
    F: met(cell(cells, 'verified_at') !== ''),
  }),
};

const DATA_STORES = 54;
const DAYS = 365;

/** BCK-01: one job for each data store and day; about four in a thousand do not succeed and are rerun. */
export const backupJobs: PopulationMaker = {
  occurrences: (random) =>
    Array.from({ length: DAYS }, (_, day) => addDays('2025-07-01', day)).flatMap((date) =>
      Array.from({ length: DATA_STORES }, (_, store) => ({
        key: `BJ-${date.replaceAll('-', '')}-ds${padded(store + 1, 3)}`,
        at: addMinutes(`${date}T01:00:00`, store * 3 + random.integer(0, 2)),
      })),
    ),
  row: (random, { key, at }) => {
    const hasSucceeded = !random.chance(0.4);
    const rerun = addMinutes(at, random.integer(90, 1100));
    return {
      job: key,
      started_at: at,
      data_store: key.slice(12),
      result: hasSucceeded ? 'succeeded' : 'error',
      alerted_at: hasSucceeded ? '' : addMinutes(at, 12),
      rerun_succeeded_at: hasSucceeded ? '' : rerun,
      second_hall_copy_at: addMinutes(hasSucceeded ? at : rerun, random.integer(15, 200)),
      encrypted: 'yes',
    };
  },
  judge: (cells) => {
    const hasSucceeded = cell(cells, 'result') === 'succeeded';
    const rerun = cell(cells, 'rerun_succeeded_at');
    return {
      A: metWhere(hasSucceeded, true),
      B: metWhere(!hasSucceeded, rerun !== '' && minutesBetween(cell(cells, 'started_at'), rerun) <= 1440),
      C: met(cell(cells, 'second_hall_copy_at') !== ''),
      D: met(cell(cells, 'encrypted') === 'yes'),
    };
  },
};

const QUARTERS = [
  ['2025Q3', '2025-09-30'],
  ['2025Q4', '2025-12-31'],
  ['2026Q1', '2026-03-31'],
  ['2026Q2', '2026-06-30'],
] as const;

/** BCK-02: tiers gold (G) and silver (S). */
export const restoreTests: PopulationMaker = {
  occurrences: (random) =>
    QUARTERS.flatMap(([quarter, due]) =>
      ['G', 'S'].map((tier) => ({ key: `RT-${quarter}-${tier}`, at: addDays(due, -random.integer(6, 35)) })),
    ),
  row: (random, { key, at }, deviation) => {
    const due = QUARTERS.find(([quarter]) => key.includes(quarter))?.[1] ?? at;
    const rows = String(random.integer(120_000, 9_800_000));
    return {
      test: key,
      quarter: key.slice(3, 9),
      tier: key.endsWith('G') ? 'gold' : 'silver',
      data_store: `ds-${padded(random.integer(1, DATA_STORES), 3)}`,
      due_on: due,
      performed_on: deviation === null ? at : addDays(due, deviation.daysLate),
      rows_in_source: rows,
      rows_restored: rows,
      minutes: String(random.integer(48, 212)),
      target_minutes: '240',
      remark: deviation === null ? '' : 'Restore host “rst-1” in repair – test moved',
    };
  },
  judge: (cells) => ({
    A: met(cell(cells, 'performed_on') <= cell(cells, 'due_on')),
    B: met(cell(cells, 'rows_in_source') === cell(cells, 'rows_restored')),
    C: met(Number(cell(cells, 'minutes')) <= Number(cell(cells, 'target_minutes'))),
    D: metWhere(cell(cells, 'remark') !== '', cell(cells, 'remark').includes('moved')),
  }),
};
