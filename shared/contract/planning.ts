import { z } from 'zod';
import { category, findingView, teamRole } from './engagement.ts';
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

const made = z.strictObject({ id });
const codes = z.array(z.string().max(20)).max(100);
const ids = z.array(id).max(200);

const memberView = z.strictObject({
  id,
  personId: id,
  name: z.string(),
  initials: z.string(),
  credential: z.string(),
  role: teamRole,
  independenceConfirmedAt: z.string().nullable(),
  independenceStatement: z.string().nullable(),
  leftOn: z.string().nullable(),
});

const subserviceFields = {
  name: shortText.min(1),
  service: longText,
  method: z.enum(['carveOut', 'inclusive']),
  criteria: codes,
  monitoringControlIds: ids,
  assertionPlanned: z.boolean(),
};
const complementaryFields = {
  kind: z.enum(['user', 'subservice']),
  subserviceId: id.nullable().default(null),
  number: shortText,
  text: longText.min(1),
  criteria: codes,
  controlIds: ids,
};
const commitmentFields = {
  kind: z.enum(['commitment', 'requirement']),
  text: longText.min(1),
  categories: z.array(category).max(5),
};
const scopeTexts = {
  boundary: longText,
  infrastructure: longText,
  software: longText,
  people: longText,
  procedures: longText,
  data: longText,
};
const row = { id, revision };
const withdrawal = command({ input: z.strictObject(row), output: done, touches: ['scope', 'engagement'] });

/** Acceptance, team, scope: what is settled before fieldwork. */
export const planningContract = {
  /** The form with its questions and answers. */
  'acceptance.get': query({
    input: nothing,
    output: z.strictObject({
      questions: z.array(
        z.strictObject({
          code: z.string(),
          text: z.string(),
          answer: z.string().nullable(),
          note: z.string(),
        }),
      ),
      conclusion: z.string().nullable(),
      safeguards: z.string(),
      concludedBy: z.string().nullable(),
      concludedAt: z.string().nullable(),
    }),
  }),
  'acceptance.answer': command({
    input: z.strictObject({
      question: z.enum([
        'integrity',
        'competence',
        'responsibility',
        'criteria',
        'access',
        'independence',
        'use',
      ]),
      answer: z.enum(['yes', 'no', 'notApplicable']),
      note: longText.default(''),
    }),
    output: done,
    touches: ['acceptance'],
  }),
  /** Concludes the form: gate A1, the engagement partner only. */
  'acceptance.conclude': command({
    input: z.strictObject({
      conclusion: z.enum(['accept', 'acceptWithSafeguards', 'decline']),
      safeguards: longText.default(''),
    }),
    output: done,
    touches: ['acceptance', 'engagement'],
  }),
  'team.list': query({ input: nothing, output: z.array(memberView) }),
  /** Adds a person of this computer to the team. Gate R5 for the quality reviewer. */
  'team.add': command({
    input: z.strictObject({ personId: id, role: teamRole }),
    output: made,
    touches: ['team', 'engagement'],
  }),
  'team.leave': command({
    input: z.strictObject({ memberId: id }),
    output: done,
    touches: ['team', 'engagement'],
  }),
  /** Confirms the acting person's own independence (gate A2). */
  'team.confirmIndependence': command({
    input: z.strictObject({ statement: longText }),
    output: done,
    touches: ['team', 'engagement'],
  }),
  /** Changes dates, categories and names: gates E1 to E3, E5, E6, E7. */
  'engagement.edit': command({
    input: z.strictObject({
      revision,
      type: z.enum(['I', 'II']).optional(),
      asOfDate: plainDate.nullable().optional(),
      periodStart: plainDate.nullable().optional(),
      periodEnd: plainDate.nullable().optional(),
      timeZone: z.string().max(100).optional(),
      categories: z.array(category).max(5).optional(),
      systemName: shortText.min(1).optional(),
      plannedReportDate: plainDate.nullable().optional(),
      riskOfOverreliance: z.int().min(1).max(5000).optional(),
      scopeReason: longText.default(''),
      reasons,
    }),
    output: done,
    touches: ['engagement', 'scope', 'control'],
  }),
  /** Moves the engagement on: A1; A3 and A4; P1 and P2. */
  'engagement.move': command({
    input: z.strictObject({
      to: z.enum(['accepted', 'planning', 'fieldwork', 'wrapUp', 'cancelled']),
      reason: longText.default(''),
    }),
    output: done,
    touches: ['engagement'],
  }),
  /** What stands before the next move. */
  'engagement.gates': query({
    input: nothing,
    output: z.strictObject({ next: z.string().nullable(), findings: z.array(findingView) }),
  }),
  'scope.get': query({
    input: nothing,
    output: z.strictObject({
      ...row,
      ...scopeTexts,
      categories: z.array(z.string()),
      locations: z.array(z.strictObject({ ...row, name: z.string(), purpose: z.string() })),
      subservices: z.array(z.strictObject({ ...row, ...subserviceFields })),
      complementary: z.array(z.strictObject({ ...row, ...complementaryFields })),
      commitments: z.array(z.strictObject({ ...row, ...commitmentFields })),
      notRelevant: z.array(
        z.strictObject({
          ...row,
          criterionCode: z.string(),
          reason: z.string(),
          approvedBy: z.string().nullable(),
        }),
      ),
    }),
  }),
  'scope.save': command({
    input: z.strictObject({ ...row, ...z.strictObject(scopeTexts).partial().shape }),
    output: done,
    touches: ['scope'],
  }),
  'scope.addLocation': command({
    input: z.strictObject({ name: shortText.min(1), purpose: shortText }),
    output: made,
    touches: ['scope'],
  }),
  'scope.withdrawLocation': withdrawal,
  'scope.addSubservice': command({
    input: z.strictObject(subserviceFields),
    output: made,
    touches: ['scope', 'engagement'],
  }),
  'scope.editSubservice': command({
    input: z.strictObject({ ...row, ...z.strictObject(subserviceFields).partial().shape }),
    output: done,
    touches: ['scope', 'engagement'],
  }),
  'scope.withdrawSubservice': withdrawal,
  /** Adds a control expected of user entities (CUEC) or of a subservice organization (CSOC). */
  'scope.addComplementary': command({
    input: z.strictObject(complementaryFields),
    output: made,
    touches: ['scope', 'engagement'],
  }),
  'scope.editComplementary': command({
    input: z.strictObject({
      ...row,
      number: shortText.optional(),
      text: longText.min(1).optional(),
      criteria: codes.optional(),
      controlIds: ids.optional(),
    }),
    output: done,
    touches: ['scope', 'engagement'],
  }),
  'scope.withdrawComplementary': withdrawal,
  'scope.addCommitment': command({
    input: z.strictObject(commitmentFields),
    output: made,
    touches: ['scope'],
  }),
  'scope.withdrawCommitment': withdrawal,
  /** Proposes to leave a criterion out (gate P3: at least 20 characters). */
  'scope.markNotRelevant': command({
    input: z.strictObject({ criterionCode: z.string().max(20), reason: longText }),
    output: made,
    touches: ['scope', 'engagement'],
  }),
  /** The partner's approval (gate P3). */
  'scope.approveNotRelevant': command({
    input: z.strictObject({ id }),
    output: done,
    touches: ['scope', 'engagement'],
  }),
  'scope.withdrawNotRelevant': withdrawal,
} as const;
