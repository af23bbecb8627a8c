import { z } from 'zod';
import { findingView } from './engagement.ts';
import { command, done, id, longText, nothing, query, reasons } from './procedure.ts';

/** Assembly and lock of the file after release. */
export const fileContract = {
  /** How far the assembly is: the countdown of gate F1, what stands before the lock, the additions after it. */
  'file.get': query({
    input: nothing,
    output: z.strictObject({
      status: z.string(),
      releasedOn: z.string().nullable(),
      dueOn: z.string().nullable(),
      daysLeft: z.int().nullable(),
      stage: z.enum(['calm', 'day45', 'day55', 'overdue']).nullable(),
      reminder: findingView.nullable(),
      lockedAt: z.string().nullable(),
      retentionEnd: z.string().nullable(),
      findings: z.array(findingView),
      addenda: z.array(
        z.strictObject({
          id,
          text: z.string(),
          reason: z.string(),
          author: z.string(),
          reviewer: z.string(),
          at: z.string(),
        }),
      ),
    }),
  }),
  'file.startAssembly': command({ input: nothing, output: done, touches: ['file', 'engagement'] }),
  /**
   * Locks the file: gate F2, all evidence checked against its hash; F1 asks for a reason after day 60. `passphrase` is
   * that of the person who acts; without one the command line's own is tried. Refused with `wrong-passphrase`.
   */
  'file.lock': command({
    input: z.strictObject({ reasons, passphrase: z.string().max(1000).optional() }),
    output: done,
    touches: ['file', 'engagement', 'review'],
  }),
  /** Adds to the locked file (gate F3): reason, author and reviewer are recorded. */
  'file.addAddendum': command({
    input: z.strictObject({ text: longText, reason: longText, reviewerId: id }),
    output: z.strictObject({ id }),
    touches: ['file'],
  }),
} as const;
