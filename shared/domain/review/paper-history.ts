/** What happened to a workpaper, as the journal tells it: who prepared it, and what changed since a signature. */
import type { EntityName } from '../journal/entities.ts';
import type { Op } from '../journal/entry.ts';
import type { AnyFieldValue } from '../journal/field.ts';
import { find, where, type EngagementState } from '../journal/state.ts';
import { itemNumber } from '../sampling/plan-state.ts';
import { isContentOp, isPreparation, papersOf } from './paper-rows.ts';

/** A journal entry that touches a workpaper. */
export interface PaperEntry {
  /** Its place in the journal, from 1. */
  readonly position: number;
  readonly hash: string;
  readonly at: string;
  /** Id of the person who acted. */
  readonly actor: string;
  readonly kind: string;
  readonly ops: readonly Op[];
}

/** A row that was added, or a field that was set, with what it held before. */
export interface ContentChange {
  readonly position: number;
  readonly at: string;
  readonly actor: string;
  readonly entity: EntityName;
  readonly id: string;
  /** In the profession's words, as "Item 7, attribute B". */
  readonly label: string;
  /** `null` where the row was added. */
  readonly field: string | null;
  readonly before: AnyFieldValue;
  readonly after: AnyFieldValue;
}

/** The workpapers that an entry touches. Rows are never removed, so the present state names them for every entry. */
export function papersOfEntry(state: EngagementState, ops: readonly Op[]): readonly string[] {
  return [...new Set(ops.flatMap((op) => papersOf(state, op)))];
}

/**
 * The persons who prepared what a reviewer would sign: who changed content since the last signature by a reviewer, or
 * ever, where none has signed (gate R1). `entries` are those of the workpaper, oldest first.
 */
export function preparersOf(
  state: EngagementState,
  paperId: string,
  entries: readonly PaperEntry[],
): ReadonlySet<string> {
  const reviews = new Set(
    where(state, 'signOff', 'workpaperId', paperId)
      .filter((row) => row.level === 'reviewer')
      .map((row) => row.createdIn),
  );
  const since = entries.slice(entries.findLastIndex((entry) => reviews.has(entry.hash)) + 1);
  const isOwn = (op: Op): boolean => isPreparation(op) && papersOf(state, op).includes(paperId);
  return new Set(since.filter((entry) => entry.ops.some(isOwn)).map((entry) => entry.actor));
}

/** The changes of content after an entry, oldest first, each with the value that stood before it. */
export function changesSince(
  state: EngagementState,
  paperId: string,
  entries: readonly PaperEntry[],
  sinceHash: string,
): readonly ContentChange[] {
  const from = entries.findIndex((entry) => entry.hash === sinceHash);
  const values = new Map<string, AnyFieldValue>();
  return entries.flatMap((entry, index) =>
    entry.ops.flatMap((op) => {
      const before = op.op === 'set' ? (values.get(keyOf(op.entity, op.id, op.field)) ?? null) : null;
      remember(values, op);
      const counts = index > from && isContentOp(op) && papersOf(state, op).includes(paperId);
      return counts ? [changeOf(state, entry, op, before)] : [];
    }),
  );
}

const keyOf = (entity: EntityName, id: string, field: string): string => `${entity}/${id}/${field}`;

function remember(values: Map<string, AnyFieldValue>, op: Op): void {
  if (op.op === 'set') values.set(keyOf(op.entity, op.id, op.field), op.value);
  else
    for (const [field, value] of Object.entries(op.fields)) values.set(keyOf(op.entity, op.id, field), value);
}

function changeOf(state: EngagementState, entry: PaperEntry, op: Op, before: AnyFieldValue): ContentChange {
  const { position, at, actor } = entry;
  const { entity, id } = op;
  return {
    ...{ position, at, actor, entity, id, before },
    label: rowLabel(state, entity, id),
    field: op.op === 'set' ? op.field : null,
    after: op.op === 'set' ? op.value : addedValue(op.fields),
  };
}

/** What is shown of a row that was added: its telling text. */
function addedValue(fields: Readonly<Record<string, AnyFieldValue>>): AnyFieldValue {
  const telling = [
    'text',
    'nature',
    'title',
    'result',
    'detail',
    'words',
    'originalName',
    'populationKey',
    'description',
  ];
  return (
    telling.map((field) => fields[field] ?? null).find((value) => value !== null && value !== '') ?? null
  );
}

type Labels = { readonly [E in EntityName]?: (state: EngagementState, id: string) => string };

const labels: Labels = {
  workpaper: () => 'Workpaper',
  control: () => 'Control',
  procedure: (state, id) => `Procedure: ${find(state, 'procedure', id)?.subject ?? ''}`,
  test: (state, id) => (find(state, 'test', id)?.phase === 'design' ? 'Design test' : 'Operating test'),
  attribute: (state, id) => `Attribute ${find(state, 'attribute', id)?.key ?? ''}`,
  population: (state, id) => `Population: ${find(state, 'population', id)?.title ?? ''}`,
  populationFilter: () => 'Filter of the population',
  findingAcceptance: () => 'Finding of the list, accepted',
  ipeTest: (state, id) => `Test of ${find(state, 'ipeTest', id)?.direction ?? 'completeness'}`,
  samplePlan: () => 'Sampling plan',
  sampleItem: (state, id) => `Item ${numberOf(state, id)}`,
  attributeResult: (state, id) => resultLabel(state, id),
  deviation: (state, id) => `Deviation ${find(state, 'deviation', id)?.code ?? ''}`,
  retest: (state, id) => {
    const code = find(state, 'deviation', find(state, 'retest', id)?.deviationId ?? null)?.code ?? '';
    return `Retest of ${code}`;
  },
  evidenceFile: (state, id) => `Evidence ${find(state, 'evidenceFile', id)?.originalName ?? ''}`,
  evidenceLink: (state, id) => linkLabel(state, id),
  signOff: () => 'Sign-off',
  reviewNote: () => 'Review note',
  noteResponse: () => 'Answer to a note',
  gateReason: (state, id) => reasonLabel(state, id),
};

/** What a row is called on a screen. */
export function rowLabel(state: EngagementState, entity: EntityName, id: string): string {
  return labels[entity]?.(state, id) ?? entity;
}

/** Why somebody went on at a gate; that of R3 says what it cost. */
function reasonLabel(state: EngagementState, id: string): string {
  const given = find(state, 'gateReason', id);
  const what = given?.gate === 'R3' ? 'Sign-offs dropped' : `Reason at gate ${given?.gate ?? ''}`;
  return `${what}: ${given?.reason ?? ''}`;
}

function numberOf(state: EngagementState, itemId: string): string {
  const item = find(state, 'sampleItem', itemId);
  return item === undefined ? '' : String(itemNumber(state, item));
}

function resultLabel(state: EngagementState, id: string): string {
  const result = find(state, 'attributeResult', id);
  const item = find(state, 'sampleItem', result?.itemId ?? null);
  const attribute = find(state, 'attribute', result?.attributeId ?? null);
  return `Item ${numberOf(state, item?.id ?? '')}, attribute ${attribute?.key ?? ''}`;
}

function linkLabel(state: EngagementState, id: string): string {
  const link = find(state, 'evidenceLink', id);
  return `Evidence ${find(state, 'evidenceFile', link?.evidenceId ?? null)?.originalName ?? ''}`;
}
