import { z } from 'zod';
import { command } from './procedure.ts';

const token = z.string().min(1).max(4000);

/** The re-performance kit: an archive by which anyone can draw, compute and hash again without this program. */
export const kitContract = {
  /**
   * Saves the kit of the present state: lists, plans, draws, results, digests, the signed report with its figures, and the
   * checkers. `withEvidence` adds the files of evidence themselves. `evidence-altered` where stored bytes do not match.
   */
  'kit.export': command({
    input: z.strictObject({ token, withEvidence: z.boolean().default(false) }),
    output: z.strictObject({
      sha256: z.string(),
      size: z.int(),
      files: z.int(),
      populations: z.int(),
      samples: z.int(),
      evidence: z.int(),
      /** Whether a signed report is on file, so that its figures are in the kit. */
      hasReport: z.boolean(),
    }),
    touches: [],
  }),
} as const;
