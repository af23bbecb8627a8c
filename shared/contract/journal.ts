import { z } from 'zod';
import { longText, nothing, query } from './procedure.ts';

/** What a verification found. */
const verdictView = z.strictObject({
  intact: z.boolean(),
  entries: z.int(),
  head: z.string(),
  problems: z.array(
    z.strictObject({
      code: z.string(),
      message: z.string(),
      entry: z.int().nullable(),
      object: z.string().nullable(),
      person: z.string().nullable(),
    }),
  ),
});

/** The journal: reading it and checking the file against it. */
export const journalContract = {
  /** Checks the whole file: schema, journal, signatures, tables, evidence, population rows. */
  'journal.verify': query({
    input: nothing,
    output: verdictView,
  }),
  /** Entries of the journal, newest first. */
  'journal.list': query({
    input: z.strictObject({
      before: z.int().min(1).nullable().default(null),
      limit: z.int().min(1).max(500).default(100),
    }),
    output: z.strictObject({
      entries: z.array(
        z.strictObject({
          position: z.int(),
          hash: z.string(),
          at: z.string(),
          initials: z.string(),
          kind: z.string(),
          changes: z.array(
            z.strictObject({
              entity: z.string(),
              id: z.string(),
              /** What people call the row: `LA-02`, `CC6-03`, `DV-01`; empty where the entity says it all. */
              reference: z.string(),
              field: z.string().nullable(),
              /** References in place of ids. */
              value: longText,
            }),
          ),
        }),
      ),
      total: z.int(),
    }),
  }),
} as const;
