import { z } from 'zod';
import { firmView, newPassphrase } from './person.ts';
import { command, done, id, nothing, plainDate, query, reasons, shortText } from './procedure.ts';

/** A role in the team. */
export const teamRole = z.enum(['staff', 'senior', 'manager', 'partner', 'eqr']);
/** Trust services categories. */
export const category = z.enum([
  'Security',
  'Availability',
  'Processing Integrity',
  'Confidentiality',
  'Privacy',
]);

/** Whether the runtime's IANA database knows the zone: the days of an engagement are counted in it. */
function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

const dates = {
  type: z.enum(['I', 'II']),
  asOfDate: plainDate.nullable().default(null),
  periodStart: plainDate.nullable().default(null),
  periodEnd: plainDate.nullable().default(null),
  categories: z.array(category).max(5),
};

/** A gate or rule that stands in the way, as screens show it. */
export const findingView = z.strictObject({
  code: z.string(),
  kind: z.enum(['block', 'warning']),
  message: z.string(),
  next: z.string(),
  target: z.strictObject({ entity: z.string(), id: z.string() }).nullable(),
});

/** A gate or rule as screens show it. */
export type FindingView = z.output<typeof findingView>;

/** What the window always shows of the open engagement. */
export const engagementView = z.strictObject({
  engagementId: id,
  revision: z.int(),
  path: z.string(),
  clientName: z.string(),
  clientShortName: z.string(),
  systemName: z.string(),
  kind: z.enum(['examination', 'readiness']),
  type: z.enum(['I', 'II']),
  asOfDate: z.string().nullable(),
  periodStart: z.string().nullable(),
  periodEnd: z.string().nullable(),
  timeZone: z.string(),
  categories: z.array(z.string()),
  status: z.string(),
  statusReason: z.string().nullable(),
  plannedReportDate: z.string().nullable(),
  firmName: z.string(),
  actor: z
    .strictObject({ personId: z.string(), initials: z.string(), role: z.string().nullable() })
    .nullable(),
  counts: z.record(z.string(), z.int()),
  journal: z.strictObject({ entries: z.int(), head: z.string(), lastAt: z.string().nullable() }),
});

/** The open engagement as the window shows it. */
export type EngagementView = z.output<typeof engagementView>;

/** Opening, making and closing engagement files. */
export const engagementContract = {
  /** Says what is wrong with dates and categories as they are typed. Writes nothing. */
  'engagement.checkDates': query({
    needs: 'nothing',
    input: z.strictObject(dates),
    output: z.strictObject({ findings: z.array(findingView), earliestEnd: z.string().nullable() }),
  }),
  /** Makes a new engagement file and opens it. The person who is signed in becomes the first team member. */
  'engagement.create': command({
    needs: 'nothing',
    input: z.strictObject({
      /** Place of the new file, from the save dialog. */
      place: z.string().max(4000),
      passphrase: newPassphrase,
      ...dates,
      clientLegalName: shortText.min(1),
      clientShortName: shortText.default(''),
      clientAddress: shortText.default(''),
      clientIndustry: shortText.default(''),
      systemName: shortText.min(1),
      timeZone: z.string().max(100).refine(isTimeZone, 'not a time zone of the IANA database').default('UTC'),
      plannedReportDate: plainDate.nullable().default(null),
      priorEngagement: shortText.nullable().default(null),
      kind: z.enum(['examination', 'readiness']).default('examination'),
      role: teamRole.default('partner'),
      firm: firmView,
      paper: z.enum(['letter', 'a4']).default('letter'),
      reasons,
    }),
    output: z.strictObject({ engagementId: id }),
    touches: ['engagement', 'recent'],
  }),
  /** Opens a file for work. */
  'engagement.open': command({
    needs: 'nothing',
    input: z.strictObject({ place: z.string().max(4000), passphrase: z.string().max(1000) }),
    output: z.strictObject({ engagementId: id }),
    touches: ['engagement', 'recent'],
  }),
  'engagement.close': command({ input: nothing, output: done, touches: ['engagement', 'recent'] }),
  'engagement.get': query({ input: nothing, output: engagementView }),
  /** Engagements that this computer's user opened lately. */
  'recent.list': query({
    needs: 'nothing',
    input: nothing,
    output: z.array(
      z.strictObject({
        /** Opens it again; the path is only shown. */
        place: z.string(),
        path: z.string(),
        engagementId: z.string(),
        clientName: z.string(),
        type: z.string(),
        dates: z.string(),
        status: z.string(),
        kind: z.string(),
        /** How it stood when it was last open: a line, the day that matters next, gates that block. */
        note: z.string(),
        dueOn: z.string().nullable(),
        blocks: z.int(),
        openedAt: z.string(),
        openedBy: z.string(),
        isPresent: z.boolean(),
      }),
    ),
  }),
  'recent.forget': command({
    needs: 'nothing',
    input: z.strictObject({ path: z.string().max(4000) }),
    output: done,
    touches: ['recent'],
  }),
} as const;
