import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** The texts and settings of the sample engagement, read from resources/demo and checked, so that a slip is named at once. */

const column = z.union([
  z.string().transform((name) => ({ name, type: 'text' as const })),
  z.strictObject({ name: z.string(), type: z.enum(['text', 'date', 'dateTime', 'number', 'paddedNumber']) }),
]);
const evidenceKind = z.enum(['png', 'pdf', 'txt', 'log', 'csv', 'json', 'eml', 'md', 'xlsx', 'html']);

const deviation = z.strictObject({
  position: z.int(),
  attribute: z.string(),
  daysLate: z.int().optional(),
  nature: z.string(),
  cause: z.string(),
  isolated: z.enum(['yes', 'no']),
  extent: z.string(),
  effect: z.string(),
  compensating: z.array(z.string()),
  managementResponse: z.string(),
});

const populationSpec = z.strictObject({
  id: z.string(),
  controlId: z.string(),
  file: z.string(),
  title: z.string(),
  format: z.union([
    z.strictObject({
      kind: z.literal('csv'),
      encoding: z.enum(['utf-8', 'utf-8-bom', 'utf-16le-bom', 'windows-1252']),
      delimiter: z.string(),
      newline: z.string(),
    }),
    z.strictObject({ kind: z.literal('xlsx'), sheet: z.string(), hiddenSheet: z.string().optional() }),
  ]),
  keyColumn: z.string(),
  dateColumn: z.string(),
  sourceSystem: z.string(),
  query: z.string(),
  extractedBy: z.string(),
  extractedAt: z.string(),
  columns: z.array(column),
  plan: z.strictObject({
    basis: z.enum(['frequencyGuidance', 'statistical', 'all']),
    size: z.int(),
    seed: z.string(),
    undrawn: z.int().default(0),
    riskBasisPoints: z.int().optional(),
    tolerableBasisPoints: z.int().optional(),
    expectedBasisPoints: z.int().optional(),
  }),
  filterReason: z.string().optional(),
  gapExplanation: z.string().optional(),
  independentSource: z.string(),
  blemishes: z.array(z.string()),
  evidence: z.array(
    z.strictObject({
      group: z.enum(['item', 'month', 'quarter', 'all', 'deviation']),
      kind: evidenceKind,
      title: z.string(),
      source: z.string(),
    }),
  ),
  deviations: z.array(deviation),
  conclusion: z.string(),
});

const frequency = z.enum([
  'annual',
  'continuousAutomated',
  'daily',
  'monthly',
  'multiplePerDay',
  'perOccurrence',
  'quarterly',
  'semiannual',
  'weekly',
]);
const nature = z.enum(['automated', 'itDependentManual', 'manual']);

const controlSpec = z.strictObject({
  id: z.string(),
  type: z.enum(['preventive', 'detective', 'corrective']),
  ownerTitle: z.string(),
  frequency: frequency.optional(),
  supporting: z.array(z.string()).default([]),
  text: z.string(),
  walkthrough: z.strictObject({
    instance: z.string(),
    date: z.string(),
    kind: evidenceKind,
    source: z.string(),
    seen: z.string(),
  }),
  schedule: z
    .strictObject({
      noun: z.string(),
      dates: z.array(z.string()).optional(),
      monthly: z.int().optional(),
      sample: z.int().optional(),
      notApplicable: z.array(z.string()).default([]),
      zeroReason: z.string().optional(),
    })
    .optional(),
  automated: z
    .strictObject({
      settings: z.array(z.string()),
      notApplicable: z.array(z.string()).default([]),
      change: z.string(),
    })
    .optional(),
  operationKind: evidenceKind.optional(),
});

const libraryControl = z.object({
  id: z.string(),
  title: z.string(),
  family: z.string(),
  frequency,
  nature,
  criteria: z.array(z.string()),
  typeISteps: z.array(z.string()),
  typeII: z.object({
    population: z.string(),
    attributes: z.array(z.object({ key: z.string(), test: z.string() })),
  }),
  parameters: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

export type EvidenceKind = z.infer<typeof evidenceKind>;
export type PopulationSpec = z.infer<typeof populationSpec>;
export type ControlSpec = z.infer<typeof controlSpec>;
export type LibraryControl = z.infer<typeof libraryControl>;
export type ControlFrequency = z.infer<typeof frequency>;
export type ControlNature = z.infer<typeof nature>;

const resources = new URL('../../resources/', import.meta.url);

export const readPopulationSpecs = (): readonly PopulationSpec[] =>
  readChecked('demo/populations.json', z.object({ populations: z.array(populationSpec) })).populations;

export const readControlSpecs = (): readonly ControlSpec[] =>
  readChecked('demo/controls.json', z.object({ controls: z.array(controlSpec) })).controls;

export const readIncidentRows = (): readonly Readonly<Record<string, string>>[] =>
  readChecked('demo/incidents.json', z.object({ rows: z.array(z.record(z.string(), z.string())) })).rows;

export const readScreenFont = (): ReadonlyMap<string, readonly number[]> =>
  new Map(
    Object.entries(
      readChecked('demo/screen-font.json', z.object({ glyphs: z.record(z.string(), z.array(z.int())) }))
        .glyphs,
    ),
  );

export const readControlLibrary = (): ReadonlyMap<string, LibraryControl> =>
  new Map(
    readChecked(
      'reference/control-library.json',
      z.object({ controls: z.array(libraryControl) }),
    ).controls.map((entry) => [entry.id, entry]),
  );

export const readCriteriaIds = (): readonly string[] =>
  readChecked('reference/tsc-2017.json', z.array(z.object({ id: z.string() }))).map((entry) => entry.id);

/** Reads one file of resources/ and holds it against its schema. */
export function readChecked<T>(path: string, schema: z.ZodType<T>): T {
  return schema.parse(JSON.parse(readFileSync(new URL(path, resources), 'utf8')));
}
