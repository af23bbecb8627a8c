/** The control tested again after a deviation: a fact of its own, which leaves the first result and its deviation as they are. */
import type { PlainDate } from '../../lib/plain-date.ts';
import { gate, rule, type Refusal } from '../gates/refusal.ts';
import { decided, weigh, type Decided, type DecisionContext } from '../journal/decision.ts';
import type { Row } from '../journal/entities.ts';
import { add } from '../journal/ops.ts';
import { find, where, type EngagementState } from '../journal/state.ts';
import { itemNumber } from '../sampling/plan-state.ts';
import { editOps, evaluating, existing, refusalOfPhase, textFinding } from './fieldwork-rules.ts';

/** What was tested again, and what it showed. */
export interface RetestInput {
  readonly deviationId: string;
  readonly testedOn: PlainDate;
  /** Items tested again, 1 or more. */
  readonly items: number;
  /** How many of them deviated, 0 to `items`. */
  readonly deviating: number;
  /** Which items, of which time, and what was seen. */
  readonly words: string;
}

/** The retests of a deviation in the order of their days. */
export function retestsOf(state: EngagementState, deviationId: string): readonly Row<'retest'>[] {
  return where(state, 'retest', 'deviationId', deviationId).toSorted((one, other) =>
    one.testedOn < other.testedOn ? -1 : Number(one.testedOn > other.testedOn),
  );
}

/** Records a retest. It is never changed; another one is added. It is not before the deviation nor in the future (T7). */
export function addRetest(context: DecisionContext, input: RetestInput): Decided {
  const found = existing(context.state, 'deviation', input.deviationId);
  if (!found.ok) return found;
  const deviation = found.value;
  const weighed = weigh(context, [
    refusalOfPhase(context, evaluating),
    stateFinding(deviation),
    dayFinding(context, deviation, input.testedOn),
    countFinding(input),
    textFinding(input.words, 'What was tested again', 10),
  ]);
  if (!weighed.ok) return weighed;
  const { deviationId, testedOn, items, deviating } = input;
  const paperId = find(context.state, 'test', deviation.testId)?.workpaperId ?? null;
  const words = input.words.trim();
  const fields = { deviationId, testedOn, testedBy: context.actorId, items, deviating, words };
  return decided([
    add('retest', context.newId(), fields),
    ...editOps(context.state, paperId),
    ...weighed.value,
  ]);
}

function stateFinding({ code, withdrawnReason, status }: Row<'deviation'>): Refusal | null {
  if (withdrawnReason !== null)
    return rule('wrong-state', `${code} was taken back.`, 'A retest follows a deviation that stands.');
  if (status !== 'closed') return null;
  return rule('wrong-state', `${code} is closed.`, 'A closed deviation is not changed.');
}

function dayFinding(
  { state, today }: DecisionContext,
  deviation: Row<'deviation'>,
  testedOn: PlainDate,
): Refusal | null {
  const item = find(state, 'sampleItem', deviation.itemId);
  const first = deviation.occurredOn ?? item?.occurredOn ?? null;
  if (first !== null && testedOn < first)
    return gate(
      'T7',
      { i: item === undefined ? 0 : itemNumber(state, item) },
      { entity: 'deviation', id: deviation.id },
    );
  if (testedOn <= today) return null;
  return rule('invalid-value', 'The day of the retest is in the future.', 'Give the day of the retest.');
}

function countFinding({ items, deviating }: RetestInput): Refusal | null {
  const isCount = Number.isSafeInteger(items) && items >= 1;
  if (isCount && Number.isSafeInteger(deviating) && deviating >= 0 && deviating <= items) return null;
  return rule(
    'invalid-value',
    'The items tested again and those that deviated do not add up.',
    'Give at least 1 item, and no more deviating items than items.',
  );
}
