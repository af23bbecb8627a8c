/** The lists of a review: added with their file as evidence, read in another way, taken out. */
import type { PlainDate } from '../../lib/plain-date.ts';
import { fileFields, type StoredFile } from '../evidence/evidence-file.ts';
import { rule, type Refusal } from '../gates/refusal.ts';
import { decided, decidedWith, weigh, type Decided, type DecisionContext } from '../journal/decision.ts';
import type { FieldsOf, Row } from '../journal/entities.ts';
import { add, set } from '../journal/ops.ts';
import { where, type EngagementState } from '../journal/state.ts';
import {
  editOps,
  existing,
  gathering,
  refusalOfPhase,
  staleFinding,
  textFinding,
} from '../testing/fieldwork-rules.ts';
import { isUserList, type ListKind } from './access-list.ts';
import { mappingFaults, mappingTexts, type ListMapping } from './list-mapping.ts';

/** What is known of a list beside its rows (reference work, d.6). */
export interface ListDescription {
  readonly title: string;
  readonly sourceSystem: string;
  readonly query: string;
  readonly extractedBy: string;
  readonly asOf: PlainDate | null;
  readonly statedCount: number | null;
}

/** A list as it was read and stored. */
export interface ListInput extends ListDescription {
  readonly reviewId: string;
  readonly listId: string;
  readonly kind: ListKind;
  readonly mapping: ListMapping;
  readonly file: StoredFile;
  readonly receivedOn: PlainDate;
  readonly sourcePerson: string;
  readonly read: Pick<FieldsOf<'accessList'>, 'sheet' | 'encoding' | 'delimiter' | 'columns' | 'remarks'>;
  readonly rowCount: number;
  readonly rowsSha256: string;
}

/** Why a list may not be added now; asked before its rows are stored, and again with them. */
export function addListFindings(
  context: DecisionContext,
  input: Pick<ListInput, 'reviewId' | 'kind' | 'title' | 'mapping' | 'asOf'>,
  header: readonly string[],
): readonly (Refusal | null)[] {
  const [fault] = mappingFaults(input.kind, input.mapping, header);
  const needsDay = isUserList(input.kind) && input.asOf === null;
  const isTaken = listsOf(context.state, input.reviewId).some(
    (list) => list.kind === input.kind && list.title === input.title.trim(),
  );
  return [
    refusalOfPhase(context, gathering),
    textFinding(input.title, 'The title of the list'),
    needsDay
      ? rule('invalid-value', 'The user list does not say for which day it speaks.', 'Give its as-of date.')
      : null,
    isTaken
      ? rule(
          'already-exists',
          `The review has a list “${input.title.trim()}” of this kind.`,
          'Give it another title, or take the other list out first.',
        )
      : null,
    fault === undefined
      ? null
      : rule('invalid-value', fault.words, 'Choose the columns of the list.', { field: fault.field }),
  ];
}

/** Adds a list to a review; its file becomes evidence. */
export function addList(context: DecisionContext, input: ListInput): Decided<{ listId: string }> {
  const review = existing(context.state, 'accessReview', input.reviewId);
  if (!review.ok) return review;
  const weighed = weigh(context, addListFindings(context, input, input.read.columns));
  if (!weighed.ok) return weighed;
  const evidenceId = context.newId();
  const { title, sourceSystem, query, extractedBy, asOf, statedCount, kind, rowCount, rowsSha256 } = input;
  const evidence = add(
    'evidenceFile',
    evidenceId,
    fileFields(input.file, {
      ...{ receivedOn: input.receivedOn, sourcePerson: input.sourcePerson, sourceSystem },
      ...{ asOf, coversFrom: null, coversTo: null, redacted: false, requestId: null },
    }),
  );
  const list = add('accessList', input.listId, {
    ...{ reviewId: input.reviewId, kind, title: title.trim(), sourceSystem, query, extractedBy, asOf },
    ...{ statedCount, evidenceId, fileSha256: input.file.sha256, ...input.read },
    ...{ mapping: mappingTexts(input.mapping), rowCount, rowsSha256, withdrawn: false },
  });
  const opened = editOps(context.state, review.value.workpaperId);
  return decidedWith([evidence, list, ...opened, ...weighed.value], { listId: input.listId });
}

/** Reads the columns of a list in another way, or corrects what is said about it. */
export function editList(
  context: DecisionContext,
  input: ListDescription & {
    readonly listId: string;
    readonly revision: number;
    readonly mapping: ListMapping;
  },
): Decided {
  const found = existing(context.state, 'accessList', input.listId);
  if (!found.ok) return found;
  const { kind, columns } = found.value;
  const [fault] = mappingFaults(kind, input.mapping, columns);
  const weighed = weigh(context, [
    refusalOfPhase(context, gathering),
    staleFinding(context, 'accessList', found.value, input.revision),
    textFinding(input.title, 'The title of the list'),
    fault === undefined ? null : rule('invalid-value', fault.words, 'Choose the columns of the list.'),
  ]);
  if (!weighed.ok) return weighed;
  const { title, sourceSystem, query, extractedBy, asOf, statedCount } = input;
  const values = { title: title.trim(), sourceSystem, query, extractedBy, asOf, statedCount };
  const ops = set(context.state, 'accessList', input.listId, {
    ...values,
    mapping: mappingTexts(input.mapping),
  });
  return decided([...ops, ...weighed.value]);
}

/** Takes a list out of a review. The list and its file stay on record. */
export function withdrawList(context: DecisionContext, input: { readonly listId: string }): Decided {
  const found = existing(context.state, 'accessList', input.listId);
  if (!found.ok) return found;
  const weighed = weigh(context, [refusalOfPhase(context, gathering)]);
  if (!weighed.ok) return weighed;
  return decided([...set(context.state, 'accessList', input.listId, { withdrawn: true }), ...weighed.value]);
}

/** The lists of a review that stand, in the order in which they were added. */
export function listsOf(state: EngagementState, reviewId: string): readonly Row<'accessList'>[] {
  return where(state, 'accessList', 'reviewId', reviewId).filter((list) => !list.withdrawn);
}
