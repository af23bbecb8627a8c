/** The shapes that the procedures of the access review share: lists, rules and exceptions as they are shown. */
import { z } from 'zod';
import { listKinds } from '../domain/access-review/access-list.ts';
import { ruleIds } from '../domain/access-review/rule.ts';
import { id, longText, plainDate, revision, shortText } from './procedure.ts';

/** A file that the user chose. */
export const token = z.string().min(1).max(4000);
const header = z.string().max(32_767);
/** The name of a field or figure. */
export const fieldName = z.string().min(1).max(60);
/** A kind of list. */
export const kind = z.enum(listKinds);
/** A rule. */
export const ruleId = z.enum(ruleIds);
/** What an exception turned out to be. */
export const disposition = z.enum(['deviation', 'notDeviation', 'designObservation', 'toClient']);
/** Which review. */
export const review = { reviewId: id };

/** How a file is read where it leaves a choice; `null` finds it in the file. */
export const reading = {
  sheet: z.string().max(200).nullable().default(null),
  encoding: z.string().max(60).nullable().default(null),
  delimiter: z.string().length(1).nullable().default(null),
  headerRow: z.int().min(1).nullable().default(null),
};

/** Which column is which field, and how cells are read. */
export const mapping = z.strictObject({
  columns: z.record(fieldName, header),
  fixed: z.record(fieldName, z.string().max(500)).default({}),
  dateOrder: z.enum(['unambiguous', 'dayFirst', 'monthFirst']).default('unambiguous'),
  rowsAre: z.enum(['records', 'entitlements']).default('records'),
  privilegedRoles: z.array(z.string().max(500)).max(200).readonly().default([]),
});

/** Title and dates of a review. */
export const reviewFields = {
  title: shortText,
  asOf: plainDate,
  reviewedOn: plainDate.nullable().default(null),
  dueOn: plainDate.nullable().default(null),
};

/** What is known of a list beside its rows (d.6). */
export const listFields = {
  title: shortText,
  sourceSystem: shortText.default(''),
  query: longText.default(''),
  extractedBy: shortText.default(''),
  asOf: plainDate.nullable().default(null),
  statedCount: z.int().min(0).nullable().default(null),
};

const counts = z.strictObject({
  unset: z.int(),
  toClient: z.int(),
  deviation: z.int(),
  notDeviation: z.int(),
  designObservation: z.int(),
});

/** A review in a list of reviews. */
export const reviewLine = z.strictObject({
  reviewId: id,
  revision,
  workpaperId: id,
  ref: z.string(),
  title: z.string(),
  asOf: z.string(),
  reviewedOn: z.string().nullable(),
  dueOn: z.string().nullable(),
  lists: z.int(),
  counts,
  lastRunAt: z.string().nullable(),
});

/** A list of a review. */
export const listView = z.strictObject({
  listId: id,
  revision,
  kind,
  title: z.string(),
  sourceSystem: z.string(),
  query: z.string(),
  extractedBy: z.string(),
  asOf: z.string().nullable(),
  statedCount: z.int().nullable(),
  fileName: z.string(),
  fileSha256: z.string(),
  evidenceId: id,
  rowCount: z.int(),
  columns: z.array(z.string()).readonly(),
  mapping,
  remarks: z.array(z.string()).readonly(),
});

/** A rule as the overview shows it. */
export const ruleView = z.strictObject({
  ruleId,
  title: z.string(),
  compares: z.string(),
  finds: z.string(),
  populationWords: z.string(),
  control: z.string(),
  attribute: z.string(),
  figures: z
    .array(
      z.strictObject({
        name: z.string(),
        label: z.string(),
        unit: z.string(),
        value: z.int(),
        standard: z.int(),
        least: z.int(),
        most: z.int(),
      }),
    )
    .readonly(),
  /** Lists and columns that the rule lacks; empty where it can run. */
  missing: z.array(z.string()).readonly(),
  /** What the last run gave; `null` before the first. */
  run: z
    .strictObject({ population: z.int(), compared: z.int(), exceptions: z.int(), didRun: z.boolean() })
    .nullable(),
  counts,
  sentence: z.string().nullable(),
  taken: z
    .array(
      z.strictObject({
        testId: id,
        ref: z.string(),
        workpaperId: id,
        attributeKey: z.string(),
        items: z.int(),
        isCurrent: z.boolean(),
      }),
    )
    .readonly(),
});

/** An exception with what was decided on it. */
export const exceptionView = z.strictObject({
  exceptionId: id,
  revision,
  reference: z.string(),
  ruleId,
  code: z.string(),
  subject: z.string(),
  list: z.string(),
  rows: z.array(z.string()).readonly(),
  words: z.string(),
  disposition: disposition.nullable(),
  reason: z.string(),
  evidenceIds: z.array(z.string()).readonly(),
  decidedBy: z.string(),
  decidedOn: z.string().nullable(),
  answer: z.string(),
  answeredBy: z.string(),
  answeredOn: z.string().nullable(),
});
