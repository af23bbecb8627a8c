import { z } from 'zod';
import { command, done, longText, nothing, query, reasons } from './procedure.ts';

const count = z.int().min(0).max(1_000_000);
const guidanceRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('items'), items: count }),
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({
    kind: z.literal('share'),
    allUpTo: count,
    percent: z.int().min(0).max(100),
    minimum: count,
    maximum: count,
    beyond: z.int().min(0).max(1_000_000_000),
    beyondItems: count,
  }),
]);
const row = z.strictObject({ low: guidanceRule, high: guidanceRule });
/** A rule for every frequency and risk. */
const guidanceTable = z.strictObject({
  annual: row,
  semiAnnual: row,
  quarterly: row,
  monthly: row,
  twiceMonthly: row,
  weekly: row,
  daily: row,
  manyPerDay: row,
  perOccurrence: row,
  automated: row,
});
/** A firm's own table; `null` stands for the product's. */
const ownTable = guidanceTable.nullable();

/** Sizes by how often a control operates: the product's, the firm's own, and those that an engagement goes by. */
export const guidanceContract = {
  /** The product's table, and the firm's own, with which new engagements start. */
  'guidance.firm': query({
    needs: 'nothing',
    input: nothing,
    output: z.strictObject({ product: guidanceTable, own: ownTable }),
  }),
  /** Keeps the firm's own table for new engagements; a row that contradicts itself is refused. */
  'guidance.saveFirm': command({
    needs: 'nothing',
    input: z.strictObject({ own: ownTable }),
    output: done,
    touches: ['guidance'],
  }),
  /** The table that the open engagement goes by. */
  'guidance.get': query({
    input: nothing,
    output: z.strictObject({
      table: guidanceTable,
      /** Whether it is a firm's own table, and whether it is the one that this computer keeps now. */
      isOwn: z.boolean(),
      isFirms: z.boolean(),
      reason: z.string().nullable(),
    }),
  }),
  /** Lets the open engagement go by another table from now on; plans keep the rule by which they were made. */
  'guidance.use': command({
    input: z.strictObject({ own: ownTable, reason: longText, reasons }),
    output: done,
    touches: ['guidance', 'sampling'],
  }),
} as const;
