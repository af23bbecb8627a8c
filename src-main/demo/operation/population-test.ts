import type { PopulationSpec } from '../demo-data.ts';
import { quarterOf } from '../calendar.ts';
import type { EvidenceFolder } from '../evidence/evidence-folder.ts';
import { PERIOD } from '../population/build-population.ts';
import type { BuiltPopulation, BuiltRow } from '../population/build-population.ts';
import { at } from '../pseudo-random.ts';
import type { SampleDeviation, SampleItem, SamplePopulation, SampleTest } from '../sample-inputs.ts';
import { coverageNote } from './coverage-note.ts';

const RECEIVED_AT = '2026-07-20';
const SHOWN_ROWS = 8;
const SHOWN_COLUMNS = 6;

/** Builds the test of a control whose population is one of the large lists, and files the evidence of its drawn items. */
export async function populationTest(
  population: BuiltPopulation,
  attributes: SampleTest['attributes'],
  evidence: EvidenceFolder,
): Promise<SampleTest> {
  const { spec, drawn, judge } = population;
  const ipeEvidence = await fileListScreen(population, evidence);
  const evidenceOf = await fileItemEvidence(population, evidence);
  const items = drawn.map((row): SampleItem => ({
    key: row.key,
    date: row.at,
    results: judge(row.cells),
    evidenceIds: evidenceOf.get(row.key) ?? [],
  }));
  const { riskBasisPoints: risk, tolerableBasisPoints: tolerable, expectedBasisPoints: expected } = spec.plan;
  return {
    controlId: spec.controlId,
    kind: 'population',
    population: describePopulation(population, ipeEvidence),
    plan: {
      basis: spec.plan.basis,
      method: 'simpleRandom',
      size: spec.plan.size,
      seed: spec.plan.seed,
      rates:
        risk === undefined || tolerable === undefined || expected === undefined
          ? null
          : { risk, tolerable, expected },
    },
    attributes,
    items,
    deviations: spec.deviations.map((entry) => deviationOf(entry, at(drawn, entry.position))),
    conclusion: spec.deviations.length === 0 ? 'effective' : 'effectiveWithDeviations',
    conclusionText: spec.conclusion,
    changeHistory: null,
    coverageNote: coverageNote(
      items.map((item) => item.date),
      population.rowsInPeriod.length,
    ),
  };
}

function describePopulation(population: BuiltPopulation, ipeEvidence: string): SamplePopulation {
  const { spec, rows, rowsInPeriod } = population;
  const removes = rows.length - rowsInPeriod.length;
  const step = Math.max(1, Math.floor(rowsInPeriod.length / 5));
  const keys = rowsInPeriod.filter((_, index) => index % step === 0).map((row) => row.key);
  const count = String(rows.length);
  return {
    id: spec.id,
    file: `populations/${spec.file}`,
    title: spec.title,
    sheet: spec.format.kind === 'xlsx' ? spec.format.sheet : null,
    keyColumn: spec.keyColumn,
    dateColumn: spec.dateColumn,
    rows: rows.length,
    rowsInPeriod: rowsInPeriod.length,
    filter:
      removes === 0
        ? null
        : {
            column: spec.dateColumn,
            from: PERIOD.start,
            to: PERIOD.end,
            removes,
            reason: spec.filterReason ?? '',
          },
    gapExplanation: spec.gapExplanation ?? null,
    blemishes: spec.blemishes,
    ipe: {
      sourceSystem: spec.sourceSystem,
      query: spec.query,
      extractedBy: spec.extractedBy,
      extractedAt: spec.extractedAt,
      countOnScreen: rows.length,
      completeness: {
        method: 'reconcileToIndependentSource',
        detail: `Compared with ${spec.independentSource}: ${count} records on both sides. Count on the screen of the query ${count}, rows in the file ${count}.`,
      },
      accuracy: {
        method: 'sampleToSource',
        detail: 'For the rows named, every column was agreed to the record in the source system.',
        keys: keys.slice(0, 5),
      },
      evidenceIds: [ipeEvidence],
    },
  };
}

/** The screen of the query with its count, taken while the list was extracted. */
function fileListScreen(population: BuiltPopulation, evidence: EvidenceFolder): Promise<string> {
  const { spec, rows } = population;
  const columns = spec.columns.slice(0, SHOWN_COLUMNS).map((column) => column.name);
  return evidence.add(
    {
      title: `Extraction of ${spec.file}`,
      source: spec.sourceSystem,
      capturedAt: spec.extractedAt,
      capturedBy: spec.extractedBy,
      facts: [
        ['Query', spec.query],
        ['Run by', spec.extractedBy],
        ['Records found', String(rows.length)],
        ['File written', spec.file],
      ],
      paragraphs: [],
      header: columns,
      rows: rows.slice(0, SHOWN_ROWS).map((row) => columns.map((name) => row.cells[name] ?? '')),
    },
    {
      controlId: spec.controlId,
      use: 'population',
      kind: 'png',
      ...PERIOD_PLACE,
      receivedAt: spec.extractedAt.slice(0, 10),
    },
  );
}

const PERIOD_PLACE = { from: PERIOD.start, to: PERIOD.end } as const;

/** Files the evidence of the drawn items and tells which files stand for which key. */
async function fileItemEvidence(
  population: BuiltPopulation,
  evidence: EvidenceFolder,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const filed = new Map<string, readonly string[]>();
  for (const plan of population.spec.evidence) {
    for (const [group, rows] of groupRows(population, plan.group)) {
      const id = await fileGroup(population.spec, { plan, group, rows }, evidence);
      for (const row of rows) filed.set(row.key, [...(filed.get(row.key) ?? []), id]);
    }
  }
  return filed;
}

type EvidencePlan = PopulationSpec['evidence'][number];

function groupRows(
  population: BuiltPopulation,
  group: EvidencePlan['group'],
): ReadonlyMap<string, readonly BuiltRow[]> {
  const { drawn, spec } = population;
  const deviating = spec.deviations.map((entry) => at(drawn, entry.position));
  switch (group) {
    case 'item':
      return Map.groupBy(drawn, (row) => row.key);
    case 'deviation':
      return Map.groupBy(deviating, (row) => row.key);
    case 'month':
      return Map.groupBy(drawn, (row) => row.at.slice(0, 7));
    case 'quarter':
      return Map.groupBy(drawn, (row) => quarterOf(row.at));
    case 'all':
      return new Map([['all', drawn]]);
  }
}

interface EvidenceGroup {
  readonly plan: EvidencePlan;
  readonly group: string;
  readonly rows: readonly BuiltRow[];
}

function fileGroup(
  spec: PopulationSpec,
  { plan, group, rows }: EvidenceGroup,
  evidence: EvidenceFolder,
): Promise<string> {
  const dates = rows.map((row) => row.at.slice(0, 10)).sort();
  const isSingle = plan.group === 'item' || plan.group === 'deviation';
  const columns = spec.columns.map((column) => column.name);
  const single = isSingle ? at(rows, 0) : null;
  return evidence.add(
    {
      title: plan.title.replace('{group}', group).replace('{key}', group),
      source: plan.source,
      capturedAt: `${RECEIVED_AT}T09:00:00`,
      capturedBy: spec.extractedBy,
      facts:
        single === null
          ? [['Control', spec.controlId]]
          : columns.map((name) => [words(name), single.cells[name] || 'none'] as const),
      paragraphs: [],
      header: single === null ? columns : [],
      rows: single === null ? rows.map((row) => columns.map((name) => row.cells[name] ?? '')) : [],
    },
    {
      controlId: spec.controlId,
      use: 'operation',
      kind: plan.kind,
      from: at(dates, 0),
      to: at(dates, dates.length - 1),
      receivedAt: RECEIVED_AT,
    },
  );
}

const words = (column: string): string => column.replaceAll('_', ' ');

function deviationOf(entry: PopulationSpec['deviations'][number], row: BuiltRow): SampleDeviation {
  const { attribute, nature, cause, isolated, extent, effect, compensating, managementResponse } = entry;
  return {
    key: row.key,
    attribute,
    date: row.at.slice(0, 10),
    nature,
    cause,
    isolated,
    extent,
    effect,
    compensating,
    managementResponse,
  };
}
