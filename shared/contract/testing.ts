import { z } from 'zod';
import { mostGridItems } from '../domain/testing/grid-size.ts';
import { findingView } from './engagement.ts';
import { command, done, id, longText, page, plainDate, query, reasons, revision } from './procedure.ts';

const attribute = z.strictObject({
  key: z.string().trim().min(1).max(4),
  text: longText.min(1),
  /** The firm's own sign for an item without a deviation; left out, it stays as it is. */
  tickmark: z.string().trim().max(40).optional(),
});
const cellResult = z.enum(['pass', 'deviation', 'notApplicable']).nullable();
const conclusion = z.enum([
  'effective',
  'effectiveWithDeviations',
  'notEffective',
  'notTested',
  'didNotOperate',
]);
const controlIds = z.array(id).max(100);

/** Answers about a deviation. */
const answerFields = {
  nature: longText,
  occurredOn: plainDate.nullable(),
  cause: longText,
  extent: longText,
  isolated: z.enum(['yes', 'no', 'unknown']),
  isolationProof: longText.default(''),
  compensatingControlIds: controlIds.default([]),
  effect: longText,
  evaluation: longText,
  deficiency: z.enum(['none', 'control', 'criterion']).default('none'),
  managementResponse: longText.default(''),
};

/** A deviation with its evaluation so far. */
const deviationView = z.strictObject({
  id,
  revision,
  code: z.string(),
  testId: id,
  controlId: id,
  controlCode: z.string(),
  itemId: z.string().nullable(),
  itemOrdinal: z.int().nullable(),
  itemKey: z.string().nullable(),
  attributeKey: z.string().nullable(),
  attributeText: z.string().nullable(),
  nature: z.string(),
  occurredOn: z.string().nullable(),
  cause: z.string(),
  extent: z.string(),
  isolated: z.enum(['yes', 'no', 'unknown']),
  isolationProof: z.string(),
  compensatingControlIds: z.array(z.string()).readonly(),
  effect: z.string(),
  evaluation: z.string(),
  deficiency: z.enum(['none', 'control', 'criterion']),
  managementResponse: z.string(),
  agreedBy: z.string(),
  agreedOn: z.string().nullable(),
  status: z.enum(['identified', 'underEvaluation', 'evaluated', 'closed']),
  withdrawnReason: z.string().nullable(),
  /** The control tested again since: facts beside the result, in the order of their days. */
  retests: z
    .array(
      z.strictObject({
        id,
        testedOn: z.string(),
        testedBy: z.string(),
        items: z.int(),
        deviating: z.int(),
        words: z.string(),
        evidenceCount: z.int(),
      }),
    )
    .readonly(),
  /** Answers that are still open. */
  missing: z.array(z.string()).readonly(),
});

/** What the basis of a sample allows to be said; figures only where the basis is statistical, or every record was tested. */
const rateView = z.strictObject({
  /** The list from which the sample is, by its title. */
  list: z.string(),
  planId: id,
  basis: z.string(),
  kind: z.enum(['limited', 'complete', 'counted']),
  items: z.int(),
  deviating: z.int(),
  words: z.string(),
  /** Percentages as numbers for the picture; `null` where none may be stated. */
  found: z.number().nullable(),
  tolerable: z.number().nullable(),
  upperLimit: z.number().nullable(),
  upperLimitCount: z.int().nullable(),
  /** The limit that the same items would allow without their deviations. */
  limitWithout: z.number().nullable(),
  records: z.int().nullable(),
  confidence: z.number().nullable(),
  supportsReliance: z.boolean().nullable(),
  /** Cells are still empty: the figures hold if the rest pass. */
  isBestCase: z.boolean(),
});

const cellView = z.strictObject({
  attributeId: id,
  resultId: z.string().nullable(),
  revision: z.int().nullable(),
  result: cellResult,
  note: z.string(),
  observation: z.string(),
  testedOn: z.string().nullable(),
  testedBy: z.string().nullable(),
  evidenceCount: z.int(),
  isUnsupported: z.boolean(),
  deviationCode: z.string().nullable(),
});

const touches = ['testing', 'control', 'sampling', 'evidence', 'review', 'engagement', 'criteria'] as const;
const target = { testId: id, revision };

/** Operating tests: attributes, results, deviations, conclusions. */
export const testingContract = {
  /** Starts the operating test of a control (gates D3, D4), with the attributes given or those of the control library. */
  'testing.start': command({
    input: z.strictObject({
      controlId: id,
      attributes: z.array(attribute).max(26).default([]),
      /** Values for placeholders of the library's attributes, beside its own. */
      parameters: z.record(z.string().max(60), z.union([z.string().max(200), z.number()])).default({}),
      another: z.boolean().default(false),
    }),
    output: z.strictObject({ testId: id }),
    touches,
  }),
  'testing.setAttributes': command({
    input: z.strictObject({ ...target, attributes: z.array(attribute).min(1).max(26), reasons }),
    output: done,
    touches,
  }),
  /** Records one or many cells in one entry. Gates T1, T7, R3. */
  'testing.record': command({
    input: z.strictObject({
      testId: id,
      testedOn: plainDate,
      cells: z
        .array(
          z.strictObject({
            itemId: id,
            attributeId: id,
            revision: revision.optional(),
            result: cellResult,
            note: longText.default(''),
            observation: longText.default(''),
            evidenceIds: z.array(id).max(100).default([]),
            withdrawReason: longText.default(''),
          }),
        )
        .min(1)
        .max(25_000),
      reasons,
    }),
    output: z.strictObject({
      deviations: z.array(z.strictObject({ deviationId: id, code: z.string(), itemId: id })).readonly(),
    }),
    touches,
  }),
  /** Items with their population columns, results and evidence; totals; the rate; what a conclusion still lacks. */
  'testing.grid': query({
    input: z.strictObject({
      testId: id,
      ...page.shape,
      limit: z.int().min(1).max(mostGridItems).default(500),
    }),
    output: z.strictObject({
      testId: id,
      revision,
      workpaperId: id,
      ref: z.string(),
      controlId: id,
      status: z.enum(['notStarted', 'inProgress', 'concluded', 'reviewed']),
      conclusion: conclusion.nullable(),
      conclusionText: z.string(),
      concludedBy: z.string().nullable(),
      concludedAt: z.string().nullable(),
      settingHistory: z.string().nullable(),
      reportTest: z.string().nullable(),
      rollForward: z.string().nullable(),
      nature: z.enum(['manual', 'automated', 'itDependentManual']),
      managerJudgment: z.string().nullable(),
      managerJudgmentBy: z.string().nullable(),
      compensatingControlIds: z.array(z.string()).readonly(),
      evidenceCount: z.int(),
      columns: z.array(z.string()).readonly(),
      attributes: z
        .array(
          z.strictObject({
            id,
            key: z.string(),
            text: z.string(),
            tickmark: z.string(),
            withoutDeviation: z.int(),
            tested: z.int(),
          }),
        )
        .readonly(),
      total: z.int(),
      items: z
        .array(
          z.strictObject({
            id,
            revision,
            planId: id,
            ordinal: z.int(),
            key: z.string(),
            occurredOn: z.string().nullable(),
            stratum: z.string().nullable(),
            isTargeted: z.boolean(),
            replacementOf: z.string().nullable(),
            /** Cells of the record, in the order of the columns. */
            record: z.array(z.string()).readonly(),
            evidenceCount: z.int(),
            cells: z.array(cellView).readonly(),
          }),
        )
        .readonly(),
      counts: z.strictObject({
        pass: z.int(),
        deviation: z.int(),
        notApplicable: z.int(),
        empty: z.int(),
        unsupported: z.int(),
      }),
      rates: z.array(rateView).readonly(),
    }),
  }),
  /** For each conclusion, what stands against it now. */
  'testing.outlook': query({
    input: z.strictObject({ testId: id }),
    output: z.array(z.strictObject({ conclusion, findings: z.array(findingView).readonly() })).readonly(),
  }),
  /** The history of an automated control's setting (gate T6). */
  'testing.writeSettingHistory': command({
    input: z.strictObject({ ...target, settingHistory: longText, reasons }),
    output: done,
    touches,
  }),
  /** How the report that a manual control relies on was tested (gate T8). */
  'testing.writeReportTest': command({
    input: z.strictObject({ ...target, reportTest: longText, reasons }),
    output: done,
    touches,
  }),
  /** What was asked and seen of changes of the control between the parts of a sample (gate T9B). */
  'testing.writeRollForward': command({
    input: z.strictObject({ ...target, rollForward: longText, reasons }),
    output: done,
    touches,
  }),
  /** The manager's judgment on deviations of a basis that is not statistical (gate T4). */
  'testing.writeJudgment': command({
    input: z.strictObject({ ...target, judgment: longText, compensatingControlIds: controlIds, reasons }),
    output: done,
    touches,
  }),
  /** Gates E4, D3, D4, T1 to T6, T8, S5. */
  'testing.conclude': command({
    input: z.strictObject({ ...target, conclusion, text: longText, reasons }),
    output: done,
    touches,
  }),
  'testing.reopen': command({
    input: z.strictObject({ ...target, reason: longText, reasons }),
    output: done,
    touches,
  }),
  /** Deviations of the engagement, or of one test; those taken back are shown with the reason. */
  'testing.deviations': query({
    input: z.strictObject({ testId: id.nullable().default(null) }),
    output: z.array(deviationView).readonly(),
  }),
  /** Saves answers about a deviation, complete or not. */
  'testing.evaluateDeviation': command({
    input: z.strictObject({ deviationId: id, revision, ...answerFields, reasons }),
    output: done,
    touches,
  }),
  /** Finishes the evaluation: every question is answered. */
  'testing.finishEvaluation': command({
    input: z.strictObject({ deviationId: id, revision, reasons }),
    output: done,
    touches,
  }),
  /** Records that the control was tested again after a deviation. Gate T7. */
  'testing.addRetest': command({
    input: z.strictObject({
      deviationId: id,
      testedOn: plainDate,
      items: z.int().min(1).max(1_000_000),
      deviating: z.int().min(0).max(1_000_000),
      words: longText,
      reasons,
    }),
    output: done,
    touches,
  }),
} as const;
