import { z } from 'zod';
import { findingView } from './engagement.ts';
import {
  command,
  done,
  id,
  longText,
  nothing,
  plainDate,
  query,
  reasons,
  revision,
  shortText,
} from './procedure.ts';

/** How a control is operated, as in the control library. */
export const nature = z.enum(['manual', 'automated', 'itDependentManual']);
/** What a control does to an event that it is against. */
export const controlType = z.enum(['preventive', 'detective', 'corrective']);
/** How often a control operates. */
export const frequency = z.enum([
  'annual',
  'semiannual',
  'quarterly',
  'monthly',
  'weekly',
  'daily',
  'multiplePerDay',
  'perOccurrence',
  'continuousAutomated',
]);
const fields = {
  code: shortText.min(1).max(40),
  title: shortText,
  text: longText,
  owner: shortText,
  ownerTitle: shortText,
  nature,
  type: controlType,
  frequency,
  risk: z.enum(['low', 'high']),
  startDate: plainDate.nullable(),
  endDate: plainDate.nullable(),
  homeCriterion: z.string().max(20).nullable(),
};
const newControl = z.strictObject({
  ...fields,
  title: shortText.default(''),
  owner: shortText.default(''),
  ownerTitle: shortText.default(''),
  nature: nature.default('manual'),
  type: controlType.default('preventive'),
  frequency: frequency.default('perOccurrence'),
  risk: z.enum(['low', 'high']).default('high'),
  startDate: plainDate.nullable().default(null),
  endDate: plainDate.nullable().default(null),
  homeCriterion: z.string().max(20).nullable().default(null),
  criteria: z.array(z.string().max(20)).max(61),
});

/** A control with how far its tests are. */
export const controlView = z.strictObject({
  id,
  revision,
  ...fields,
  status: z.enum(['draft', 'agreed', 'retired']),
  libraryId: z.string().nullable(),
  libraryOrigin: z.enum(['shipped', 'firm']).nullable(),
  libraryVersion: z.int().nullable(),
  criteria: z.array(z.string()),
  ref: z.string().nullable(),
  missing: z.array(z.string()),
  design: z
    .strictObject({ testId: id, workpaperId: id, status: z.string(), conclusion: z.string().nullable() })
    .nullable(),
  operating: z
    .strictObject({ testId: id, workpaperId: id, status: z.string(), conclusion: z.string().nullable() })
    .nullable(),
});

/** A control as lists show it. */
export type ControlView = z.output<typeof controlView>;

const procedureFields = {
  nature: z.enum(['inquiry', 'observation', 'inspection', 'reperformance']),
  text: longText,
  subject: shortText,
  performedOn: plainDate,
  result: longText,
};

/** Controls, their mapping to criteria, and the test of their design. */
export const controlContract = {
  'control.list': query({ input: nothing, output: z.array(controlView) }),
  /** Adds a control of the client's own. */
  'control.add': command({
    input: newControl,
    output: z.strictObject({ ids: z.array(id) }),
    touches: ['control', 'criteria', 'engagement'],
  }),
  /** The firm's library and the shipped one as they are offered, with which of its controls are in the engagement. */
  'control.library': query({
    input: nothing,
    output: z.array(
      z.strictObject({
        id: z.string(),
        family: z.string(),
        title: z.string(),
        text: z.string(),
        nature: z.string(),
        frequency: z.string(),
        criteria: z.array(z.string()),
        securityBaseline: z.boolean(),
        parameters: z.record(z.string(), z.string()),
        code: z.string(),
        origin: z.enum(['shipped', 'firm']),
        version: z.int(),
        attributes: z.array(z.strictObject({ key: z.string(), test: z.string() })),
        isAdded: z.boolean(),
      }),
    ),
  }),
  /**
   * Adds controls of the library, placeholders filled from their usual values, `parameters` for all of them, and `values` for
   * those named. The control keeps library, version and values.
   */
  'control.addFromLibrary': command({
    input: z.strictObject({
      libraryIds: z.array(z.string().max(100)).min(1).max(100),
      parameters: z.record(z.string().max(60), z.union([z.string().max(200), z.number()])).default({}),
      values: z
        .array(
          z.strictObject({
            name: z.string().max(60),
            libraryIds: z.array(z.string().max(100)).min(1).max(100),
            value: z.string().max(200),
          }),
        )
        .max(200)
        .default([]),
    }),
    output: z.strictObject({ ids: z.array(id) }),
    touches: ['control', 'criteria', 'engagement'],
  }),
  'control.edit': command({
    input: z.strictObject({ id, revision, ...z.strictObject(fields).partial().shape, reasons }),
    output: done,
    touches: ['control', 'criteria', 'engagement'],
  }),
  /** Agrees the control with the client (gate P4) and makes its workpapers. */
  'control.agree': command({
    input: z.strictObject({ id }),
    output: done,
    touches: ['control', 'criteria', 'engagement', 'review'],
  }),
  'control.retire': command({
    input: z.strictObject({ id, revision }),
    output: done,
    touches: ['control', 'criteria', 'engagement'],
  }),
  'control.map': command({
    input: z.strictObject({
      id,
      criterionCode: z.string().max(20),
      role: z.enum(['primary', 'supporting']).default('primary'),
    }),
    output: done,
    touches: ['control', 'criteria', 'engagement'],
  }),
  'control.unmap': command({
    input: z.strictObject({ id, criterionCode: z.string().max(20) }),
    output: done,
    touches: ['control', 'criteria', 'engagement'],
  }),
  /** The design test of a control with its procedures and what stands before its conclusion. */
  'design.get': query({
    input: z.strictObject({ controlId: id }),
    output: z.strictObject({
      testId: id,
      testRevision: revision,
      workpaperId: id,
      ref: z.string(),
      instance: z.string(),
      body: z.string(),
      status: z.string(),
      conclusion: z.string().nullable(),
      conclusionText: z.string(),
      suggestedSteps: z.array(z.string()),
      procedures: z.array(
        z.strictObject({ id, revision, ...procedureFields, performedBy: z.string(), evidenceCount: z.int() }),
      ),
      evidenceCount: z.int(),
      findings: z.array(findingView),
    }),
  }),
  'design.addProcedure': command({
    input: z.strictObject({
      workpaperId: id,
      ...procedureFields,
      subject: shortText.default(''),
      result: longText.default(''),
      reasons,
    }),
    output: z.strictObject({ id }),
    touches: ['design', 'control', 'review'],
  }),
  'design.editProcedure': command({
    input: z.strictObject({
      id,
      revision,
      ...z.strictObject(procedureFields).partial().shape,
      withdrawn: z.boolean().optional(),
      reasons,
    }),
    output: done,
    touches: ['design', 'review'],
  }),
  /** Names the instance walked through (gate D2) and writes the paper's text. */
  'design.describe': command({
    input: z.strictObject({
      testId: id,
      instance: longText.optional(),
      body: longText.optional(),
      reasons,
    }),
    output: done,
    touches: ['design', 'review'],
  }),
  /** Concludes the design: gates D1 and D2. */
  'design.conclude': command({
    input: z.strictObject({
      testId: id,
      revision,
      conclusion: z.enum(['effective', 'notEffective']),
      text: longText,
      reasons,
    }),
    output: done,
    touches: ['design', 'control', 'criteria', 'engagement', 'review'],
  }),
} as const;
