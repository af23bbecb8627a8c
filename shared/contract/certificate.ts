import { z } from 'zod';
import { command, id, nothing, query } from './procedure.ts';

const token = z.string().min(1).max(4000);

/** Certificates of draws: what was drawn, from what, by whom and when. */
export const certificateContract = {
  /** Every draw of the engagement in the order in which they were made, superseded ones included. */
  'certificate.list': query({
    input: nothing,
    output: z.array(
      z.strictObject({
        planId: id,
        workpaper: z.string(),
        control: z.string(),
        draw: z.int(),
        draws: z.int(),
        stands: z.boolean(),
        items: z.int(),
        records: z.int(),
        drawnAt: z.string(),
      }),
    ),
  }),
  /** Saves the certificate of a draw, also of a superseded one: one page as PDF, or everything as JSON. */
  'certificate.export': command({
    input: z.strictObject({ planId: id, format: z.enum(['pdf', 'json']), token }),
    output: z.strictObject({ sha256: z.string(), size: z.int() }),
    touches: [],
  }),
} as const;
