/** Confirming and rejecting suggested matches of accounts and people. */
import { err } from '../../lib/result.ts';
import { rule } from '../gates/refusal.ts';
import { decided, weigh, type Decided, type DecisionContext } from '../journal/decision.ts';
import type { Op } from '../journal/entry.ts';
import { add, set } from '../journal/ops.ts';
import { where } from '../journal/state.ts';
import { existing, gathering, refusalOfPhase } from '../testing/fieldwork-rules.ts';

/** What a person says of a suggested match. */
export interface MatchInput {
  readonly accountKey: string;
  readonly personKey: string;
  readonly isConfirmed: boolean;
  readonly reason: string;
}

/** Records what was decided on suggested matches; a later word on the same pair takes the place of the one before. */
export function decideMatches(
  context: DecisionContext,
  input: { readonly reviewId: string; readonly matches: readonly MatchInput[] },
): Decided {
  const review = existing(context.state, 'accessReview', input.reviewId);
  if (!review.ok) return review;
  const weighed = weigh(context, [refusalOfPhase(context, gathering)]);
  if (!weighed.ok) return weighed;
  const known = where(context.state, 'accessMatch', 'reviewId', input.reviewId);
  const twice = new Set(input.matches.map(({ accountKey, personKey }) => `${accountKey}\n${personKey}`));
  if (twice.size < input.matches.length)
    return err(rule('invalid-value', 'A match is named twice.', 'Decide each match once.'));
  const ops = input.matches.flatMap(({ accountKey, personKey, isConfirmed, reason }): readonly Op[] => {
    const before = known.find((match) => match.accountKey === accountKey && match.personKey === personKey);
    const values = { decision: isConfirmed ? ('confirmed' as const) : ('rejected' as const), reason };
    if (before !== undefined) return set(context.state, 'accessMatch', before.id, values);
    return [
      add('accessMatch', context.newId(), { reviewId: input.reviewId, accountKey, personKey, ...values }),
    ];
  });
  return decided(ops.length === 0 ? [] : [...ops, ...weighed.value]);
}
