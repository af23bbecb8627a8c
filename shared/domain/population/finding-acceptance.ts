/** Accepting what a list shows, with a reason: a recorded fact and part of the workpaper. */
import { rule, type Refusal } from '../gates/refusal.ts';
import { decided, decidedWith, weigh, type Decided, type DecisionContext } from '../journal/decision.ts';
import type { Row } from '../journal/entities.ts';
import { add, set } from '../journal/ops.ts';
import { where, type EngagementState } from '../journal/state.ts';
import {
  existing,
  gathering,
  refusalOfPhase,
  staleFinding,
  textFinding,
} from '../testing/fieldwork-rules.ts';
import { findingText, findingWords, type ListFinding } from './list-findings.ts';

/** A finding as a person accepts it. */
export interface AcceptanceInput {
  readonly populationId: string;
  readonly revision?: number | undefined;
  readonly code: ListFinding['code'];
  /** What the finding said when it was accepted: other words are another finding. */
  readonly words: string;
  readonly reason: string;
}

/** Accepts an open finding with a reason. `open` are the findings of the list that need one now. */
export function acceptFinding(
  context: DecisionContext,
  { populationId, revision, code, words, reason }: AcceptanceInput,
  open: readonly ListFinding[],
): Decided<{ acceptanceId: string }> {
  const found = existing(context.state, 'population', populationId);
  if (!found.ok) return found;
  const isOpen = open.some((finding) => finding.code === code && finding.words === words);
  const weighed = weigh(context, [
    refusalOfPhase(context, gathering),
    staleFinding(context, 'population', found.value, revision),
    isOpen ? null : notOpen(),
    acceptanceOf(context.state, populationId, { code, words }) === undefined ? null : notOpen(),
    textFinding(reason, 'The reason', 10),
  ]);
  if (!weighed.ok) return weighed;
  const acceptanceId = context.newId();
  const op = add('findingAcceptance', acceptanceId, {
    ...{ populationId, code, words, reason: reason.trim() },
    withdrawn: false,
  });
  return decidedWith([op, ...weighed.value], { acceptanceId });
}

/** Takes an acceptance back: the finding is open again, and both stay on record. */
export function withdrawAcceptance(
  context: DecisionContext,
  { acceptanceId }: { readonly acceptanceId: string },
): Decided {
  const found = existing(context.state, 'findingAcceptance', acceptanceId);
  if (!found.ok) return found;
  const weighed = weigh(context, [
    refusalOfPhase(context, gathering),
    found.value.withdrawn ? notOpen() : null,
  ]);
  if (!weighed.ok) return weighed;
  return decided([
    ...set(context.state, 'findingAcceptance', acceptanceId, { withdrawn: true }),
    ...weighed.value,
  ]);
}

function notOpen(): Refusal {
  return rule('wrong-state', 'The list no longer shows this finding as open.', 'Look at the findings again.');
}

/** The standing acceptance of just this finding. */
export function acceptanceOf(
  state: EngagementState,
  populationId: string,
  { code, words }: Pick<ListFinding, 'code' | 'words'>,
): Row<'findingAcceptance'> | undefined {
  return where(state, 'findingAcceptance', 'populationId', populationId).find(
    (row) => !row.withdrawn && row.code === code && row.words === words,
  );
}

/** What was open when the population was reconciled and is not accepted since, in words. A draw says so and goes on. */
export function openFindingsOf(state: EngagementState, population: Row<'population'>): readonly string[] {
  const accepted = new Set(
    where(state, 'findingAcceptance', 'populationId', population.id)
      .filter((row) => !row.withdrawn)
      .map(findingText),
  );
  return population.findings.filter((text) => !accepted.has(text)).map(findingWords);
}
