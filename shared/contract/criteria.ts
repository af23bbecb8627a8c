import { z } from 'zod';
import { findingView } from './engagement.ts';
import { command, done, id, longText, nothing, query, reasons, revision } from './procedure.ts';

const result = z.enum(['met', 'metWithDeviations', 'notMet', 'notAssessable']);
const part = z.enum(['unmodified', 'qualified', 'adverse', 'disclaimer']);
const code = z.string().min(1).max(20);
const codes = z.array(z.string());

const testView = z.strictObject({
  testId: id,
  workpaperId: id,
  phase: z.enum(['design', 'operating']),
  status: z.string(),
  conclusion: z.string().nullable(),
  isReviewed: z.boolean(),
});

/** A criterion with its controls, their tests, and what is concluded. */
const criterionView = z.strictObject({
  id,
  code: z.string(),
  series: z.string(),
  category: z.string(),
  title: z.string(),
  description: z.string(),
  coverage: z.enum(['control', 'subservice', 'notRelevant', 'none']),
  controls: z.array(
    z.strictObject({
      id,
      code: z.string(),
      title: z.string(),
      role: z.enum(['primary', 'supporting']),
      tests: z.array(testView),
      deviations: z.int(),
    }),
  ),
  suggestion: result.nullable(),
  conclusion: z
    .strictObject({
      id,
      revision,
      result,
      failedBy: z.enum(['design', 'operation']).nullable(),
      rationale: z.string(),
      reliesOnUserControls: z.boolean(),
      reliesOnSubserviceControls: z.boolean(),
      compensatingControlIds: z.array(id),
      concludedBy: z.string(),
      concludedAt: z.string(),
      /** Whether it still rests on reviewed tests. */
      holds: z.boolean(),
    })
    .nullable(),
  findings: z.array(findingView),
});

/** A criterion as it is answered. */
export type CriterionView = z.output<typeof criterionView>;

const opinionFields = {
  description: part,
  design: part,
  operation: part.nullable().default(null),
  evidenceMissing: z.boolean().default(false),
  evidenceMissingText: longText.default(''),
  pervasive: z.boolean().default(false),
  pervasiveRationale: longText.default(''),
  basis: longText.default(''),
};

/** Criteria with their conclusions, and the opinion. */
export const criteriaContract = {
  'criteria.list': query({ input: nothing, output: z.array(criterionView) }),
  'criteria.get': query({ input: z.strictObject({ code }), output: criterionView }),
  /** The heat map: rows are series, cells criteria with step 0 to 4. */
  'criteria.coverage': query({
    input: nothing,
    output: z.array(
      z.strictObject({
        series: z.string(),
        title: z.string(),
        cells: z.array(
          z.strictObject({
            id,
            code: z.string(),
            title: z.string(),
            state: z.enum(['covered', 'concluded', 'subservice', 'notRelevant', 'none']),
            step: z.int().min(0).max(4),
            tests: z.int(),
            testsConcluded: z.int(),
          }),
        ),
      }),
    ),
  }),
  /** Concludes a criterion: gates V2, V3; a manager or above. */
  'criteria.conclude': command({
    input: z.strictObject({
      code,
      result,
      failedBy: z.enum(['design', 'operation']).nullable().default(null),
      rationale: longText,
      reliesOnUserControls: z.boolean().default(false),
      reliesOnSubserviceControls: z.boolean().default(false),
      compensatingControlIds: z.array(id).max(50).default([]),
      reasons,
    }),
    output: z.strictObject({ id }),
    touches: ['criteria', 'opinion', 'report', 'engagement'],
  }),
  /** The wizard: the five questions with what is on record, the suggestion, and the decision if there is one. */
  'opinion.get': query({
    input: z.strictObject({
      evidenceMissing: z.boolean().default(false),
      pervasive: z.boolean().default(false),
    }),
    output: z.strictObject({
      type: z.enum(['I', 'II']),
      questions: z.array(
        z.strictObject({
          number: z.int(),
          code: z.enum(['evidence', 'description', 'design', 'operation', 'pervasive']),
          text: z.string(),
          /** What the record answers; the partner answers questions 1 and 5. */
          answer: z.boolean().nullable(),
          items: codes,
        }),
      ),
      suggestion: z.strictObject({
        description: part,
        design: part,
        operation: part.nullable(),
        overall: part,
      }),
      openCriteria: z.int(),
      opinion: z
        .strictObject({
          ...z.strictObject(opinionFields).shape,
          id,
          decidedBy: z.string(),
          decidedAt: z.string(),
          overall: part,
        })
        .nullable(),
      contradictions: z.array(findingView),
    }),
  }),
  /** Decides the opinion: the engagement partner, without contradiction (gate L8). */
  'opinion.decide': command({
    input: z.strictObject(opinionFields),
    output: z.strictObject({ id }),
    touches: ['opinion', 'report'],
  }),
  /** The description by criteria DC1 to DC9. */
  'description.get': query({
    input: nothing,
    output: z.array(
      z.strictObject({
        code: z.string(),
        title: z.string(),
        revision: revision.nullable(),
        text: z.string(),
        noneToReport: z.boolean(),
        misstated: z.boolean(),
        misstatement: z.string(),
        isAnswered: z.boolean(),
      }),
    ),
  }),
  'description.save': command({
    input: z.strictObject({
      code: z.enum(['DC1', 'DC2', 'DC3', 'DC4', 'DC5', 'DC6', 'DC7', 'DC8', 'DC9']),
      revision: revision.nullable().default(null),
      text: longText.default(''),
      noneToReport: z.boolean().default(false),
    }),
    output: done,
    touches: ['description', 'report'],
  }),
  'description.assess': command({
    input: z.strictObject({
      code: z.enum(['DC1', 'DC2', 'DC3', 'DC4', 'DC5', 'DC6', 'DC7', 'DC8', 'DC9']),
      revision: revision.nullable().default(null),
      misstated: z.boolean(),
      misstatement: longText.default(''),
    }),
    output: done,
    touches: ['description', 'opinion', 'report'],
  }),
} as const;
