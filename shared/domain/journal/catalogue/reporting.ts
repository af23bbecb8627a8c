import { choice, date, flag, instant, integer, list, once, optional, ref, text } from '../field.ts';

/** What is recorded while work is reviewed, concluded, reported and filed (b.1). */
export const reportingEntities = {
  reviewNote: {
    workpaperId: once(ref('workpaper')),
    /** Where in the workpaper: empty for the whole, else the id of an item, result or procedure. */
    anchor: once(text),
    text: once(text),
    authorId: once(ref('person')),
    assigneeId: optional(ref('person')),
    status: choice('open', 'responded', 'cleared'),
  },
  noteResponse: {
    noteId: once(ref('reviewNote')),
    authorId: once(ref('person')),
    text: once(text),
    at: once(instant),
  },
  /** A signature over what the signer saw. Whether it still holds is computed, never stored. */
  signOff: {
    workpaperId: once(ref('workpaper')),
    level: once(choice('preparer', 'reviewer', 'manager', 'partner', 'eqr')),
    personId: once(ref('person')),
    at: once(instant),
    /** The calendar day where the signer stood; the report is not dated before it (gate L7). */
    signedOn: once(date),
    contentHash: once(text),
    /** The rule by which the content was gathered; a later rule is a new version beside the old. */
    manifestVersion: once(integer),
    /** Head of the journal that the signer saw: `device:sequence:hash`, one per device. */
    heads: once(list),
  },
  conclusion: {
    criterionCode: once(text),
    result: choice('met', 'metWithDeviations', 'notMet', 'notAssessable'),
    /** For `notMet`: what fell short. A failure of design is a failure of operation too (e.4). */
    failedBy: optional(choice('design', 'operation')),
    rationale: text,
    reliesOnUserControls: flag,
    reliesOnSubserviceControls: flag,
    compensatingControlIds: list,
    concludedBy: ref('person'),
    concludedAt: instant,
  },
  letter: {
    kind: once(
      choice('engagement', 'assertion', 'representation', 'subserviceAssertion', 'subserviceRepresentation'),
    ),
    date,
    signatories: list,
    coversFrom: optional(date),
    coversTo: optional(date),
    asOfDate: optional(date),
    systemName: text,
    categories: list,
    subserviceId: once(optional(ref('subserviceOrganization'))),
    /** Exceptions that management states in its assertion, in its own words; paragraphs. */
    exceptions: text,
    evidenceId: ref('evidenceFile'),
    withdrawn: flag,
  },
  subsequentEvent: {
    occurredOn: date,
    description: text,
    effect: choice('none', 'disclose', 'modify'),
    withdrawn: flag,
  },
  /** The memo on events after the period end or as-of date: how far it reaches. */
  subsequentInquiry: { coversTo: date, text, performedBy: ref('person') },
  /** One of the description criteria DC1 to DC9 with the client's text (Section III). */
  descriptionSection: {
    code: once(text),
    text,
    /** Set where there is nothing to report (DC4 incidents, DC9 changes), which must be said. */
    noneToReport: flag,
    misstated: flag,
    misstatement: text,
  },
  opinion: {
    description: choice('unmodified', 'qualified', 'adverse', 'disclaimer'),
    design: choice('unmodified', 'qualified', 'adverse', 'disclaimer'),
    operation: optional(choice('unmodified', 'qualified', 'adverse', 'disclaimer')),
    evidenceMissing: flag,
    evidenceMissingText: text,
    pervasive: flag,
    pervasiveRationale: text,
    basis: text,
    decidedBy: ref('person'),
    decidedAt: instant,
  },
  report: {
    version: once(integer),
    status: choice('draft', 'underReview', 'readyToSign', 'signed', 'issued', 'superseded', 'withdrawn'),
    reportDate: optional(date),
    releaseDate: optional(date),
    supersedesId: once(optional(ref('report'))),
    supersedeReason: once(text),
    /** Why the report was withdrawn. */
    statusReason: optional(text),
    otherInformation: text,
    /** SHA-256 of the canonical report model that was signed: the record number. */
    recordNumber: optional(text),
    /** SHA-256 and stored bytes of the signed file. */
    pdfSha256: optional(text),
    signedBy: optional(ref('person')),
    signedAt: optional(instant),
    certificateFingerprint: optional(text),
    /** Journal head and number of entries before the signature, as printed in the report. */
    journalHead: optional(text),
    journalEntries: optional(integer),
  },
  /** An addition after the lock; the only thing that may still be written. */
  addendum: {
    text: once(text),
    reason: once(text),
    authorId: once(ref('person')),
    reviewerId: once(ref('person')),
  },
} as const;
