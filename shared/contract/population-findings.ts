import { z } from 'zod';
import { id, query } from './procedure.ts';

const keys = z.strictObject({ count: z.int(), keys: z.array(z.string()).readonly() });

/** What a list shows before a draw, beyond its shape over the period; nothing here changes it. */
export const populationFindingsContract = {
  /** Missing numbers and keys written twice over the whole file, times of day of the kept records, and control totals. */
  'population.findings': query({
    input: z.strictObject({ populationId: id }),
    output: z.strictObject({
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
    }),
  }),
  /** Holds a list against another one on file, an earlier or an independent one, by key and cell by cell. */
  'population.compare': query({
    input: z.strictObject({ populationId: id, otherId: id }),
    output: z.strictObject({
      same: z.int(),
      onlyHere: keys,
      onlyThere: keys,
      changed: z.strictObject({
        count: z.int(),
        rows: z
          .array(z.strictObject({ key: z.string(), columns: z.array(z.string()).readonly() }))
          .readonly(),
      }),
      uncompared: z.array(z.string()).readonly(),
    }),
  }),
} as const;
