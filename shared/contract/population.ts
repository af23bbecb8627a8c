import { z } from 'zod';
import { findingView } from './engagement.ts';
import {
  command,
  done,
  id,
  longText,
  page,
  plainDate,
  query,
  reasons,
  revision,
  shortText,
} from './procedure.ts';

/** The header of a column. */
export const header = z.string().max(32_767);
const token = z.string().min(1).max(4000);

/** What is known of a list beside its rows (d.6). */
const descriptionFields = {
  title: shortText,
  description: longText.default(''),
  sourceSystem: shortText.default(''),
  query: longText.default(''),
  extractedBy: shortText.default(''),
  extractedOn: plainDate.nullable().default(null),
  statedCount: z.int().min(0).nullable().default(null),
  /** The days that the list covers, where it is a part of the period. */
  coversFrom: plainDate.nullable().default(null),
  coversTo: plainDate.nullable().default(null),
};

/** How a file is read where it leaves a choice; `null` finds it in the file. */
export const readingFields = {
  sheet: z.string().max(200).nullable().default(null),
  encoding: z.string().max(60).nullable().default(null),
  delimiter: z.string().length(1).nullable().default(null),
  headerRow: z.int().min(1).nullable().default(null),
};

/** Which columns are the key, the date and the stratum; several key columns identify a record together. */
const mappingFields = {
  keyColumns: z.array(header).max(8),
  dateColumn: header.nullable().default(null),
  /** The order of day and month in dates written as three numbers; `null` where none was stated: such dates are then refused. */
  dateOrder: z.enum(['dayFirst', 'monthFirst']).nullable().default(null),
  stratumColumn: header.nullable().default(null),
};

/** A recorded exclusion: what is kept, and why the rest does not belong. */
const filterInput = z.strictObject({
  kind: z.enum(['withinPeriod', 'columnEquals', 'columnNotEquals', 'excludeKeys']),
  column: header.nullable().default(null),
  values: z.array(z.string().max(32_767)).max(1000),
  reason: longText,
});

const ipeFields = {
  method: z.enum([
    'observeExtraction',
    'reconcileToIndependentSource',
    'sampleToSource',
    'reviewQuery',
    'sequenceCheck',
  ]),
  direction: z.enum(['completeness', 'accuracy']),
  result: z.enum(['pass', 'fail']),
  detail: longText,
  countInSystem: z.int().min(0).nullable().default(null),
  countInFile: z.int().min(0).nullable().default(null),
  performedOn: plainDate,
};

const populationStatus = z.enum(['defined', 'received', 'reconciled', 'rejected', 'superseded']);

/** A population with what was recorded about it. */
const populationView = z.strictObject({
  id,
  revision,
  controlId: id,
  controlCode: z.string(),
  title: z.string(),
  description: z.string(),
  sourceSystem: z.string(),
  query: z.string(),
  extractedBy: z.string(),
  extractedOn: z.string().nullable(),
  statedCount: z.int().nullable(),
  coversFrom: z.string().nullable(),
  coversTo: z.string().nullable(),
  status: populationStatus,
  statusReason: z.string().nullable(),
  zeroReason: z.string().nullable(),
  fileName: z.string().nullable(),
  evidenceId: z.string().nullable(),
  fileSha256: z.string().nullable(),
  populationSha256: z.string().nullable(),
  rowsSha256: z.string().nullable(),
  sheet: z.string().nullable(),
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  columns: z.array(z.string()).readonly(),
  keyColumns: z.array(z.string()).readonly(),
  dateColumn: z.string().nullable(),
  stratumColumn: z.string().nullable(),
  rowsInFile: z.int(),
  recordCount: z.int(),
  firstDate: z.string().nullable(),
  lastDate: z.string().nullable(),
  remarks: z.array(z.string()).readonly(),
  reconciledBy: z.string().nullable(),
  reconciledAt: z.string().nullable(),
  filters: z
    .array(
      z.strictObject({
        id,
        code: z.string(),
        kind: z.string(),
        words: z.string(),
        reason: z.string(),
        removedRows: z.int(),
        by: z.string(),
        at: z.string(),
      }),
    )
    .readonly(),
  ipeTests: z
    .array(
      z.strictObject({
        id,
        revision,
        method: z.string(),
        direction: z.string(),
        result: z.string(),
        detail: z.string(),
        countInSystem: z.int().nullable(),
        countInFile: z.int().nullable(),
        performedBy: z.string(),
        performedOn: z.string(),
        evidenceCount: z.int(),
      }),
    )
    .readonly(),
  /** What was open when the population was reconciled and is not accepted since, in words. */
  openFindings: z.array(z.string()).readonly(),
  planCount: z.int(),
});

const partCount = z.strictObject({
  start: z.string(),
  end: z.string(),
  label: z.string(),
  records: z.int(),
});
const span = z.strictObject({ start: z.string(), end: z.string() });

/** A row as it was imported. */
const populationRowView = z.strictObject({
  rowNumber: z.int(),
  key: z.string(),
  occurredOn: z.string().nullable(),
  included: z.boolean(),
  cells: z.array(z.string()).readonly(),
});

const touches = ['population', 'sampling', 'testing', 'evidence', 'review', 'engagement'] as const;
const target = { populationId: id, revision };

/**
 * Client lists: defined, previewed, imported, filtered, held against other records, reconciled. They are
 * content of the operating workpaper: where it is signed, every change asks for a reason (gate R3).
 */
export const populationContract = {
  'population.define': command({
    input: z.strictObject({ controlId: id, ...descriptionFields, reasons }),
    output: z.strictObject({ populationId: id }),
    touches,
  }),
  'population.describe': command({
    input: z.strictObject({ ...target, ...descriptionFields, reasons }),
    output: done,
    touches,
  }),
  /**
   * Reads a chosen file and shows exactly what would be imported: the first rows, which columns fit, and, where key
   * columns are given, everything that stands against the import. Writes nothing; the file stays chosen.
   */
  'population.preview': query({
    input: z.strictObject({
      populationId: id,
      token,
      ...readingFields,
      ...mappingFields,
      keyColumns: mappingFields.keyColumns.default([]),
      filters: z.array(filterInput).max(20).default([]),
      maxRows: z.int().min(1).max(200).default(50),
    }),
    output: z.strictObject({
      name: z.string(),
      size: z.int(),
      format: z.enum(['csv', 'xlsx']),
      sheet: z.string().nullable(),
      sheets: z.array(z.string()).readonly(),
      encoding: z.string().nullable(),
      delimiter: z.string().nullable(),
      rowsInFile: z.int(),
      columns: z.array(z.string()).readonly(),
      rows: z.array(z.array(z.string()).readonly()).readonly(),
      /** What a person could not see or might misread in the file, in words. */
      problems: z.array(z.strictObject({ code: z.string(), words: z.string() })).readonly(),
      suggestion: z.strictObject({
        keyColumns: z.array(z.string()).readonly(),
        dateColumns: z.array(z.string()).readonly(),
        stratumColumns: z.array(z.string()).readonly(),
      }),
      /** `null` before key columns are given. */
      mapped: z
        .strictObject({
          records: z.int(),
          removed: z.array(z.int()).readonly(),
          firstDate: z.string().nullable(),
          lastDate: z.string().nullable(),
          outsidePeriod: z.int(),
          /** Records whose date names two days as long as no order is stated. */
          ambiguousDates: z.int(),
          /** The first rows as the population would hold them. */
          rows: z
            .array(
              z.strictObject({
                rowNumber: z.int(),
                key: z.string(),
                occurredOn: z.string().nullable(),
                included: z.boolean(),
              }),
            )
            .readonly(),
          findings: z.array(findingView).readonly(),
        })
        .nullable(),
    }),
  }),
  /** Imports a chosen file as the population: gates N2, N3, N3B; `unreadable-file`, `cancelled` (nothing is kept). */
  'population.import': command({
    input: z.strictObject({
      ...target,
      token,
      ...readingFields,
      ...mappingFields,
      filters: z.array(filterInput).max(20).default([]),
      receivedOn: plainDate,
      sourcePerson: shortText.default(''),
      reasons,
    }),
    output: z.strictObject({
      evidenceId: id,
      rowsInFile: z.int(),
      recordCount: z.int(),
      populationSha256: z.string(),
    }),
    touches,
  }),
  /** Records a further exclusion over a received list; it is part of the population's hash. */
  'population.filter': command({
    input: z.strictObject({ ...target, filter: filterInput, reasons }),
    output: z.strictObject({ code: z.string(), removedRows: z.int(), recordCount: z.int() }),
    touches,
  }),
  'population.addIpeTest': command({
    input: z.strictObject({ populationId: id, ...ipeFields, reasons }),
    output: z.strictObject({ ipeTestId: id }),
    touches,
  }),
  'population.withdrawIpeTest': command({
    input: z.strictObject({ ipeTestId: id, reasons }),
    output: done,
    touches,
  }),
  /** Gate N1. An empty list needs the reason why nothing occurred. */
  'population.reconcile': command({
    input: z.strictObject({ ...target, zeroReason: longText.nullable().default(null), reasons }),
    output: done,
    touches,
  }),
  /** Sends a received list back; another may then be imported. */
  'population.reject': command({
    input: z.strictObject({ ...target, reason: longText, reasons }),
    output: done,
    touches,
  }),
  /** Puts a reconciled population out of use with its plans. */
  'population.supersede': command({
    input: z.strictObject({ ...target, reason: longText, reasons }),
    output: done,
    touches,
  }),
  'population.list': query({
    input: z.strictObject({ controlId: id.nullable().default(null) }),
    output: z.array(populationView).readonly(),
  }),
  'population.get': query({ input: z.strictObject({ populationId: id }), output: populationView }),
  /** Counts by month, quarter and weekday, gaps, and what stands against reconciling. */
  'population.health': query({
    input: z.strictObject({ populationId: id }),
    output: z.strictObject({
      records: z.int(),
      undated: z.int(),
      months: z.array(partCount).readonly(),
      quarters: z.array(partCount).readonly(),
      weekdays: z.array(z.int()).readonly(),
      firstDate: z.string().nullable(),
      lastDate: z.string().nullable(),
      gaps: z.array(span).readonly(),
      longestPause: span.nullable(),
      /** How often a control of this frequency runs in the period, where the frequency says so. */
      expected: z.strictObject({ fewest: z.int(), most: z.int() }).nullable(),
      isFileIntact: z.boolean(),
      areRowsIntact: z.boolean(),
      findings: z.array(findingView).readonly(),
    }),
  }),
  'population.rows': query({
    input: z.strictObject({ populationId: id, ...page.shape }),
    output: z.strictObject({ total: z.int(), rows: z.array(populationRowView).readonly() }),
  }),
} as const;
