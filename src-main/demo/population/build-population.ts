import type { PopulationSpec } from '../demo-data.ts';
import { drawKeys } from '../draw-keys.ts';
import { at, pseudoRandom } from '../pseudo-random.ts';
import { accessGrants, accessReviews, leavers, temporaryAccess } from './access-populations.ts';
import { backupJobs, deployments, restoreTests } from './delivery-populations.ts';
import { findings, highSeverityAlerts, incidents } from './operation-populations.ts';
import { newHires, securityTraining } from './people-populations.ts';
import type { Cells, Occurrence, PlantedDeviation, PopulationMaker } from './population-maker.ts';

export const PERIOD = { start: '2025-07-01', end: '2026-06-30' } as const;

const MAKERS: Readonly<Record<string, PopulationMaker>> = {
  'LA-01': accessGrants,
  'LA-02': leavers,
  'LA-04': accessReviews,
  'LA-06': temporaryAccess,
  'CHG-01': deployments,
  'HR-01': newHires,
  'HR-02': securityTraining,
  'LOG-01': highSeverityAlerts,
  'INC-01': incidents,
  'VUL-01': findings,
  'BCK-01': backupJobs,
  'BCK-02': restoreTests,
};

export interface BuiltRow {
  readonly key: string;
  /** Content of the date column: a date, or a date with time. */
  readonly at: string;
  readonly cells: Cells;
}

export interface BuiltPopulation {
  readonly spec: PopulationSpec;
  /** Rows of the file, with those outside the period. */
  readonly rows: readonly BuiltRow[];
  readonly rowsInPeriod: readonly BuiltRow[];
  /** Rows that the recorded seed takes, in draw order. */
  readonly drawn: readonly BuiltRow[];
  readonly judge: PopulationMaker['judge'];
}

/**
 * Builds one large population. The draw depends on the keys alone, so it is made first; then the deviations that the sample
 * shall show go to drawn items, and `undrawn` further ones to items that it does not contain.
 */
export function buildPopulation(spec: PopulationSpec): BuiltPopulation {
  const maker = MAKERS[spec.controlId];
  if (maker === undefined) throw new Error(`sample data: no maker for ${spec.controlId}`);
  const random = pseudoRandom(`population ${spec.id}`);
  const occurrences = maker.occurrences(random);
  const inPeriod = occurrences.filter(({ at: date }) => isInPeriod(date));
  const drawnKeys = drawKeys(
    spec.plan.seed,
    inPeriod.map(({ key }) => key),
    spec.plan.size,
  );
  const planted = plantDeviations(spec, inPeriod, drawnKeys);
  const rows = occurrences.map((occurrence): BuiltRow => {
    const cells = maker.row(random, occurrence, planted.get(occurrence.key) ?? null);
    return { key: occurrence.key, at: cells[spec.dateColumn] ?? '', cells };
  });
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const drawn = drawnKeys.flatMap((key) => byKey.get(key) ?? []);
  return { spec, rows, rowsInPeriod: rows.filter((row) => isInPeriod(row.at)), drawn, judge: maker.judge };
}

function plantDeviations(
  spec: PopulationSpec,
  inPeriod: readonly Occurrence[],
  drawnKeys: readonly string[],
): ReadonlyMap<string, PlantedDeviation> {
  const planted = new Map<string, PlantedDeviation>();
  for (const deviation of spec.deviations) {
    const { attribute, daysLate = 0 } = deviation;
    planted.set(at(drawnKeys, deviation.position), { attribute, daysLate, drawn: true });
  }
  const attribute = spec.deviations[0]?.attribute ?? '';
  const others = inPeriod.filter(({ key }) => !drawnKeys.includes(key));
  for (let index = 0; index < spec.plan.undrawn; index += 1) {
    const other = at(others, Math.floor(((index + 0.5) * others.length) / spec.plan.undrawn));
    planted.set(other.key, { attribute, daysLate: 2 + index, drawn: false });
  }
  return planted;
}

function isInPeriod(date: string): boolean {
  const day = date.slice(0, 10);
  return day >= PERIOD.start && day <= PERIOD.end;
}
