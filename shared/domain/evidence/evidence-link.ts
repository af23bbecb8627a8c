/** Tying files to what they support: several files for one target, one file for many targets. Nothing is unlinked, only withdrawn. */
import { rule, type Refusal } from '../gates/refusal.ts';
import { decided, decidedWith, weigh, type Decided, type DecisionContext } from '../journal/decision.ts';
import type { EntityName, FieldsOf, Row } from '../journal/entities.ts';
import type { AddOp } from '../journal/entry.ts';
import { add, set } from '../journal/ops.ts';
import { find, where, type EngagementState } from '../journal/state.ts';
import { refusalToWork } from '../engagement/team.ts';
import { editOps, existing } from '../testing/fieldwork-rules.ts';

/** What a file may be tied to. */
export type EvidenceTargetKind = FieldsOf<'evidenceLink'>['targetKind'];

/** A row that evidence supports. */
export interface EvidenceTarget {
  readonly kind: EvidenceTargetKind;
  readonly id: string;
}

/** The links of a target that stand. */
export function linksOf(state: EngagementState, target: EvidenceTarget): readonly Row<'evidenceLink'>[] {
  return where(state, 'evidenceLink', 'targetId', target.id).filter(
    (link) => link.targetKind === target.kind && !link.withdrawn,
  );
}

/** The files that support a target. */
export function evidenceOf(state: EngagementState, target: EvidenceTarget): readonly Row<'evidenceFile'>[] {
  const files = linksOf(state, target).map((link) => find(state, 'evidenceFile', link.evidenceId));
  return files.filter((file) => file !== undefined);
}

/** The operation that ties a file to a target, or none where it is tied already. */
export function linkOps(
  context: DecisionContext,
  evidenceId: string,
  target: EvidenceTarget,
  place = '',
): readonly AddOp[] {
  const isLinked = linksOf(context.state, target).some(
    (link) => link.evidenceId === evidenceId && link.place === place,
  );
  if (isLinked) return [];
  const fields = { evidenceId, targetKind: target.kind, targetId: target.id, place, withdrawn: false };
  return [add('evidenceLink', context.newId(), fields)];
}

/** Ties files to a target; `place` says where in the file to look (page, row, mark). */
export function linkEvidence(
  context: DecisionContext,
  input: { readonly evidenceIds: readonly string[]; readonly target: EvidenceTarget; readonly place: string },
): Decided {
  const { state } = context;
  const missing = input.evidenceIds.map((id) => existing(state, 'evidenceFile', id)).find((file) => !file.ok);
  if (missing?.ok === false) return missing;
  const paperId = paperBehind(state, input.target);
  const weighed = weigh(context, [refusalToWork(context), targetFinding(state, input.target)]);
  if (!weighed.ok) return weighed;
  const links = input.evidenceIds.flatMap((id) => linkOps(context, id, input.target, input.place));
  return decided(links.length === 0 ? [] : [...links, ...editOps(state, paperId), ...weighed.value]);
}

/** Takes a link back; the link and the file stay on record. */
export function withdrawLink(context: DecisionContext, input: { readonly linkId: string }): Decided {
  const found = existing(context.state, 'evidenceLink', input.linkId);
  if (!found.ok) return found;
  const { targetKind: kind, targetId: id } = found.value;
  const paperId = paperBehind(context.state, { kind, id });
  const weighed = weigh(context, [refusalToWork(context)]);
  if (!weighed.ok) return weighed;
  const ops = set(context.state, 'evidenceLink', input.linkId, { withdrawn: true });
  return decidedWith(
    ops.length === 0 ? [] : [...ops, ...editOps(context.state, paperId), ...weighed.value],
    null,
  );
}

/** Refuses a target that is not on record. */
export function targetFinding(state: EngagementState, target: EvidenceTarget): Refusal | null {
  // Every kind of target is named as the entity that it is.
  const entity: EntityName = target.kind;
  if (find(state, entity, target.id) !== undefined) return null;
  const facts = { kind: target.kind, id: target.id };
  return rule(
    'not-found',
    'What the evidence is to support is not on record.',
    'Load the page again.',
    facts,
  );
}

/** The workpaper to which a target belongs; `null` where it belongs to none. */
export function paperBehind(state: EngagementState, { kind, id }: EvidenceTarget): string | null {
  return papers[kind](state, id);
}

type PaperOf = (state: EngagementState, id: string) => string | null;

const none: PaperOf = () => null;

const paperOfTest: PaperOf = (state, id) => find(state, 'test', id)?.workpaperId ?? null;

const paperOfItem: PaperOf = (state, id) => {
  const item = find(state, 'sampleItem', id);
  const plan = find(state, 'samplePlan', item?.planId ?? null);
  return plan === undefined ? null : paperOfTest(state, plan.testId);
};

const papers: Readonly<Record<EvidenceTargetKind, PaperOf>> = {
  workpaper: (_state, id) => id,
  procedure: (state, id) => find(state, 'procedure', id)?.workpaperId ?? null,
  test: paperOfTest,
  deviation: (state, id) => paperOfTest(state, find(state, 'deviation', id)?.testId ?? ''),
  retest: (state, id) => {
    const deviation = find(state, 'deviation', find(state, 'retest', id)?.deviationId ?? null);
    return paperOfTest(state, deviation?.testId ?? '');
  },
  sampleItem: paperOfItem,
  attributeResult: (state, id) => paperOfItem(state, find(state, 'attributeResult', id)?.itemId ?? ''),
  ipeTest: none,
  population: none,
  letter: none,
  subsequentEvent: none,
};
