import { err } from '../../lib/result.ts';
import { rule, type Refusal } from '../gates/refusal.ts';
import { decided, decidedWith, type Decided, type DecisionContext } from './decision.ts';
import type { EntityName, FieldsOf, Row } from './entities.ts';
import { add, set } from './ops.ts';
import { find } from './state.ts';

/** Adds a row unless a rule stands in the way; answers with its id. */
export function addRow<E extends EntityName>(
  context: DecisionContext,
  entity: E,
  fields: FieldsOf<E>,
  refusal: Refusal | null,
): Decided<{ id: string }> {
  if (refusal !== null) return err(refusal);
  const id = context.newId();
  return decidedWith([add(entity, id, fields)], { id });
}

/** Which row, and the revision of it that the person was shown; `null` skips the comparison. */
export interface RowRef {
  readonly id: string;
  readonly revision: number | null;
}

/** Sets fields of a row unless a rule stands in the way, or someone else changed the row in between. */
export function editRow<E extends EntityName>(
  context: DecisionContext,
  entity: E,
  ref: RowRef,
  values: Partial<FieldsOf<E>>,
  refusal: Refusal | null,
): Decided {
  const stale = staleness(context, entity, ref);
  if (stale !== null) return err(stale);
  if (refusal !== null) return err(refusal);
  return decided(set(context.state, entity, ref.id, values));
}

/** Why a row cannot be changed as shown: it does not exist, or was changed since; `null` where it can. */
export function staleness(context: DecisionContext, entity: EntityName, ref: RowRef): Refusal | null {
  const row = find(context.state, entity, ref.id);
  if (row === undefined) return notFound(entity, ref.id);
  if (ref.revision === null || ref.revision === row.revision) return null;
  return changedSince(entity, row);
}

/** The refusal for a row that does not exist. */
export function notFound(entity: EntityName, id: string): Refusal {
  return rule('not-found', `There is no such ${entityWords[entity] ?? entity}.`, 'Look it up again.', {
    entity,
    id,
  });
}

function changedSince(entity: EntityName, row: Row<EntityName>): Refusal {
  return rule(
    'stale-revision',
    `This ${entityWords[entity] ?? entity} was changed since it was shown.`,
    'Look at the present version and make the change again.',
    { entity, id: row.id, revision: row.revision },
    { entity, id: row.id },
  );
}

/** Entities whose name in the program is not the word of the profession. */
const entityWords: Partial<Record<EntityName, string>> = {
  teamMember: 'team member',
  subserviceOrganization: 'subservice organization',
  complementaryControl: 'complementary control',
  evidenceFile: 'evidence file',
  evidenceRequest: 'request',
  samplePlan: 'sampling plan',
  sampleItem: 'item',
  attributeResult: 'result',
  reviewNote: 'review note',
  findingAcceptance: 'accepted finding',
  ipeTest: 'completeness and accuracy test',
};
