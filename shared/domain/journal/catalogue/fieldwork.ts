import { choice, date, flag, instant, integer, lastWins, list, once, optional, ref, text } from '../field.ts';

/** What is recorded during fieldwork: workpapers, evidence, populations, samples, results and deviations (b.1). */
export const fieldworkEntities = {
  workpaper: {
    ref: lastWins(text),
    title: lastWins(text),
    kind: once(choice('planning', 'walkthrough', 'design', 'operating', 'memo', 'uar', 'letter', 'report')),
    controlId: optional(ref('control')),
    body: text,
    assigneeId: lastWins(optional(ref('person'))),
    dueDate: lastWins(optional(date)),
    status: choice(
      'notStarted',
      'inProgress',
      'prepared',
      'reviewed',
      'managerApproved',
      'partnerApproved',
      'locked',
    ),
  },
  procedure: {
    workpaperId: ref('workpaper'),
    nature: choice('inquiry', 'observation', 'inspection', 'reperformance'),
    text,
    /** Title of the person asked, or the record inspected. */
    subject: text,
    performedBy: ref('person'),
    performedOn: date,
    result: text,
    withdrawn: flag,
  },
  evidenceRequest: {
    code: lastWins(text),
    description: text,
    dueDate: optional(date),
    status: choice('draft', 'sent', 'received', 'accepted', 'rejected', 'withdrawn'),
    controlIds: list,
    /** The days that the records asked for are to cover. */
    coversFrom: optional(date),
    coversTo: optional(date),
    remarks: text,
  },
  /** A file as it was received; the bytes are stored by their SHA-256 and never altered. */
  evidenceFile: {
    sha256: once(text),
    originalName: once(text),
    size: once(integer),
    mime: once(text),
    receivedOn: date,
    sourcePerson: text,
    sourceSystem: text,
    /** The date, or the span of dates, that the file speaks for. */
    asOf: optional(date),
    coversFrom: optional(date),
    coversTo: optional(date),
    redacted: flag,
    requestId: optional(ref('evidenceRequest')),
  },
  /** Ties a file to what it supports; several per target, one file may serve many targets. */
  evidenceLink: {
    evidenceId: once(ref('evidenceFile')),
    targetKind: once(
      choice(
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
      ),
    ),
    targetId: once(text),
    place: text,
    withdrawn: flag,
  },
  population: {
    controlId: once(ref('control')),
    title: text,
    description: text,
    sourceSystem: text,
    query: text,
    extractedBy: text,
    extractedOn: optional(date),
    /** The days that the list covers, where it is not the whole period: the months so far, or those that remained. */
    coversFrom: optional(date),
    coversTo: optional(date),
    /** The stored source file; the rows are derived from its bytes. Empty until a file was received. */
    evidenceId: optional(ref('evidenceFile')),
    fileSha256: optional(text),
    sheet: optional(text),
    encoding: optional(text),
    delimiter: optional(text),
    columns: list,
    /** The column, or the columns taken together, whose text identifies a record. */
    keyColumns: list,
    dateColumn: optional(text),
    stratumColumn: optional(text),
    /** Rows of the file without its header. */
    rowsInFile: integer,
    /** Rows left after the recorded filters: the population. */
    recordCount: integer,
    /** SHA-256 over file, sheet, mapping and filters: what a draw refers to. */
    populationSha256: optional(text),
    /** SHA-256 over the derived rows: proves that the stored rows are those of the file. */
    rowsSha256: optional(text),
    /** What the records showed when the list was taken in or last narrowed, as `shapeText` writes it. */
    shape: optional(text),
    /** Count that the client's system showed, if stated. */
    statedCount: optional(integer),
    firstDate: optional(date),
    lastDate: optional(date),
    /** What a person could not see or might misread in the file, as it was said at the import. */
    remarks: list,
    /** What the list still showed when it was reconciled, each as its code and its words. */
    findings: list,
    /** The population's hash when it was reconciled; a draw needs it unchanged (gate N4). */
    reconciledSha256: optional(text),
    reconciledBy: optional(ref('person')),
    reconciledAt: optional(instant),
    status: choice('defined', 'received', 'reconciled', 'rejected', 'superseded'),
    statusReason: optional(text),
    /** Why an empty list is right (no occurrence in the period). */
    zeroReason: optional(text),
  },
  /** A recorded exclusion of rows from the imported list; part of the population's hash. */
  populationFilter: {
    populationId: once(ref('population')),
    code: once(text),
    kind: once(choice('withinPeriod', 'columnEquals', 'columnNotEquals', 'excludeKeys')),
    column: once(optional(text)),
    values: once(list),
    reason: once(text),
    removedRows: once(integer),
    /** Set when the list that it narrowed was sent back. */
    withdrawn: flag,
  },
  /** The reason for which a person accepts what the list shows; `words` name the figures as they were. */
  findingAcceptance: {
    populationId: once(ref('population')),
    code: once(
      choice(
        'keys',
        'period',
        'dates',
        'nearDuplicates',
        'sequence',
        'gaps',
        'timeOfDay',
        'frequency',
        'totals',
        'reading',
      ),
    ),
    words: once(text),
    reason: once(text),
    withdrawn: flag,
  },
  ipeTest: {
    populationId: once(ref('population')),
    method: choice(
      'observeExtraction',
      'reconcileToIndependentSource',
      'sampleToSource',
      'reviewQuery',
      'sequenceCheck',
    ),
    direction: choice('completeness', 'accuracy'),
    result: choice('pass', 'fail'),
    detail: text,
    countInSystem: optional(integer),
    countInFile: optional(integer),
    performedBy: ref('person'),
    performedOn: date,
    withdrawn: flag,
  },
  samplePlan: {
    populationId: once(ref('population')),
    testId: once(ref('test')),
    parentId: once(optional(ref('samplePlan'))),
    basis: choice('statistical', 'frequencyGuidance', 'all', 'oneInstance', 'targeted'),
    /** Risk, tolerable and expected rates in basis points; only for a statistical basis. */
    risk: optional(integer),
    tolerableRate: optional(integer),
    expectedRate: optional(integer),
    /** The rule of the guidance table that gave the computed size, in JSON; only for guidance by frequency. */
    guidance: optional(text),
    /** For a top-up of an interim sample: the records and the items that the lists before it gave. */
    interimRecords: optional(integer),
    interimItems: optional(integer),
    computedSize: integer,
    chosenSize: integer,
    overrideReason: optional(text),
    method: choice('simpleRandom', 'systematic', 'stratified', 'haphazard', 'judgmental'),
    seed: optional(text),
    algorithm: optional(text),
    stratumColumn: optional(text),
    /** The auditor's own division among the strata, each as its items and its name: `10 London`. Empty: in proportion. */
    allocation: list,
    /** For haphazard, judgmental and targeted selections: the keys that the auditor chose, with the reason. */
    chosenKeys: list,
    selectionReason: optional(text),
    /** When to stop an expansion; stored before items are added (gate S7). */
    stopRule: optional(text),
    status: choice('proposed', 'approved', 'drawn', 'expanded', 'superseded'),
    statusReason: optional(text),
    approvedBy: optional(ref('person')),
    approvedAt: optional(instant),
    drawnBy: optional(ref('person')),
    drawnAt: optional(instant),
    /** Hash and count of the population at the draw. */
    drawnPopulationSha256: optional(text),
    drawnPopulationCount: optional(integer),
    /** What the list showed and nobody had accepted when the sample was drawn, in words. */
    openFindings: list,
  },
  sampleItem: {
    planId: once(ref('samplePlan')),
    ordinal: once(integer),
    populationKey: once(text),
    rowNumber: once(integer),
    occurredOn: once(optional(date)),
    stratum: once(optional(text)),
    status: choice('selected', 'replaced', 'notApplicable'),
    replacementOf: once(optional(ref('sampleItem'))),
    replacementReason: optional(text),
  },
  test: {
    controlId: once(ref('control')),
    workpaperId: once(ref('workpaper')),
    phase: once(choice('design', 'operating')),
    /** The walked-through instance (gate D2). */
    instance: text,
    conclusion: optional(
      choice('effective', 'effectiveWithDeviations', 'notEffective', 'notTested', 'didNotOperate'),
    ),
    conclusionText: text,
    status: choice('notStarted', 'inProgress', 'concluded', 'reviewed'),
    /** The manager's written judgment where deviations were found on a basis that is not statistical (gate T4). */
    managerJudgment: optional(text),
    managerJudgmentBy: optional(ref('person')),
    compensatingControlIds: list,
    /** For automated controls: how it is known that the setting held through the period (gate T6). */
    settingHistory: optional(text),
    /** For manual controls that depend on a system: how the report that the control relies on was tested itself (gate T8). */
    reportTest: optional(text),
    /** For a sample drawn in parts: what was asked and seen of changes of the control between them (gate T9B). */
    rollForward: optional(text),
    concludedBy: optional(ref('person')),
    concludedAt: optional(instant),
  },
  attribute: {
    testId: once(ref('test')),
    key: once(text),
    text,
    /** The firm's own sign for an item that shows no deviation in it; empty where the usual tick stands. */
    tickmark: text,
    withdrawn: flag,
  },
  attributeResult: {
    itemId: once(ref('sampleItem')),
    attributeId: once(ref('attribute')),
    result: optional(choice('pass', 'deviation', 'notApplicable')),
    note: text,
    /** What was seen, where no file shows it; a written observation may stand in place of a file (gate T1). */
    observation: text,
    testedOn: date,
    testedBy: ref('person'),
  },
  deviation: {
    code: lastWins(text),
    testId: once(ref('test')),
    itemId: once(optional(ref('sampleItem'))),
    attributeId: once(optional(ref('attribute'))),
    nature: text,
    occurredOn: optional(date),
    cause: text,
    extent: text,
    isolated: choice('yes', 'no', 'unknown'),
    isolationProof: text,
    compensatingControlIds: list,
    effect: text,
    evaluation: text,
    deficiency: choice('none', 'control', 'criterion'),
    managementResponse: text,
    /** The title of the person at the client who agreed the facts, and when. */
    agreedBy: text,
    agreedOn: optional(date),
    status: choice('identified', 'underEvaluation', 'evaluated', 'closed'),
    reviewedBy: optional(ref('person')),
    /** Set when the result was changed back, so that the deviation no longer stands; it is never erased. */
    withdrawnReason: optional(text),
  },
  /** The control tested again after a deviation: a fact beside the first result, which it never changes. */
  retest: {
    deviationId: once(ref('deviation')),
    testedOn: once(date),
    testedBy: once(ref('person')),
    /** How many items were tested again. */
    items: once(integer),
    /** How many of them deviated. */
    deviating: once(integer),
    /** Which items, from when to when, and what was seen. */
    words: once(text),
  },
} as const;
