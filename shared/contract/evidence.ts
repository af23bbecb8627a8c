import { z } from 'zod';
import {
  command,
  done,
  id,
  longText,
  nothing,
  page,
  plainDate,
  query,
  reasons,
  revision,
  shortText,
} from './procedure.ts';

/** What evidence may support. */
const evidenceTarget = z.strictObject({
  kind: z.enum([
    'workpaper',
    'procedure',
    'test',
    'ipeTest',
    'population',
    'sampleItem',
    'attributeResult',
    'deviation',
    'retest',
    'letter',
    'subsequentEvent',
  ]),
  id,
});

/** What is said about a file: when it was received, from whom, and which day or span it speaks for. */
const descriptionFields = {
  receivedOn: plainDate,
  sourcePerson: shortText.default(''),
  sourceSystem: shortText.default(''),
  asOf: plainDate.nullable().default(null),
  coversFrom: plainDate.nullable().default(null),
  coversTo: plainDate.nullable().default(null),
  redacted: z.boolean().default(false),
  requestId: id.nullable().default(null),
};

/** A file of the engagement. */
const evidenceView = z.strictObject({
  id,
  revision,
  sha256: z.string(),
  name: z.string(),
  size: z.int(),
  mime: z.string(),
  receivedOn: z.string(),
  sourcePerson: z.string(),
  sourceSystem: z.string(),
  asOf: z.string().nullable(),
  coversFrom: z.string().nullable(),
  coversTo: z.string().nullable(),
  redacted: z.boolean(),
  requestId: z.string().nullable(),
  requestCode: z.string().nullable(),
  addedBy: z.string(),
  addedAt: z.string(),
  /** What it supports, and where in the file to look. */
  links: z
    .array(z.strictObject({ linkId: id, kind: z.string(), targetId: z.string(), place: z.string() }))
    .readonly(),
});

const requestFields = {
  description: longText,
  dueDate: plainDate.nullable().default(null),
  controlIds: z.array(id).max(100).default([]),
  coversFrom: plainDate.nullable().default(null),
  coversTo: plainDate.nullable().default(null),
  remarks: longText.default(''),
};
const requestStatus = z.enum(['draft', 'sent', 'received', 'accepted', 'rejected', 'withdrawn']);

/** A request to the client. */
const requestView = z.strictObject({
  id,
  revision,
  code: z.string(),
  description: z.string(),
  dueDate: z.string().nullable(),
  status: requestStatus,
  controlIds: z.array(z.string()).readonly(),
  controlCodes: z.array(z.string()).readonly(),
  coversFrom: z.string().nullable(),
  coversTo: z.string().nullable(),
  remarks: z.string(),
  /** States that it can take from here. */
  moves: z.array(requestStatus).readonly(),
  fileCount: z.int(),
  isOverdue: z.boolean(),
});

const touches = ['evidence', 'testing', 'population', 'review', 'request'] as const;

/** The most bytes that the window takes in to show a file; larger files are exported. */
export const mostBytesShown = 64 * 2 ** 20;

/** Evidence files, what they support, and requests to the client. */
export const evidenceContract = {
  /** Stores files while hashing them, and ties them to a target. Gate A2; `not-found`, `unreadable-file`, `cancelled`. */
  'evidence.attach': command({
    input: z.strictObject({
      tokens: z.array(z.string().min(1).max(4000)).min(1).max(100),
      target: evidenceTarget.nullable().default(null),
      ...descriptionFields,
      reasons,
    }),
    output: z.strictObject({ evidenceIds: z.array(id).readonly() }),
    touches,
  }),
  'evidence.describe': command({
    input: z.strictObject({ evidenceId: id, revision, ...descriptionFields, reasons }),
    output: done,
    touches,
  }),
  /** Ties stored files to a target. */
  'evidence.link': command({
    input: z.strictObject({
      evidenceIds: z.array(id).min(1).max(100),
      target: evidenceTarget,
      place: shortText.default(''),
      reasons,
    }),
    output: done,
    touches,
  }),
  /** Takes a link back; link and file stay on record. */
  'evidence.unlink': command({ input: z.strictObject({ linkId: id, reasons }), output: done, touches }),
  /** Files, the latest first; those of a target or of a request where one is given. */
  'evidence.list': query({
    input: z.strictObject({
      target: evidenceTarget.nullable().default(null),
      requestId: id.nullable().default(null),
      search: shortText.default(''),
      ...page.shape,
    }),
    output: z.strictObject({ total: z.int(), files: z.array(evidenceView).readonly() }),
  }),
  /** The bytes of a file after their hash was checked (gate F5); `null` where the file is too large to show. */
  'evidence.open': query({
    input: z.strictObject({ evidenceId: id }),
    output: z.strictObject({
      name: z.string(),
      mime: z.string(),
      size: z.int(),
      bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array).nullable(),
    }),
  }),
  /** Writes a copy of a file to a place that the user chose, after its hash was checked (gate F5). */
  'evidence.export': command({
    input: z.strictObject({ evidenceId: id, token: z.string().min(1).max(4000) }),
    output: z.strictObject({ size: z.int() }),
    touches: [],
  }),
  /**
   * Has a read-only copy opened with a program of the system, after its hash was checked (gate F5). `only-saved` where a
   * file of that ending could run as a program; `unreadable-file` where nothing opens it.
   */
  'evidence.openOutside': command({
    input: z.strictObject({ evidenceId: id }),
    output: z.strictObject({ size: z.int() }),
    touches: [],
  }),
  'request.create': command({
    input: z.strictObject(requestFields),
    output: z.strictObject({ requestId: id, code: z.string() }),
    touches,
  }),
  'request.edit': command({
    input: z.strictObject({ requestId: id, revision, ...requestFields }),
    output: done,
    touches,
  }),
  /** Takes a request to its next state: `draft → sent → received → accepted`, or back with a reason. */
  'request.move': command({
    input: z.strictObject({
      requestId: id,
      revision,
      to: requestStatus,
      remarks: longText.nullable().default(null),
    }),
    output: done,
    touches,
  }),
  'request.list': query({ input: nothing, output: z.array(requestView).readonly() }),
} as const;
