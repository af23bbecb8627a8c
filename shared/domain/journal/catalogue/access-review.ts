import { choice, date, flag, integer, list, once, optional, ref, text } from '../field.ts';

/**
 * What is recorded of an access review (domain reference, section f): its lists, confirmed matches, runs, and what was
 * decided on each exception. What a rule compared follows from the lists and is computed again whenever it is asked for.
 */
export const accessReviewEntities = {
  accessReview: {
    workpaperId: once(ref('workpaper')),
    title: text,
    /** The day for which the user lists speak. */
    asOf: date,
    reviewedOn: optional(date),
    dueOn: optional(date),
    /** Figures that differ from those of the rules: `W3.hours=48`. */
    figures: list,
  },
  accessList: {
    reviewId: once(ref('accessReview')),
    kind: once(
      choice(
        'users',
        'roster',
        'terminations',
        'roleMatrix',
        'privileged',
        'approvers',
        'grants',
        'requests',
        'review',
        'laterUsers',
      ),
    ),
    title: text,
    sourceSystem: text,
    query: text,
    extractedBy: text,
    asOf: optional(date),
    /** Count that the client's system showed. */
    statedCount: optional(integer),
    evidenceId: once(ref('evidenceFile')),
    fileSha256: once(text),
    sheet: once(optional(text)),
    encoding: once(optional(text)),
    delimiter: once(optional(text)),
    columns: once(list),
    /** Which column is which field, and how cells are read: `column accountId=User`, `dates=dayFirst`. */
    mapping: list,
    rowCount: once(integer),
    /** SHA-256 over the derived rows: proves that the stored rows are those of the file. */
    rowsSha256: once(text),
    /** What a person could not see or might misread in the file, as it was said at the import. */
    remarks: once(list),
    withdrawn: flag,
  },
  /** What a person decided on a suggested match of an account and a person. */
  accessMatch: {
    reviewId: once(ref('accessReview')),
    accountKey: once(text),
    personKey: once(text),
    decision: choice('confirmed', 'rejected'),
    reason: text,
  },
  accessRun: {
    reviewId: once(ref('accessReview')),
    /** SHA-256 over lists, mappings, dates, figures and matches: what the run rests on. */
    inputsSha256: once(text),
    /** SHA-256 over what every rule answered. */
    resultSha256: once(text),
    /** The version of the rules that ran. */
    rulesVersion: once(text),
    asOf: once(date),
    /** Each list with the hash of its file and its rows. */
    lists: once(list),
  },
  accessRuleRun: {
    runId: once(ref('accessRun')),
    ruleId: once(text),
    figures: once(list),
    population: once(integer),
    compared: once(integer),
    exceptions: once(integer),
    /** Lists and columns for the lack of which the rule did not run. */
    missing: once(list),
  },
  /** What a rule found; never a deviation before a person says so. */
  accessException: {
    reviewId: once(ref('accessReview')),
    ruleId: once(text),
    /** The same for the same fact at every run. */
    key: once(text),
    code: once(text),
    subjectKey: once(text),
    subject: once(text),
    list: once(text),
    rows: list,
    words: text,
    /** Whether the last run still found it. */
    standing: flag,
    disposition: optional(choice('deviation', 'notDeviation', 'designObservation', 'toClient')),
    reason: text,
    evidenceIds: list,
    decidedBy: optional(ref('person')),
    decidedOn: optional(date),
    /** What the client answered, who answered, and when the answer came in. */
    answer: text,
    answeredBy: text,
    answeredOn: optional(date),
  },
  /** That the results of a rule were taken into an attribute of a test whose items are all records of a list. */
  accessResult: {
    reviewId: once(ref('accessReview')),
    ruleId: once(text),
    testId: once(ref('test')),
    attributeId: once(ref('attribute')),
    runId: ref('accessRun'),
    items: integer,
    withdrawn: flag,
  },
} as const;
