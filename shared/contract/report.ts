import { z } from 'zod';
import { findingView } from './engagement.ts';
import { newPassphrase } from './person.ts';
import { command, done, id, longText, nothing, plainDate, query, revision } from './procedure.ts';

const token = z.string().min(1).max(4000);
const passphrase = z.string().max(1000);
const digest = z.string().nullable();

/** What a certificate says about its holder; `selfSigned` where nobody but the firm vouches for the name. */
const certificateView = z.strictObject({
  name: z.string(),
  subject: z.string(),
  issuer: z.string(),
  serialNumber: z.string(),
  fingerprint: z.string(),
  validFrom: z.string(),
  validTo: z.string(),
  selfSigned: z.boolean(),
  key: z.string(),
});

const reportFinding = z.strictObject({ code: z.string(), message: z.string() });

/** The answer about a report file. */
const verificationView = z.strictObject({
  unchanged: z.boolean(),
  signedBy: z.string().nullable(),
  signedAt: z.string().nullable(),
  firmKnown: z.boolean(),
  problems: z.array(reportFinding),
  remarks: z.array(reportFinding),
  signature: z
    .strictObject({
      certificate: certificateView,
      issuers: z.array(certificateView),
      algorithm: z.string(),
      reason: z.string().nullable(),
      location: z.string().nullable(),
      coversWholeFile: z.boolean(),
      permitsNoChange: z.boolean(),
    })
    .nullable(),
});

const versionView = z.strictObject({
  id,
  revision,
  version: z.int(),
  status: z.enum(['draft', 'underReview', 'readyToSign', 'signed', 'issued', 'superseded', 'withdrawn']),
  reportDate: z.string().nullable(),
  releaseDate: z.string().nullable(),
  otherInformation: z.string(),
  supersedesId: z.string().nullable(),
  supersedeReason: z.string(),
  statusReason: z.string().nullable(),
  recordNumber: digest,
  pdfSha256: digest,
  signedBy: z.string().nullable(),
  signedAt: z.string().nullable(),
  certificateFingerprint: digest,
  journalHead: digest,
  journalEntries: z.int().nullable(),
  fileName: z.string(),
});

const row = { id, revision };
const touches = ['report', 'engagement', 'file', 'evidence'];

/** The report: gates, preview, signature, issue, export; and checking a report that came from anywhere. */
export const reportContract = {
  /** The versions, newest first, and the gates L1 to L14 of the present state. */
  'report.get': query({
    input: nothing,
    output: z.strictObject({
      versions: z.array(versionView),
      gates: z.array(
        z.strictObject({
          code: z.string(),
          title: z.string(),
          state: z.enum(['met', 'blocks', 'later', 'notApplicable']),
          message: z.string(),
          next: z.string(),
          target: findingView.shape.target,
          count: z.int(),
        }),
      ),
      /** The entry of the journal from which the gates were computed. */
      entries: z.int(),
      /** Record number that a report built now would bear; `null` where it cannot be built yet. */
      contentNumber: digest,
    }),
  }),
  /** Starts the first version, or sets date and other information of the one that is worked on. */
  'report.edit': command({
    input: z.strictObject({
      revision: revision.nullable().default(null),
      reportDate: plainDate.nullable().optional(),
      /** The day of the issue, to be printed; the report is then issued as of that day. */
      releaseDate: plainDate.nullable().optional(),
      otherInformation: longText.optional(),
    }),
    output: z.strictObject({ id }),
    touches,
  }),
  'report.submit': command({ input: z.strictObject(row), output: done, touches }),
  /** Declares the report ready to sign: gates L1 to L11. */
  'report.markReady': command({ input: z.strictObject(row), output: done, touches }),
  /** A draft with its watermark, built from the present state: bytes for the reader of the window. */
  'report.preview': query({
    input: nothing,
    output: z.strictObject({
      pages: z.int(),
      pdf: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
      fileName: z.string(),
    }),
  }),
  /** Typesets, signs with the firm's key, verifies and stores the report: gates L1 to L12. */
  'report.sign': command({
    input: z.strictObject({ ...row, passphrase }),
    output: z.strictObject({
      recordNumber: z.string(),
      pdfSha256: z.string(),
      certificate: certificateView,
      pages: z.int(),
    }),
    touches,
  }),
  /**
   * Issues the signed report: gate L13. The release date is the one printed, else today, unless given. `passphrase` is
   * that of the person who acts; without one the command line's own is tried. Refused with `wrong-passphrase`.
   */
  'report.issue': command({
    input: z.strictObject({
      ...row,
      releaseDate: plainDate.nullable().default(null),
      passphrase: passphrase.optional(),
    }),
    output: done,
    touches,
  }),
  /** Starts a version that takes the place of an issued one (gate L14). */
  'report.supersede': command({
    input: z.strictObject({ reason: longText }),
    output: z.strictObject({ id }),
    touches,
  }),
  'report.withdraw': command({ input: z.strictObject({ ...row, reason: longText }), output: done, touches }),
  /** Saves a copy: the signed bytes as they are stored, or a draft. Written whole, read back and checked. */
  'report.export': command({
    input: z.strictObject({ what: z.enum(['signed', 'draft']), id: id.nullable().default(null), token }),
    output: z.strictObject({ sha256: z.string(), size: z.int() }),
    touches: [],
  }),
  /** Saves the workpapers as a workbook: engagement, controls, tests, samples, deviations, sign-offs, journal. */
  'workpapers.export': command({
    input: z.strictObject({ token }),
    output: z.strictObject({ sha256: z.string(), size: z.int(), sheets: z.array(z.string()) }),
    touches: [],
  }),
  /** Checks a report file from anywhere; nothing needs to be open. */
  'report.verify': query({ needs: 'nothing', input: z.strictObject({ token }), output: verificationView }),
  /** The firm's key of this computer, by its certificate; it opens with its passphrase only. */
  'firmKey.get': query({
    needs: 'nothing',
    input: nothing,
    output: z.strictObject({ isPresent: z.boolean() }),
  }),
  /** Makes a key with a self-signed certificate and keeps it in the profile. */
  'firmKey.create': command({
    needs: 'nothing',
    input: z.strictObject({ passphrase: newPassphrase }),
    output: certificateView,
    touches: ['firmKey'],
  }),
  /** Takes over a key file (.p12) after opening it with its passphrase. */
  'firmKey.import': command({
    needs: 'nothing',
    input: z.strictObject({ token, passphrase }),
    output: certificateView,
    touches: ['firmKey'],
  }),
} as const;
