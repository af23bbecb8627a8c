import { choice, date, flag, instant, integer, lastWins, list, once, optional, ref, text } from '../field.ts';

/**
 * What is recorded while an engagement is accepted and planned. Fields and allowed values follow the entity table of
 * the domain reference, b.1; every row also carries who created and last changed it, and when (see `RowMeta`).
 */
export const planningEntities = {
  /** The CPA firm that performs the engagement. */
  firm: {
    name: text,
    city: text,
    state: text,
    licenceNumber: text,
    /** Years that the file is kept after its lock; at least five. */
    retentionYears: integer,
    /** Whether firm policy demands an engagement quality review. */
    qualityReviewRequired: flag,
    /** Which of the sections I and II comes first in the report. */
    sectionOrder: lastWins(choice('auditorFirst', 'managementFirst')),
    paper: lastWins(choice('letter', 'a4')),
    /** The firm's own sizes by frequency, a `GuidanceTable` in JSON; `null` stands for those of the product. */
    guidance: optional(text),
    /** Why the engagement goes by other sizes than it started with. */
    guidanceReason: optional(text),
  },
  /** A person of the firm with a signing key. */
  person: {
    name: text,
    initials: text,
    email: optional(text),
    credential: text,
    isCpa: flag,
    /** Ed25519 public key, 64 hex digits. */
    publicKey: once(text),
  },
  client: { legalName: text, shortName: text, address: text, industry: text },
  clientContact: { clientId: ref('client'), name: text, title: text, email: text, withdrawn: flag },
  engagement: {
    clientId: ref('client'),
    firmId: ref('firm'),
    kind: choice('examination', 'readiness'),
    reportKind: choice('soc2', 'soc3'),
    type: choice('I', 'II'),
    asOfDate: optional(date),
    periodStart: optional(date),
    periodEnd: optional(date),
    /** IANA name; decides on which calendar day an instant of the client's records falls. */
    timeZone: text,
    categories: list,
    systemName: text,
    /** The editions of the standards that apply, as they are printed. */
    standardsProfile: list,
    criteriaSet: text,
    /** Risk of overreliance offered for new plans, in basis points. */
    riskOfOverreliance: integer,
    plannedReportDate: optional(date),
    priorEngagement: optional(text),
    status: choice(
      'draft',
      'accepted',
      'planning',
      'fieldwork',
      'wrapUp',
      'issued',
      'assembling',
      'locked',
      'cancelled',
    ),
    statusReason: optional(text),
    lockedAt: optional(instant),
    retentionEnd: optional(date),
  },
  teamMember: {
    personId: ref('person'),
    role: choice('staff', 'senior', 'manager', 'partner', 'eqr'),
    independenceConfirmedAt: optional(instant),
    independenceStatement: optional(text),
    /** Set when the person leaves the engagement; the row stays. */
    leftOn: optional(date),
  },
  acceptanceAnswer: { question: text, answer: choice('yes', 'no', 'notApplicable'), note: text },
  acceptanceForm: {
    conclusion: optional(choice('accept', 'acceptWithSafeguards', 'decline')),
    safeguards: text,
    concludedBy: optional(ref('person')),
    concludedAt: optional(instant),
  },
  scope: { boundary: text, infrastructure: text, software: text, people: text, procedures: text, data: text },
  location: { name: text, purpose: text, withdrawn: flag },
  /** A criterion of the engagement's criteria set; the code is its identity in the profession. */
  criterion: {
    code: once(text),
    category: once(text),
    series: once(text),
    common: once(flag),
    title: text,
    description: text,
    position: once(integer),
    inScope: flag,
  },
  nonRelevantCriterion: {
    criterionCode: text,
    reason: text,
    approvedBy: optional(ref('person')),
    withdrawn: flag,
  },
  subserviceOrganization: {
    name: text,
    service: text,
    method: choice('carveOut', 'inclusive'),
    criteria: list,
    monitoringControlIds: list,
    assertionPlanned: flag,
    withdrawn: flag,
  },
  /** A control expected of the user entities (`user`) or of a subservice organization (`subservice`). */
  complementaryControl: {
    kind: choice('user', 'subservice'),
    subserviceId: optional(ref('subserviceOrganization')),
    number: lastWins(text),
    text,
    criteria: list,
    controlIds: list,
    withdrawn: flag,
  },
  commitment: { kind: choice('commitment', 'requirement'), text, categories: list, withdrawn: flag },
  control: {
    code: lastWins(text),
    title: text,
    text,
    owner: text,
    ownerTitle: text,
    nature: choice('manual', 'automated', 'itDependentManual'),
    type: choice('preventive', 'detective', 'corrective'),
    frequency: choice(
      'annual',
      'semiannual',
      'quarterly',
      'monthly',
      'weekly',
      'daily',
      'multiplePerDay',
      'perOccurrence',
      'continuousAutomated',
    ),
    risk: choice('low', 'high'),
    startDate: optional(date),
    endDate: optional(date),
    status: choice('draft', 'agreed', 'retired'),
    /** The control of a library that it was taken from, which library, and at which version. */
    libraryId: optional(text),
    libraryOrigin: optional(choice('shipped', 'firm')),
    libraryVersion: optional(integer),
    /** Values of the library's placeholders in this engagement, `name=value`. */
    placeholderValues: list,
    /** The criterion under which the report shows the tests of this control; default: the first mapped. */
    homeCriterion: optional(text),
  },
  mapping: {
    criterionCode: text,
    controlId: ref('control'),
    role: choice('primary', 'supporting'),
    withdrawn: flag,
  },
  /** The reason typed at a warning gate, kept for good. `target` names what it was given for. */
  gateReason: { gate: once(text), target: once(text), reason: once(text), fact: once(text) },
} as const;
