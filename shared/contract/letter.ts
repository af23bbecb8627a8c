import { z } from 'zod';
import { category } from './engagement.ts';
import { command, done, id, longText, nothing, plainDate, query, revision, shortText } from './procedure.ts';

const kind = z.enum([
  'engagement',
  'assertion',
  'representation',
  'subserviceAssertion',
  'subserviceRepresentation',
]);
const signatory = z.strictObject({ name: shortText.min(1), title: shortText.min(1) });
const effect = z.enum(['none', 'disclose', 'modify']);

/** Letters of the client, and events after the end of the period or the as-of date. */
export const letterContract = {
  'letter.list': query({
    input: nothing,
    output: z.array(
      z.strictObject({
        id,
        revision,
        kind,
        date: z.string(),
        signatories: z.array(z.strictObject({ name: z.string(), title: z.string() })),
        coversFrom: z.string().nullable(),
        coversTo: z.string().nullable(),
        asOfDate: z.string().nullable(),
        systemName: z.string(),
        categories: z.array(z.string()),
        subserviceId: z.string().nullable(),
        exceptions: z.string(),
        evidenceId: id,
        fileName: z.string(),
        withdrawn: z.boolean(),
      }),
    ),
  }),
  /** Files a letter with its signed copy (a file token). Dates, system and categories default to the engagement's. */
  'letter.file': command({
    input: z.strictObject({
      kind,
      date: plainDate,
      signatories: z.array(signatory).min(1).max(20),
      coversFrom: plainDate.nullable().optional(),
      coversTo: plainDate.nullable().optional(),
      asOfDate: plainDate.nullable().optional(),
      systemName: shortText.optional(),
      categories: z.array(category).max(5).optional(),
      subserviceId: id.nullable().default(null),
      exceptions: longText.default(''),
      token: z.string().max(4000),
    }),
    output: z.strictObject({ id }),
    touches: ['letter', 'report', 'engagement', 'evidence'],
  }),
  'letter.withdraw': command({
    input: z.strictObject({ id, revision }),
    output: done,
    touches: ['letter', 'report', 'engagement'],
  }),
  'subsequent.get': query({
    input: nothing,
    output: z.strictObject({
      from: z.string().nullable(),
      inquiredUpTo: z.string().nullable(),
      events: z.array(
        z.strictObject({ id, revision, occurredOn: z.string(), description: z.string(), effect }),
      ),
      inquiries: z.array(
        z.strictObject({ id, coversTo: z.string(), text: z.string(), performedBy: z.string() }),
      ),
    }),
  }),
  'subsequent.addEvent': command({
    input: z.strictObject({ occurredOn: plainDate, description: longText, effect }),
    output: z.strictObject({ id }),
    touches: ['subsequent', 'report', 'opinion'],
  }),
  'subsequent.withdrawEvent': command({
    input: z.strictObject({ id, revision }),
    output: done,
    touches: ['subsequent', 'report', 'opinion'],
  }),
  /** Records the inquiry about subsequent events up to a day (gate L6). */
  'subsequent.recordInquiry': command({
    input: z.strictObject({ coversTo: plainDate, text: longText }),
    output: z.strictObject({ id }),
    touches: ['subsequent', 'report'],
  }),
} as const;
