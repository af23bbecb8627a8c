import { z } from 'zod';
import { command, id, query } from './procedure.ts';

const header = z.string().max(32_767);
const column = header.nullable().default(null);

/** A chosen file, and how it is read where it leaves a choice; `null` finds it in the file. */
const listFields = {
  token: z.string().min(1).max(4000),
  sheet: z.string().max(200).nullable().default(null),
  encoding: z.string().max(60).nullable().default(null),
  delimiter: z.string().length(1).nullable().default(null),
  headerRow: z.int().min(1).nullable().default(null),
};

/** The header of the column that holds each field of a control. */
const columnFields = z.strictObject({
  code: column,
  title: column,
  text: column,
  criteria: column,
  owner: column,
  ownerTitle: column,
  nature: column,
  type: column,
  frequency: column,
  risk: column,
});

/** Controls of the client's own, from a list. */
export const controlImportContract = {
  /**
   * Reads a chosen list and shows exactly what would be imported under these columns, with the faults by row. Writes
   * nothing; the file stays chosen. Without columns only the list itself and a suggestion are shown.
   */
  'control.importPreview': query({
    input: z.strictObject({ ...listFields, columns: columnFields.nullable().default(null) }),
    output: z.strictObject({
      name: z.string(),
      size: z.int(),
      format: z.enum(['csv', 'xlsx']),
      sheet: z.string().nullable(),
      sheets: z.array(z.string()),
      encoding: z.string().nullable(),
      delimiter: z.string().nullable(),
      rowsInFile: z.int(),
      headers: z.array(z.string()),
      problems: z.array(z.strictObject({ code: z.string(), words: z.string() })),
      suggestion: columnFields,
      /** `null` before columns are given. */
      read: z
        .strictObject({
          total: z.int(),
          faultyRows: z.int(),
          /** The first 200 controls as they would be added. */
          controls: z.array(
            z.strictObject({
              row: z.int(),
              code: z.string(),
              title: z.string(),
              text: z.string(),
              owner: z.string(),
              nature: z.string(),
              frequency: z.string(),
              criteria: z.array(z.string()),
            }),
          ),
          /** The first 500 faults. */
          faults: z.array(z.strictObject({ row: z.int(), column: z.string(), message: z.string() })),
        })
        .nullable(),
    }),
  }),
  /** Adds the controls of a list as drafts, in one entry. Rows with faults refuse it unless they are left out. */
  'control.import': command({
    input: z.strictObject({
      ...listFields,
      columns: columnFields,
      leaveOutFaulty: z.boolean().default(false),
    }),
    output: z.strictObject({ ids: z.array(id), leftOut: z.int() }),
    touches: ['control', 'criteria', 'engagement'],
  }),
} as const;
