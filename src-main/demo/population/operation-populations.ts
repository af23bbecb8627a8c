import { addDays, addMinutes, twelveMonthsFrom } from '../calendar.ts';
import { readIncidentRows } from '../demo-data.ts';
import { cell, met, metWhere, minutesBetween, padded, spread } from './population-maker.ts';
import type { Cells, PopulationMaker } from './population-maker.ts';

const ALERT_SUMMARIES = [
  'Many wrong passwords for one account;\nsource address known to belong to the office',
  'Administrator log-in from a new country\n"traveller" note found in the calendar',
  'Sensor blocked a test file; exercise of the red team',
  'Large outbound transfer\nto the backup target, within the nightly window',
  'Change to a watched setting; "drift" corrected by the configuration manager',
] as const;

/** LOG-01: summaries hold line breaks, quotes and the delimiter of the file. */
export const highSeverityAlerts: PopulationMaker = {
  occurrences: (random) =>
    spread(random, { from: '2025-07-01', to: '2026-06-30', count: 1386, hours: 'any' }).map((at, index) => ({
      key: `AL-${padded(index + 1, 6)}`,
      at,
    })),
  row: (random, { key, at }) => {
    const acknowledged = addMinutes(at, random.integer(2, 700));
    const isEscalated = random.chance(3);
    return {
      alert: key,
      raised_at: at,
      source: random.pick([
        'identity provider',
        'edge proxy',
        'detection sensor',
        'hosting console',
        'backup service',
      ]),
      source_active_days: '365 of 365',
      summary: random.pick(ALERT_SUMMARIES),
      acknowledged_at: acknowledged,
      investigation: `INV-${padded(random.integer(1, 99999), 5)}`,
      escalation_rule_met: isEscalated ? 'yes' : 'no',
      escalated_to: isEscalated ? 'Security Operations Lead' : '',
      closed_at: addMinutes(acknowledged, random.integer(20, 4000)),
    };
  },
  judge: (cells) => ({
    A: met(minutesBetween(cell(cells, 'raised_at'), cell(cells, 'acknowledged_at')) <= 1440),
    B: met(cell(cells, 'investigation') !== ''),
    C: metWhere(cell(cells, 'escalation_rule_met') === 'yes', cell(cells, 'escalated_to') !== ''),
    D: met(cell(cells, 'source_active_days') === '365 of 365'),
  }),
};

/** INC-01: the rows are written out in resources/demo/incidents.json. */
export const incidents: PopulationMaker = {
  occurrences: () =>
    readIncidentRows().map((row) => ({ key: cell(row, 'incident'), at: cell(row, 'opened_at') })),
  row: (_random, { key }): Cells => readIncidentRows().find((row) => row['incident'] === key) ?? {},
  judge: (cells) => {
    const isCustomerHit = cell(cells, 'customers_affected') === 'yes';
    const toldAt = cell(cells, 'customers_told_at');
    return {
      A: met(cell(cells, 'severity') !== ''),
      B: met(Number(cell(cells, 'minutes_to_resolve')) <= Number(cell(cells, 'target_minutes'))),
      C: metWhere(isCustomerHit, toldAt !== '' && minutesBetween(cell(cells, 'opened_at'), toldAt) <= 60),
      D: met(cell(cells, 'cause') !== ''),
      E: met(cell(cells, 'reviewed_on') !== ''),
    };
  },
};

const FINDINGS = 326;

/** VUL-01: findings appear on the day of the monthly scan, the eighth. */
export const findings: PopulationMaker = {
  occurrences: (random) => {
    const scans = twelveMonthsFrom('2025-07-01').map((month) => addDays(month, 7));
    const dates = Array.from({ length: FINDINGS }, () => random.pick(scans)).sort();
    return dates.map((at, index) => ({ key: `VF-${at.slice(2, 4)}-${padded(index + 1, 4)}`, at }));
  },
  row: (random, { key, at }, deviation) => {
    const isCritical = deviation === null && random.chance(15);
    const due = addDays(at, isCritical ? 15 : 30);
    const late = deviation === null ? 0 : deviation.daysLate || random.integer(2, 20);
    const fixed = late === 0 ? addDays(at, random.integer(1, isCritical ? 14 : 28)) : addDays(due, late);
    return {
      finding: key,
      found_on: at,
      scan: `SCAN-${at.slice(0, 7)}`,
      asset:
        deviation === null
          ? `${random.pick(['web', 'db', 'edge', 'bck'])}-${padded(random.integer(1, 180), 3)}`
          : `stor-${padded(random.integer(1, 8), 3)}`,
      severity: isCritical ? 'critical' : 'high',
      due_on: due,
      fixed_on: fixed,
      rescan_clean_on: addDays(fixed, random.integer(1, 5)),
      risk_accepted_by: '',
    };
  },
  judge: (cells) => ({
    A: met(cell(cells, 'scan') !== ''),
    B: met(cell(cells, 'asset') !== ''),
    C: met(cell(cells, 'fixed_on') <= cell(cells, 'due_on') || cell(cells, 'risk_accepted_by') !== ''),
    D: met(cell(cells, 'rescan_clean_on') !== ''),
  }),
};
