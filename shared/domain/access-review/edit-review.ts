/** An access review from its beginning: its workpaper, its dates, the figures of its rules. */
import type { PlainDate } from '../../lib/plain-date.ts';
import { rule, type Refusal } from '../gates/refusal.ts';
import { decided, decidedWith, weigh, type Decided, type DecisionContext } from '../journal/decision.ts';
import { add, set } from '../journal/ops.ts';
import { all, type EngagementState } from '../journal/state.ts';
import {
  editOps,
  existing,
  gathering,
  refusalOfPhase,
  staleFinding,
  textFinding,
} from '../testing/fieldwork-rules.ts';
import { ruleIds, type Figures, type RuleId } from './rule.ts';
import { ruleOf } from './rule-catalogue.ts';
import type { ChangedFigures } from './run-rules.ts';

/** Title and dates of a review. */
export interface ReviewInput {
  readonly title: string;
  readonly asOf: PlainDate;
  readonly reviewedOn: PlainDate | null;
  readonly dueOn: PlainDate | null;
}

/** Opens a review with a workpaper of its own, which is signed like any other. */
export function openReview(context: DecisionContext, input: ReviewInput): Decided<{ reviewId: string }> {
  const weighed = weigh(context, [refusalOfPhase(context, gathering), ...reviewFindings(context, input)]);
  if (!weighed.ok) return weighed;
  const [workpaperId, reviewId] = [context.newId(), context.newId()];
  const paper = add('workpaper', workpaperId, {
    ...{ ref: nextReviewRef(context.state), title: input.title.trim(), kind: 'uar' as const },
    ...{ controlId: null, body: '', assigneeId: null, dueDate: null, status: 'inProgress' as const },
  });
  const review = add('accessReview', reviewId, {
    ...input,
    title: input.title.trim(),
    workpaperId,
    figures: [],
  });
  return decidedWith([paper, review, ...weighed.value], { reviewId });
}

/** Corrects title and dates. The results of runs before stay on record; the next run goes by the new dates. */
export function editReview(
  context: DecisionContext,
  input: ReviewInput & { readonly reviewId: string; readonly revision: number },
): Decided {
  const found = existing(context.state, 'accessReview', input.reviewId);
  if (!found.ok) return found;
  const weighed = weigh(context, [
    refusalOfPhase(context, gathering),
    staleFinding(context, 'accessReview', found.value, input.revision),
    ...reviewFindings(context, input),
  ]);
  if (!weighed.ok) return weighed;
  const { title, asOf, reviewedOn, dueOn } = input;
  const ops = set(context.state, 'accessReview', input.reviewId, {
    title: title.trim(),
    asOf,
    reviewedOn,
    dueOn,
  });
  return decided([...ops, ...editOps(context.state, found.value.workpaperId), ...weighed.value]);
}

function reviewFindings(context: DecisionContext, { title, asOf }: ReviewInput): readonly (Refusal | null)[] {
  const isFuture = asOf > context.today;
  return [
    textFinding(title, 'The title'),
    isFuture
      ? rule('invalid-value', 'The as-of date lies in the future.', 'Give the day for which the lists speak.')
      : null,
  ];
}

function nextReviewRef(state: EngagementState): string {
  const numbers = all(state, 'workpaper').map(({ ref }) => Number(/^UAR-(\d+)$/.exec(ref)?.[1] ?? 0));
  return `UAR-${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}`;
}

/** Changes figures of a rule; a figure set to that of the rule is no change any more. */
export function setFigures(
  context: DecisionContext,
  input: {
    readonly reviewId: string;
    readonly revision: number;
    readonly ruleId: RuleId;
    readonly figures: Figures;
  },
): Decided {
  const found = existing(context.state, 'accessReview', input.reviewId);
  if (!found.ok) return found;
  const weighed = weigh(context, [
    refusalOfPhase(context, gathering),
    staleFinding(context, 'accessReview', found.value, input.revision),
    figureFinding(input.ruleId, input.figures),
  ]);
  if (!weighed.ok) return weighed;
  const before = figuresOfTexts(found.value.figures);
  const changed = new Map([...before, [input.ruleId, { ...before.get(input.ruleId), ...input.figures }]]);
  const ops = set(context.state, 'accessReview', input.reviewId, { figures: figureTexts(changed) });
  return decided([...ops, ...weighed.value]);
}

/** What is wrong with changed figures of a rule, or `null`. */
export function figureFinding(ruleId: RuleId, figures: Figures): Refusal | null {
  const known = ruleOf(ruleId)?.thresholds ?? [];
  for (const [name, value] of Object.entries(figures)) {
    const threshold = known.find((own) => own.name === name);
    if (threshold === undefined)
      return rule('invalid-value', `Rule ${ruleId} has no figure “${name}”.`, 'Choose a figure of the rule.');
    const { label, least, most } = threshold;
    if (!Number.isInteger(value) || value < least || value > most)
      return rule(
        'invalid-value',
        `${label}: ${String(value)} is not between ${String(least)} and ${String(most)}.`,
        'Give a whole number in these bounds.',
        { name, value },
      );
  }
  return null;
}

/** Changed figures as short texts, those that differ from their rule. */
export function figureTexts(changed: ChangedFigures): readonly string[] {
  return ruleIds.flatMap((id) =>
    (ruleOf(id)?.thresholds ?? [])
      .filter(({ name, value }) => (changed.get(id)?.[name] ?? value) !== value)
      .map(({ name, value }) => `${id}.${name}=${String(changed.get(id)?.[name] ?? value)}`),
  );
}

/** The figures that short texts say. */
export function figuresOfTexts(texts: readonly string[]): ChangedFigures {
  const changed = new Map<RuleId, Figures>();
  for (const text of texts) {
    const [, ruleText, name, value] = /^(W\d+)\.(\w+)=(\d+)$/.exec(text) ?? [];
    const id = ruleIds.find((known) => known === ruleText);
    if (id !== undefined && name !== undefined)
      changed.set(id, { ...changed.get(id), [name]: Number(value) });
  }
  return changed;
}
