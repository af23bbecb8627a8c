import { addDays, daysBetween } from '../calendar.ts';
import { pseudoRandom } from '../pseudo-random.ts';
import { cell, met, metWhere, padded, spread } from './population-maker.ts';
import type { Occurrence, PopulationMaker } from './population-maker.ts';

const CITIES = ['Montréal', 'Chicago', 'Málaga', 'København', 'Québec', 'Omaha', 'Zürich'] as const;
const PERIOD_START = '2025-07-01';
const PERIOD_END = '2026-06-30';

/** People who started in the period: both the list of hires and the list of courses hold them. */
function hiresOfPeriod(): readonly Occurrence[] {
  const dates = spread(pseudoRandom('hires'), {
    from: PERIOD_START,
    to: '2026-06-08',
    count: 118,
    hours: 'day',
  });
  return dates.map((at, index) => ({ key: padded(4601 + index, 6), at }));
}

/** HR-01. */
export const newHires: PopulationMaker = {
  occurrences: () => [...hiresOfPeriod(), { key: '004719', at: '2026-07-06' }],
  row: (random, { key, at }) => {
    const completed = addDays(at, -random.integer(1, 12));
    const isAdverse = random.chance(4);
    return {
      employee_no: key,
      start_date: at,
      kind: random.chance(20) ? 'contractor' : 'employee',
      position: random.pick([
        'Platform engineer',
        'Support engineer',
        'Account manager',
        'Security analyst',
        'Network engineer',
      ]),
      city: random.pick(CITIES),
      check_ordered_on: addDays(completed, -random.integer(3, 15)),
      check_completed_on: completed,
      outcome: isAdverse ? 'entry found' : 'clear',
      adverse_result_reviewed_by: isAdverse ? 'Head of People and General Counsel' : '',
      access_from: at,
    };
  },
  judge: (cells) => {
    const completed = cell(cells, 'check_completed_on');
    return {
      A: met(completed !== ''),
      B: met(completed <= cell(cells, 'access_from')),
      C: metWhere(cell(cells, 'outcome') !== 'clear', cell(cells, 'adverse_result_reviewed_by') !== ''),
    };
  },
};

/** HR-02: 522 persons hired before the period, with odd numbers below 4500, and the 118 hired in it. */
export const securityTraining: PopulationMaker = {
  occurrences: (random) => {
    const earlier = spread(random, { from: PERIOD_START, to: PERIOD_END, count: 522, hours: 'day' });
    const hires = hiresOfPeriod().map(({ key, at }) => ({ key, at: addDays(at, random.integer(1, 22)) }));
    return [
      ...earlier.map((at, index) => ({ key: padded(((index * 41) % 2243) * 2 + 11, 6), at })),
      ...hires,
    ].sort((left, right) => (left.key < right.key ? -1 : 1));
  },
  row: (random, { key, at }) => {
    const hire = hiresOfPeriod().find((entry) => entry.key === key);
    return {
      employee_no: key,
      hired_on: hire?.at ?? addDays('2025-06-01', -random.integer(40, 2400)),
      department: random.pick([
        'Platform engineering',
        'Customer success',
        'Security',
        'Finance',
        'Network operations',
      ]),
      city: random.pick(CITIES),
      previous_completed_on: hire === undefined ? addDays(at, -random.integer(300, 364)) : '',
      completed_on: at,
      score: String(random.integer(80, 100)),
    };
  },
  judge: (cells) => {
    const completed = cell(cells, 'completed_on');
    const hired = cell(cells, 'hired_on');
    const previous = cell(cells, 'previous_completed_on');
    return {
      A: met(completed !== ''),
      B: metWhere(hired >= PERIOD_START, daysBetween(hired, completed) <= 30),
      C: metWhere(previous !== '', previous !== '' && daysBetween(previous, completed) <= 365),
    };
  },
};
