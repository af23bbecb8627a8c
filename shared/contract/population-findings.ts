import { z } from 'zod';
import { header, readingFields } from './population.ts';
import { command, done, id, longText, query, reasons, revision } from './procedure.ts';

const keys = z.strictObject({ count: z.int(), keys: z.array(z.string()).readonly() });

const code = z.enum([
  'keys',
  'period',
  'dates',
  'nearDuplicates',
  'sequence',
  'gaps',
  'timeOfDay',
  'frequency',
  'totals',
  'reading',
]);

/** A check with what it found. `explained`: the reason was typed at the import. `accepted`: open, but a person gave the reason for which it may stay. */
const check = z.strictObject({
  code,
  state: z.enum(['clear', 'filtered', 'explained', 'open', 'accepted']),
  words: z.string(),
  acceptance: z.strictObject({ id, reason: z.string(), by: z.string(), at: z.string() }).nullable(),
});

const columnProfile = z.strictObject({
  name: z.string(),
  kind: z.enum(['date', 'dateTime', 'number', 'yesNo', 'text', 'mixed', 'empty']),
  filled: z.int(),
  blank: z.int(),
  example: z.string(),
});

/** What two lists have and lack; lists end after the first hundred, counts do not. */
const comparison = z.strictObject({
  same: z.int(),
  onlyHere: keys,
  onlyThere: keys,
  changed: z.strictObject({
    count: z.int(),
    rows: z.array(z.strictObject({ key: z.string(), columns: z.array(z.string()).readonly() })).readonly(),
  }),
  uncompared: z.array(z.string()).readonly(),
});

const touches = ['population', 'sampling', 'review'] as const;

/** What a list shows before a draw, beyond its shape over the period; nothing here changes it. */
export const populationFindingsContract = {
  /** Every check of the list with its state, the columns, missing numbers, times of day, and control totals. */
  'population.findings': query({
    input: z.strictObject({ populationId: id }),
    output: z.strictObject({
      checks: z.array(check).readonly(),
      /** Checks that neither a filter nor a reason has dealt with. */
      open: z.int(),
      columns: z.array(columnProfile).readonly(),
      /** What the client's system showed, where it was stated, beside what the file holds. */
      totals: z.strictObject({
        stated: z.int().nullable(),
        inFile: z.int(),
        kept: z.int(),
        /** `null` where nothing was stated. */
        agrees: z.boolean().nullable(),
      }),
      gapCount: z.int(),
      missing: z.int(),
      gaps: z
        .array(z.strictObject({ prefix: z.string(), from: z.int(), to: z.int(), missing: z.int() }))
        .readonly(),
      nearDuplicateCount: z.int(),
      nearDuplicates: z.array(z.array(z.string()).readonly()).readonly(),
      hours: z.array(z.int()).readonly(),
      untimed: z.int(),
      /** Times that carry no offset, read in `zone`. */
      withoutOffset: z.int(),
      zone: z.string(),
    }),
  }),
  /** Accepts an open finding with a reason; it is content of the operating workpaper. `words` are those that were shown. */
  'population.acceptFinding': command({
    input: z.strictObject({ populationId: id, revision, code, words: longText, reason: longText, reasons }),
    output: z.strictObject({ acceptanceId: id }),
    touches,
  }),
  /** Takes an acceptance back; the finding is open again. */
  'population.withdrawAcceptance': command({
    input: z.strictObject({ acceptanceId: id, reasons }),
    output: done,
    touches,
  }),
  /** Holds a list against another one on file, an earlier or an independent one, by key and cell by cell. */
  'population.compare': query({
    input: z.strictObject({ populationId: id, otherId: id }),
    output: comparison,
  }),
  /**
   * Holds a list against a chosen file that is not part of the engagement. Without key columns those of the list are
   * looked for in the file. Reads only; the file stays chosen. `unreadable-file` where it cannot be read.
   */
  'population.compareFile': query({
    input: z.strictObject({
      populationId: id,
      token: z.string().min(1).max(4000),
      ...readingFields,
      keyColumns: z.array(header).max(8).default([]),
    }),
    output: z.strictObject({
      name: z.string(),
      rows: z.int(),
      columns: z.array(z.string()).readonly(),
      keyColumns: z.array(z.string()).readonly(),
      /** `null` where the file lacks a key column: another is to be chosen. */
      comparison: comparison.nullable(),
      /** Rows of the file whose key is blank or stands there before; they are left out of the comparison. */
      unkeyed: z.int(),
    }),
  }),
} as const;
