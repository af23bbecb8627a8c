import { err } from '../../lib/result.ts';
import { decidedWith, weigh, type Decided, type DecisionContext } from '../journal/decision.ts';
import type { FieldsOf } from '../journal/entities.ts';
import type { Op } from '../journal/entry.ts';
import { add } from '../journal/ops.ts';
import { coverageFindings } from './coverage-dates.ts';
import type { TeamRole } from './team.ts';

/** A person who joins the file, with the id that their profile gave them. */
export interface JoiningPerson {
  readonly id: string;
  readonly person: FieldsOf<'person'>;
}

/** One criterion of the criteria set that the engagement is examined against. */
export type CriterionText = Omit<FieldsOf<'criterion'>, 'inScope' | 'position'>;

/** What a new engagement starts with. */
export interface NewEngagement {
  readonly firm: FieldsOf<'firm'>;
  readonly client: FieldsOf<'client'>;
  readonly engagement: Omit<
    FieldsOf<'engagement'>,
    'clientId' | 'firmId' | 'status' | 'statusReason' | 'lockedAt' | 'retentionEnd'
  >;
  readonly creator: JoiningPerson;
  readonly creatorRole: TeamRole;
  /** The whole criteria set; those of the chosen categories are in scope. */
  readonly criteria: readonly CriterionText[];
}

/**
 * Starts an engagement: firm, client, its creator as the first person and team member, the criteria of the chosen
 * categories in scope (the common criteria serve every category), and the workpapers that every engagement has.
 * Refused by the gates E1, E2, E3; E5 asks for a reason.
 */
export function createEngagement(
  context: DecisionContext,
  input: NewEngagement,
): Decided<{ engagementId: string }> {
  const weighed = weigh(context, coverageFindings(input.engagement));
  if (!weighed.ok) return err(weighed.error);
  const ids = { firm: context.newId(), client: context.newId(), engagement: context.newId() };
  const ops: readonly Op[] = [
    add('person', input.creator.id, input.creator.person),
    add('firm', ids.firm, input.firm),
    add('client', ids.client, input.client),
    add('engagement', ids.engagement, {
      ...input.engagement,
      clientId: ids.client,
      firmId: ids.firm,
      status: 'draft',
      statusReason: null,
      lockedAt: null,
      retentionEnd: null,
    }),
    add('teamMember', context.newId(), {
      personId: input.creator.id,
      role: input.creatorRole,
      independenceConfirmedAt: null,
      independenceStatement: null,
      leftOn: null,
    }),
    add('scope', context.newId(), {
      boundary: '',
      infrastructure: '',
      software: '',
      people: '',
      procedures: '',
      data: '',
    }),
    add('acceptanceForm', context.newId(), {
      conclusion: null,
      safeguards: '',
      concludedBy: null,
      concludedAt: null,
    }),
    ...criterionOps(context, input),
    ...memoOps(context),
    ...weighed.value,
  ];
  return decidedWith(ops, { engagementId: ids.engagement });
}

function criterionOps(context: DecisionContext, input: NewEngagement): readonly Op[] {
  const { categories } = input.engagement;
  return input.criteria.map((criterion, index) =>
    add('criterion', context.newId(), {
      ...criterion,
      position: index + 1,
      inScope: criterion.common || categories.includes(criterion.category),
    }),
  );
}

/** The memos that every engagement's file has beside the workpapers of its controls (a.2, steps 5, 12 and 14). */
const memos = [
  { ref: 'PLAN-01', title: 'Risk and planning memo', kind: 'planning' },
  { ref: 'SUM-01', title: 'Summary memo: conclusions and opinion', kind: 'memo' },
  { ref: 'SUB-01', title: 'Subsequent events memo', kind: 'memo' },
] as const;

function memoOps(context: DecisionContext): readonly Op[] {
  return memos.map((memo) =>
    add('workpaper', context.newId(), {
      ...memo,
      controlId: null,
      body: '',
      assigneeId: null,
      dueDate: null,
      status: 'notStarted',
    }),
  );
}
