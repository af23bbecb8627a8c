import type { PlainDate } from '../../lib/plain-date.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import type { GateCode } from '../gates/gate-catalogue.ts';
import { together, type Refusal } from '../gates/refusal.ts';
import type { Op } from './entry.ts';
import { add } from './ops.ts';
import type { EngagementState } from './state.ts';

/** The reason that a person typed at a warning gate. */
export interface GivenReason {
  readonly gate: GateCode;
  readonly reason: string;
}

/** What a decision may look at. Nothing here reads a clock or makes chance: both are handed in. */
export interface DecisionContext {
  readonly state: EngagementState;
  /** Id of the person who acts. */
  readonly actorId: string;
  /** The computer's clock as an ISO 8601 UTC instant, and the day it falls on where the computer stands. */
  readonly at: string;
  readonly today: PlainDate;
  /** Makes a new random UUID. */
  readonly newId: () => string;
  /** SHA-256 of the UTF-8 bytes of a text, 64 hex digits. */
  readonly sha256: (text: string) => string;
  readonly reasons: readonly GivenReason[];
}

/** What a command may do: the operations of one journal entry, and what to answer. */
export interface Decision<T> {
  readonly ops: readonly Op[];
  readonly result: T;
}

/** A decision, or why the rules say no. */
export type Decided<T = null> = Result<Decision<T>, Refusal>;

/** A decision that answers nothing but that it was taken. */
export const decided = (ops: readonly Op[]): Decided => ok({ ops, result: null });

/** A decision that answers with a value, usually the id of what was made. */
export const decidedWith = <T>(ops: readonly Op[], result: T): Decided<T> => ok({ ops, result });

/** Fewest characters that count as a typed reason; shorter ones say nothing. */
export const shortestReason = 10;

/**
 * Weighs what gates found: a block refuses; a warning refuses until a reason is typed, which is then recorded in the same
 * entry. Gives the operations that record the reasons.
 */
export function weigh(
  context: DecisionContext,
  findings: readonly (Refusal | null)[],
): Result<readonly Op[], Refusal> {
  const found = findings.filter((finding) => finding !== null);
  const open = found.filter((finding) => finding.kind === 'block' || reasonFor(context, finding) === null);
  const refusal = together(open);
  if (refusal !== null) return err(refusal);
  return ok(found.map((finding) => recordReason(context, finding)));
}

function reasonFor(context: DecisionContext, finding: Refusal): string | null {
  const given = context.reasons.find((item) => item.gate === finding.code)?.reason.trim() ?? '';
  return given.length >= shortestReason ? given : null;
}

function recordReason(context: DecisionContext, finding: Refusal): Op {
  return add('gateReason', context.newId(), {
    gate: finding.code,
    target: finding.target === null ? '' : `${finding.target.entity}/${finding.target.id}`,
    reason: reasonFor(context, finding) ?? '',
    fact: finding.message,
  });
}
