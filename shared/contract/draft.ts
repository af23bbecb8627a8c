import { z } from 'zod';
import { command, done, nothing, query } from './procedure.ts';

/** What stands in the fields of a form, by the name of the field. */
const texts = z
  .record(z.string().min(1).max(60), z.string().max(100_000))
  .refine((fields) => Object.keys(fields).length <= 20, { error: 'A form has at most 20 fields.' });
const place = z.string().min(1).max(300);

/** Words typed and not recorded yet: of one person in the open engagement, kept on this computer and in no journal. */
export const draftContract = {
  /** The drafts of the person who is signed in, the newest last; none where nobody is. */
  'draft.list': query({
    input: nothing,
    output: z.array(z.strictObject({ place, texts, base: texts, at: z.string() })),
  }),
  /** Keeps what is typed in a form, in place of what was kept for it before; without somebody signed in nothing is kept. */
  'draft.keep': command({
    input: z.strictObject({ place, texts, base: texts }),
    output: done,
    touches: ['draft'],
  }),
  /** Forgets what was kept for a form: it was recorded, or given up. */
  'draft.drop': command({ input: z.strictObject({ place }), output: done, touches: ['draft'] }),
};
