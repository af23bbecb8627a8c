/**
 * Which workpaper a row belongs to, and which of its fields are content: what a signer saw and vouches for.
 *
 * Content is everything that bears on the conclusion. Assignment, states and what follows the review (the closing of a
 * deviation, management's response) are not: they change without making a signature stale.
 */
import { fieldsOf, type EntityName, type FieldsOf } from '../journal/entities.ts';
import type { Op } from '../journal/entry.ts';
import { all, find, where, type EngagementState } from '../journal/state.ts';

/** A row by its entity and id. */
export interface RowAddress {
  readonly entity: EntityName;
  readonly id: string;
}

/** The fields that count, of the entities of which not all do. */
const counted: Partial<Record<EntityName, readonly string[]>> = {
  workpaper: ['title', 'body'],
  control: ['code', 'title', 'text', 'nature', 'frequency', 'type'],
};

/** The fields that do not count, of the other entities that are content. */
const uncounted: Partial<Record<EntityName, readonly string[]>> = {
  procedure: [],
  test: ['status', 'concludedBy', 'concludedAt'],
  attribute: [],
  population: ['statusReason'],
  populationFilter: [],
  findingAcceptance: [],
  ipeTest: [],
  samplePlan: [],
  sampleItem: [],
  attributeResult: [],
  deviation: ['code', 'status', 'agreedBy', 'agreedOn', 'reviewedBy', 'managementResponse'],
  retest: [],
  evidenceLink: [],
  evidenceFile: ['requestId'],
  accessReview: [],
  accessList: [],
  accessMatch: [],
  accessRun: [],
  accessRuleRun: [],
  accessException: [],
  accessResult: [],
};

/** The fields of an entity that a signer vouches for; none for an entity that is no content of a workpaper. */
export function contentFields(entity: EntityName): readonly string[] {
  const fields = counted[entity];
  if (fields !== undefined) return fields;
  const left = uncounted[entity];
  return left === undefined ? [] : Object.keys(fieldsOf(entity)).filter((field) => !left.includes(field));
}

/** Whether an operation changes what a signer vouches for. */
export function isContentOp(op: Op): boolean {
  const fields = contentFields(op.entity);
  return op.op === 'add' ? fields.length > 0 : fields.includes(op.field);
}

/**
 * Fields by which a second person approves what another prepared. Setting them is review, not preparation: whoever did
 * may still review the workpaper (gate R1). So is the agreed wording of the control, which is the client's.
 */
const approvals: Partial<Record<EntityName, readonly string[]>> = {
  samplePlan: ['status', 'approvedBy', 'approvedAt', 'overrideReason'],
  deviation: ['status', 'reviewedBy'],
  control: contentFields('control'),
};

/** Whether an operation makes its author one of those who prepared the content. */
export function isPreparation(op: Op): boolean {
  if (!isContentOp(op)) return false;
  const left = approvals[op.entity] ?? [];
  return op.op === 'add' ? op.entity !== 'control' : !left.includes(op.field);
}

/** Finds the fields of a row, also of one that the same entry adds. */
type Look = <E extends EntityName>(entity: E, id: string) => FieldsOf<E> | undefined;

type Parents = {
  readonly [E in EntityName]?: (row: FieldsOf<E>) => RowAddress | null;
};

/** The row that a row is part of; following it upwards ends at a workpaper. */
const parents: Parents = {
  procedure: (row) => ({ entity: 'workpaper', id: row.workpaperId }),
  test: (row) => ({ entity: 'workpaper', id: row.workpaperId }),
  attribute: (row) => ({ entity: 'test', id: row.testId }),
  samplePlan: (row) => ({ entity: 'test', id: row.testId }),
  sampleItem: (row) => ({ entity: 'samplePlan', id: row.planId }),
  attributeResult: (row) => ({ entity: 'sampleItem', id: row.itemId }),
  deviation: (row) => ({ entity: 'test', id: row.testId }),
  retest: (row) => ({ entity: 'deviation', id: row.deviationId }),
  populationFilter: (row) => ({ entity: 'population', id: row.populationId }),
  findingAcceptance: (row) => ({ entity: 'population', id: row.populationId }),
  ipeTest: (row) => ({ entity: 'population', id: row.populationId }),
  evidenceLink: (row) => ({ entity: row.targetKind, id: row.targetId }),
  signOff: (row) => ({ entity: 'workpaper', id: row.workpaperId }),
  accessReview: (row) => ({ entity: 'workpaper', id: row.workpaperId }),
  accessList: (row) => ({ entity: 'accessReview', id: row.reviewId }),
  accessMatch: (row) => ({ entity: 'accessReview', id: row.reviewId }),
  accessRun: (row) => ({ entity: 'accessReview', id: row.reviewId }),
  accessRuleRun: (row) => ({ entity: 'accessRun', id: row.runId }),
  accessException: (row) => ({ entity: 'accessReview', id: row.reviewId }),
  accessResult: (row) => ({ entity: 'accessReview', id: row.reviewId }),
  reviewNote: (row) => ({ entity: 'workpaper', id: row.workpaperId }),
  noteResponse: (row) => ({ entity: 'reviewNote', id: row.noteId }),
};

/** The workpapers that a row belongs to: none, one, or for a control, a list or a file several. */
export function papersOf(
  state: EngagementState,
  address: RowAddress,
  added: readonly Op[] = [],
): readonly string[] {
  const news = new Map(
    added.flatMap((op) => (op.op === 'add' ? [[`${op.entity}/${op.id}`, op.fields] as const] : [])),
  );
  const look: Look = (entity, id) =>
    find(state, entity, id) ?? (news.get(`${entity}/${id}`) as FieldsOf<typeof entity> | undefined); // an added row has the fields of its entity
  return [...new Set(climb(state, look, address))];
}

function climb(state: EngagementState, look: Look, { entity, id }: RowAddress): readonly string[] {
  if (entity === 'workpaper') return look('workpaper', id) === undefined ? [] : [id];
  if (entity === 'control') return where(state, 'workpaper', 'controlId', id).map((paper) => paper.id);
  if (entity === 'population') return operatingPapers(state, look('population', id)?.controlId);
  if (entity === 'evidenceFile')
    return where(state, 'evidenceLink', 'evidenceId', id).flatMap((link) =>
      climb(state, look, { entity: link.targetKind, id: link.targetId }),
    );
  const parentOf = parents[entity] as ((row: unknown) => RowAddress | null) | undefined; // looked up by the entity of the row that it is given
  const row = look(entity, id);
  const parent = row === undefined || parentOf === undefined ? null : parentOf(row);
  return parent === null ? [] : climb(state, look, parent);
}

/** Lists belong to the operating workpapers of their control. */
function operatingPapers(state: EngagementState, controlId: string | undefined): readonly string[] {
  if (controlId === undefined) return [];
  return where(state, 'workpaper', 'controlId', controlId)
    .filter((paper) => paper.kind !== 'design' && paper.kind !== 'walkthrough')
    .map((paper) => paper.id);
}

/** Every row that is content of a workpaper, in a fixed order. */
export function rowsOf(state: EngagementState, paperId: string): readonly RowAddress[] {
  const paper = find(state, 'workpaper', paperId);
  if (paper === undefined) return [];
  const tests = where(state, 'test', 'workpaperId', paperId);
  const plans = tests.flatMap((test) => where(state, 'samplePlan', 'testId', test.id));
  const items = plans.flatMap((plan) => where(state, 'sampleItem', 'planId', plan.id));
  const deviations = tests.flatMap((test) => where(state, 'deviation', 'testId', test.id));
  const populations = operatingPapers(state, paper.controlId ?? undefined).includes(paperId)
    ? where(state, 'population', 'controlId', paper.controlId ?? '')
    : [];
  const own: readonly RowAddress[] = [
    ...addresses('workpaper', [paper]),
    ...addresses(
      'control',
      paper.controlId === null ? [] : all(state, 'control').filter((c) => c.id === paper.controlId),
    ),
    ...addresses('procedure', where(state, 'procedure', 'workpaperId', paperId)),
    ...addresses('test', tests),
    ...addresses(
      'attribute',
      tests.flatMap((test) => where(state, 'attribute', 'testId', test.id)),
    ),
    ...addresses('samplePlan', plans),
    ...addresses('sampleItem', items),
    ...addresses(
      'attributeResult',
      items.flatMap((item) => where(state, 'attributeResult', 'itemId', item.id)),
    ),
    ...addresses('deviation', deviations),
    ...addresses(
      'retest',
      deviations.flatMap((deviation) => where(state, 'retest', 'deviationId', deviation.id)),
    ),
    ...addresses('population', populations),
    ...addresses(
      'populationFilter',
      populations.flatMap((list) => where(state, 'populationFilter', 'populationId', list.id)),
    ),
    ...addresses(
      'findingAcceptance',
      populations.flatMap((list) => where(state, 'findingAcceptance', 'populationId', list.id)),
    ),
    ...addresses(
      'ipeTest',
      populations.flatMap((list) => where(state, 'ipeTest', 'populationId', list.id)),
    ),
  ];
  const reviewed = accessReviewRows(state, paperId);
  const files = accessReviewFiles(state, paperId);
  return [...own, ...evidenceRows(state, own), ...reviewed, ...files];
}

/** An access review on its workpaper: lists, matches, runs and what was decided on each exception. */
function accessReviewRows(state: EngagementState, paperId: string): readonly RowAddress[] {
  return where(state, 'accessReview', 'workpaperId', paperId).flatMap((review) => {
    const runs = where(state, 'accessRun', 'reviewId', review.id);
    return [
      ...addresses('accessReview', [review]),
      ...addresses('accessList', where(state, 'accessList', 'reviewId', review.id)),
      ...addresses('accessMatch', where(state, 'accessMatch', 'reviewId', review.id)),
      ...addresses('accessRun', runs),
      ...addresses(
        'accessRuleRun',
        runs.flatMap((run) => where(state, 'accessRuleRun', 'runId', run.id)),
      ),
      ...addresses('accessException', where(state, 'accessException', 'reviewId', review.id)),
      ...addresses('accessResult', where(state, 'accessResult', 'reviewId', review.id)),
    ];
  });
}

/** The files behind the lists of an access review and behind what was decided on its exceptions. */
function accessReviewFiles(state: EngagementState, paperId: string): readonly RowAddress[] {
  const ids = where(state, 'accessReview', 'workpaperId', paperId).flatMap(({ id }) => [
    ...where(state, 'accessList', 'reviewId', id).map((list) => list.evidenceId),
    ...where(state, 'accessException', 'reviewId', id).flatMap((exception) => exception.evidenceIds),
  ]);
  return addresses(
    'evidenceFile',
    [...new Set(ids)].map((id) => ({ id })),
  );
}

const addresses = (entity: EntityName, rows: readonly { readonly id: string }[]): readonly RowAddress[] =>
  rows.map(({ id }) => ({ entity, id }));

function evidenceRows(state: EngagementState, own: readonly RowAddress[]): readonly RowAddress[] {
  const links = own.flatMap(({ entity, id }) =>
    where(state, 'evidenceLink', 'targetId', id).filter((link) => link.targetKind === entity),
  );
  const files = [...new Set(links.map((link) => link.evidenceId))].map((id) => ({ id }));
  return [...addresses('evidenceLink', links), ...addresses('evidenceFile', files)];
}
