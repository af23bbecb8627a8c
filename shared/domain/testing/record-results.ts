/** Recording what the test of each item and attribute showed. Gates T1, T7. */
import type { PlainDate } from '../../lib/plain-date.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { gate, rule, type Refusal } from '../gates/refusal.ts';
import { evidenceOf, linkOps } from '../evidence/evidence-link.ts';
import {
  decidedWith,
  shortestReason,
  weigh,
  type Decided,
  type DecisionContext,
} from '../journal/decision.ts';
import type { FieldsOf, Row } from '../journal/entities.ts';
import type { Op } from '../journal/entry.ts';
import { add, set } from '../journal/ops.ts';
import { notFound } from '../journal/row-decisions.ts';
import { find, where, type EngagementState } from '../journal/state.ts';
import { itemNumber, itemsUnderTest } from '../sampling/plan-state.ts';
import { nextDeviationCode, standingDeviation } from './deviations.ts';
import { reopenOps, startedFinding } from './edit-test.ts';
import { existing, operatingFinding, refusalOfPhase, testing } from './fieldwork-rules.ts';
import { attributesOf } from './start-test.ts';

/** The result of one item and attribute; `null` empties the cell. */
export type CellResult = FieldsOf<'attributeResult'>['result'];

/** One cell of the grid as it is recorded. */
export interface CellInput {
  readonly itemId: string;
  readonly attributeId: string;
  /** Revision of the result as it was shown; `undefined` where none is compared. */
  readonly revision?: number | undefined;
  readonly result: CellResult;
  readonly note: string;
  /** What was seen, where no file shows it. */
  readonly observation: string;
  readonly evidenceIds: readonly string[];
  /** Why a deviation that was recorded does not stand, when its cell is changed. */
  readonly withdrawReason: string;
}

/** Cells recorded in one action. */
export interface RecordInput {
  readonly testId: string;
  readonly cells: readonly CellInput[];
  readonly testedOn: PlainDate;
}

/** Codes of the deviations that the action opened. */
export interface Recorded {
  readonly deviations: readonly {
    readonly deviationId: string;
    readonly code: string;
    readonly itemId: string;
  }[];
}

interface Cell {
  readonly input: CellInput;
  readonly item: Row<'sampleItem'>;
  /** Its number within the test. */
  readonly number: number;
  readonly attribute: Row<'attribute'>;
  readonly result: Row<'attributeResult'> | undefined;
  readonly deviation: Row<'deviation'> | undefined;
}

/**
 * Records one or many cells. A pass needs evidence on the cell or its item, or a written observation (T1); the test is not
 * before the item (T7); a deviation or “not applicable” is explained. A deviation opens its own record; changing it back
 * withdraws that record with a reason. A concluded test goes back to work.
 */
export function recordResults(context: DecisionContext, input: RecordInput): Decided<Recorded> {
  const test = existing(context.state, 'test', input.testId);
  if (!test.ok) return test;
  const cells = cellsOf(context.state, input);
  if (!cells.ok) return cells;
  const weighed = weigh(context, [
    refusalOfPhase(context, testing),
    operatingFinding(context.state),
    startedFinding(test.value),
    input.testedOn > context.today ? futureTest() : null,
    ...cells.value.flatMap((cell) => cellFindings(context, cell, input.testedOn)),
  ]);
  if (!weighed.ok) return weighed;
  const deviations = openedBy(context, cells.value);
  const ops = [
    ...cells.value.flatMap((cell) => cellOps(context, cell, input.testedOn)),
    ...deviations.map((opened) => deviationOp(input.testId, opened)),
  ];
  const answer = deviations.map(({ deviationId, code, cell }) => ({
    deviationId,
    code,
    itemId: cell.item.id,
  }));
  if (ops.length === 0) return decidedWith([], { deviations: [] });
  const reopened = reopenOps(context.state, test.value);
  return decidedWith([...ops, ...reopened, ...weighed.value], { deviations: answer });
}

/** The result of a cell, if one was recorded. */
export function resultOf(
  state: EngagementState,
  itemId: string,
  attributeId: string,
): Row<'attributeResult'> | undefined {
  return where(state, 'attributeResult', 'itemId', itemId).find((row) => row.attributeId === attributeId);
}

/** Whether a cell's pass rests on something: a file on the cell or on its item, or a written observation (gate T1). */
export function isSupported(state: EngagementState, result: Row<'attributeResult'>): boolean {
  return (
    result.observation.trim() !== '' ||
    evidenceOf(state, { kind: 'attributeResult', id: result.id }).length > 0 ||
    evidenceOf(state, { kind: 'sampleItem', id: result.itemId }).length > 0
  );
}

/** Gate T1 for a cell. */
export function supportFinding(
  state: EngagementState,
  item: Row<'sampleItem'>,
  attribute: Row<'attribute'>,
): Refusal {
  return gate('T1', { i: itemNumber(state, item), k: attribute.key }, { entity: 'sampleItem', id: item.id });
}

function cellsOf(state: EngagementState, input: RecordInput): Result<readonly Cell[], Refusal> {
  const items = new Map(itemsUnderTest(state, input.testId).map((item) => [item.id, item]));
  const attributes = new Map(attributesOf(state, input.testId).map((attribute) => [attribute.id, attribute]));
  const cells: Cell[] = [];
  const seen = new Set<string>();
  for (const cell of input.cells) {
    const item = items.get(cell.itemId);
    const attribute = attributes.get(cell.attributeId);
    const mark = `${cell.itemId}/${cell.attributeId}`;
    if (item === undefined || attribute === undefined || seen.has(mark))
      return err(
        rule('not-found', 'A cell is not part of this test, or stands twice.', 'Load the grid again.'),
      );
    seen.add(mark);
    const result = resultOf(state, cell.itemId, cell.attributeId);
    const deviation = standingDeviation(state, cell.itemId, cell.attributeId);
    cells.push({ input: cell, item, number: itemNumber(state, item), attribute, result, deviation });
  }
  return ok(cells);
}

function cellFindings(
  context: DecisionContext,
  cell: Cell,
  testedOn: PlainDate,
): readonly (Refusal | null)[] {
  const { input, item, attribute, result } = cell;
  const target = { entity: 'sampleItem', id: item.id } as const;
  const missing = input.evidenceIds.find((id) => find(context.state, 'evidenceFile', id) === undefined);
  const isEarly = input.result !== null && item.occurredOn !== null && testedOn < item.occurredOn;
  const isStale = result !== undefined && ![undefined, result.revision].includes(input.revision);
  return [
    missing === undefined ? null : notFound('evidenceFile', missing),
    input.result === 'pass' && !hasSupport(context.state, cell)
      ? supportFinding(context.state, item, attribute)
      : null,
    isEarly ? gate('T7', { i: cell.number }, target) : null,
    noteFinding(cell),
    withdrawalFinding(cell),
    isStale
      ? rule(
          'stale-revision',
          `Someone changed ${placeOf(cell)} since it was shown.`,
          'Look at the grid again.',
          {},
          target,
        )
      : null,
  ];
}

/** Whether a pass would rest on something: what is recorded with it, or what is linked already. */
function hasSupport(state: EngagementState, { input, item, result }: Cell): boolean {
  if (input.evidenceIds.length > 0 || input.observation.trim() !== '') return true;
  const targets = [
    { kind: 'sampleItem', id: item.id } as const,
    { kind: 'attributeResult', id: result?.id ?? '' } as const,
  ];
  return targets.some((target) => evidenceOf(state, target).length > 0);
}

function noteFinding(cell: Cell): Refusal | null {
  const needsNote = cell.input.result === 'deviation' || cell.input.result === 'notApplicable';
  if (!needsNote || cell.input.note.trim() !== '') return null;
  return rule(
    'invalid-value',
    `Nothing is said about ${placeOf(cell)}.`,
    'Write what deviates, or why it does not apply.',
    {},
    { entity: 'sampleItem', id: cell.item.id },
  );
}

function withdrawalFinding(cell: Cell): Refusal | null {
  const { input, deviation } = cell;
  if (deviation === undefined || input.result === 'deviation') return null;
  if (input.withdrawReason.trim().length >= shortestReason) return null;
  return rule(
    'invalid-value',
    `${deviation.code} is recorded for ${placeOf(cell)}; it is not taken back without a reason.`,
    'Say why the deviation does not stand.',
    { code: deviation.code },
    { entity: 'deviation', id: deviation.id },
  );
}

function placeOf({ number, attribute }: Cell): string {
  return `item ${String(number)}, attribute ${attribute.key}`;
}

function cellOps(context: DecisionContext, cell: Cell, testedOn: PlainDate): readonly Op[] {
  const { input, item, attribute, result, deviation } = cell;
  const values = { result: input.result, note: input.note, observation: input.observation };
  const resultId = result?.id ?? context.newId();
  const changes =
    result === undefined
      ? [
          add('attributeResult', resultId, {
            ...{ itemId: item.id, attributeId: attribute.id, ...values },
            ...{ testedOn, testedBy: context.actorId },
          }),
        ]
      : set(context.state, 'attributeResult', resultId, values);
  const stamped =
    result === undefined || changes.length === 0
      ? []
      : set(context.state, 'attributeResult', resultId, { testedOn, testedBy: context.actorId });
  const links = input.evidenceIds.flatMap((id) =>
    linkOps(context, id, { kind: 'attributeResult', id: resultId }),
  );
  const isLost = deviation !== undefined && input.result !== 'deviation';
  const withdrawn = isLost
    ? set(context.state, 'deviation', deviation.id, { withdrawnReason: input.withdrawReason.trim() })
    : [];
  return [...changes, ...stamped, ...links, ...withdrawn];
}

interface Opened {
  readonly deviationId: string;
  readonly code: string;
  readonly cell: Cell;
}

function openedBy(context: DecisionContext, cells: readonly Cell[]): readonly Opened[] {
  const opening = cells.filter((cell) => cell.input.result === 'deviation' && cell.deviation === undefined);
  return opening.map((cell, index) => ({
    deviationId: context.newId(),
    code: nextDeviationCode(context.state, index),
    cell,
  }));
}

function deviationOp(testId: string, { deviationId, code, cell }: Opened): Op {
  const { item, attribute, input } = cell;
  return add('deviation', deviationId, {
    ...{ code, testId, itemId: item.id, attributeId: attribute.id, nature: input.note.trim() },
    ...({ occurredOn: item.occurredOn, cause: '', extent: '', isolated: 'unknown' } as const),
    ...({ isolationProof: '', compensatingControlIds: [], effect: '', evaluation: '' } as const),
    ...({ deficiency: 'none', managementResponse: '', agreedBy: '', agreedOn: null } as const),
    ...({ status: 'identified', reviewedBy: null, withdrawnReason: null } as const),
  });
}

function futureTest(): Refusal {
  return rule('invalid-value', 'The test is dated in the future.', 'Correct the date of the test.');
}
