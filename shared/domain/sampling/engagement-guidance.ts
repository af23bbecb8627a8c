/** The sizes by frequency that an engagement goes by, and their change (reference d.4). */
import { engagementOf, refusalToActAs } from '../engagement/team.ts';
import { rule, type Refusal } from '../gates/refusal.ts';
import { decided, weigh, type Decided, type DecisionContext } from '../journal/decision.ts';
import { set } from '../journal/ops.ts';
import { find, type EngagementState } from '../journal/state.ts';
import { existing, refusalOfPhase, textFinding, type EngagementStatus } from '../testing/fieldwork-rules.ts';
import {
  checkGuidance,
  DEFAULT_GUIDANCE,
  type GuidanceFault,
  type GuidanceTable,
} from './frequency-guidance.ts';
import { FREQUENCY_WORDS } from './guidance-words.ts';

/** Phases in which samples are, or will be, planned. */
const planned: readonly EngagementStatus[] = ['draft', 'accepted', 'planning', 'fieldwork'];

/** The table of an engagement: the firm's own, or the product's. */
export function guidanceOf(state: EngagementState): GuidanceTable {
  return readGuidance(find(state, 'firm', engagementOf(state)?.firmId ?? null)?.guidance ?? null);
}

/** A table as it is recorded; `null` for the product's own. */
export function writtenGuidance(table: GuidanceTable | null): string | null {
  return table === null ? null : JSON.stringify(table);
}

/** A recorded table. Only tables without faults are recorded. */
export function readGuidance(written: string | null): GuidanceTable {
  return written === null ? DEFAULT_GUIDANCE : (JSON.parse(written) as GuidanceTable); // as `writtenGuidance` wrote it
}

/**
 * Lets the engagement go by another table from now on, `null` for the product's. A manager or above decides, with the
 * reason; plans keep the rule by which they were made.
 */
export function changeGuidance(
  context: DecisionContext,
  input: { readonly table: GuidanceTable | null; readonly reason: string },
): Decided {
  const firm = existing(context.state, 'firm', engagementOf(context.state)?.firmId ?? null);
  if (!firm.ok) return firm;
  const weighed = weigh(context, [
    refusalOfPhase(context, planned),
    refusalToActAs(context, 'manager'),
    textFinding(input.reason, 'The reason', 10),
    guidanceFinding(input.table),
  ]);
  if (!weighed.ok) return weighed;
  const values = { guidance: writtenGuidance(input.table), guidanceReason: input.reason.trim() };
  return decided([...set(context.state, 'firm', firm.value.id, values), ...weighed.value]);
}

/** Why a table cannot be used: its first fault, by row, or `null`. */
export function guidanceFinding(table: GuidanceTable | null): Refusal | null {
  const [fault] = table === null ? [] : checkGuidance(table);
  if (fault === undefined) return null;
  const [what, next] = FAULTS[fault.code];
  const { frequency, code } = fault;
  return rule('invalid-value', `${FREQUENCY_WORDS[frequency]}: ${what}`, next, { frequency, reason: code });
}

const FAULTS: Readonly<Record<GuidanceFault['code'], readonly [string, string]>> = {
  'size-below-one': ['a size is no whole number from 1.', 'Give at least one item.'],
  'high-risk-below-low': [
    'a high risk gives fewer items than a low one.',
    'Give at least as many items at high risk.',
  ],
  'share-out-of-order': [
    'the bounds of the share contradict each other.',
    'Let the fewest items be no more than the most, and the first bound no more than the second.',
  ],
};
