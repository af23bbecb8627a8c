/** The partner's opinion. Gate L8: it never contradicts what is on record. Source: reference work, e.4. */
import { err } from '../../lib/result.ts';
import { refusalOfReadiness, refusalToActAs } from '../engagement/team.ts';
import { gate, rule, together, type Refusal } from '../gates/refusal.ts';
import { decidedWith, type Decided, type DecisionContext } from '../journal/decision.ts';
import type { FieldsOf, Row } from '../journal/entities.ts';
import { add, set } from '../journal/ops.ts';
import { all, type EngagementState } from '../journal/state.ts';
import {
  failuresOf,
  groundsOf,
  lacksEvidence,
  partsOf,
  type OpinionGrounds,
  type OpinionPart,
  type PartOpinion,
} from './opinion-suggestion.ts';

/** An opinion as the partner gives it. */
export type OpinionInput = Omit<FieldsOf<'opinion'>, 'decidedBy' | 'decidedAt'>;

/** Fewest characters of a basis or rationale. */
const shortestText = 20;

/** Decides the opinion: the engagement partner only, without contradiction (gate L8). A later decision replaces it. */
export function decideOpinion(context: DecisionContext, input: OpinionInput): Decided<{ id: string }> {
  const { state } = context;
  const refusal =
    refusalToActAs(context, 'partner') ?? refusalOfReadiness(state) ?? refusalOfInput(state, input);
  if (refusal !== null) return err(refusal);
  const contradiction = together(gateL8(state, input));
  if (contradiction !== null) return err(contradiction);
  const values = { ...input, decidedBy: context.actorId, decidedAt: context.at };
  const known = opinionOf(state);
  const id = known?.id ?? context.newId();
  const ops = known === undefined ? [add('opinion', id, values)] : set(state, 'opinion', id, values);
  return decidedWith(ops, { id });
}

/** The opinion on record, if the partner has decided one. */
export const opinionOf = (state: EngagementState): Row<'opinion'> | undefined => all(state, 'opinion')[0];

function refusalOfInput(state: EngagementState, input: OpinionInput): Refusal | null {
  const grounds = groundsOf(state);
  const refuse = (message: string, field: string): Refusal =>
    rule('invalid-value', message, `Write at least ${String(shortestText)} characters.`, { field });
  const isShort = (text: string): boolean => text.trim().length < shortestText;
  if ((grounds.type === 'I') !== (input.operation === null))
    return rule(
      'invalid-value',
      'Part (c) on operation belongs to a Type II report only.',
      'Decide the parts that the report has.',
    );
  if (input.evidenceMissing && isShort(input.evidenceMissingText))
    return refuse('What evidence is missing is not said.', 'evidenceMissingText');
  const isModified = resultsOf(grounds, input).some(([, result]) => result !== 'unmodified');
  if (isModified && isShort(input.basis)) return refuse('The basis for the opinion is missing.', 'basis');
  return isModified && isShort(input.pervasiveRationale)
    ? refuse('The rationale on how far the matter reaches is missing.', 'pervasiveRationale')
    : null;
}

function resultsOf(
  grounds: OpinionGrounds,
  opinion: Pick<OpinionInput, OpinionPart>,
): readonly (readonly [OpinionPart, PartOpinion])[] {
  return partsOf(grounds.type).map((part) => [part, opinion[part] ?? 'unmodified']);
}

const partNames: Readonly<Record<OpinionPart, string>> = {
  description: '(a) on the description',
  design: '(b) on design',
  operation: '(c) on operation',
};

/**
 * L8: each part agrees with what is on record. A part with a failure, or without evidence, is not unmodified; a modified
 * part has something behind it; adverse and disclaimer are for what is pervasive; a disclaimer is for missing evidence,
 * an adverse opinion for a failure.
 */
export function gateL8(state: EngagementState, opinion: OpinionInput): readonly Refusal[] {
  const grounds = groundsOf(state);
  const parts = resultsOf(grounds, opinion);
  const isStrong = parts.some(([, result]) => result === 'adverse' || result === 'disclaimer');
  return [
    ...parts.flatMap(([part, result]) => contradictionOf(grounds, opinion, part, result)),
    ...(opinion.pervasive && !isStrong
      ? [worded('A pervasive matter needs an adverse opinion or a disclaimer.')]
      : []),
    ...eventContradiction(state, parts),
  ];
}

function contradictionOf(
  grounds: OpinionGrounds,
  opinion: OpinionInput,
  part: OpinionPart,
  result: PartOpinion,
): readonly Refusal[] {
  const failures = failuresOf(grounds, part);
  const isOpen = lacksEvidence(grounds, part, opinion);
  if (result === 'unmodified') return unmodifiedContradiction(failures, isOpen, part);
  if (failures.length === 0 && !isOpen)
    return [worded(`Nothing on record supports a modified part ${partNames[part]}.`)];
  if (result === 'qualified') return [];
  if (!opinion.pervasive)
    return [worded(`Part ${partNames[part]} is ${nameOf(result)}, but the matter is not pervasive.`)];
  if (result === 'adverse' && failures.length === 0)
    return [
      worded(
        `Part ${partNames[part]} lacks evidence; that leads to a disclaimer, not to an adverse opinion.`,
      ),
    ];
  return result === 'disclaimer' && !isOpen
    ? [worded(`No evidence is missing for part ${partNames[part]}, so the opinion is not disclaimed.`)]
    : [];
}

function unmodifiedContradiction(
  failures: readonly string[],
  isOpen: boolean,
  part: OpinionPart,
): readonly Refusal[] {
  const [first, ...rest] = failures;
  if (first === undefined)
    return isOpen ? [worded(`Evidence is missing, so part ${partNames[part]} cannot be unmodified.`)] : [];
  const single = gate('L8', { criterion: first });
  if (part === 'description')
    return [worded(`${failures.join(', ')} is misstated, so part (a) cannot be unmodified.`)];
  if (rest.length === 0) return [single];
  return [
    {
      ...single,
      message: `${failures.join(', ')} are not met, so the opinion cannot be unmodified.`,
      facts: { criteria: failures },
    },
  ];
}

/** An event after the period that modifies the opinion leaves no part-free opinion. */
function eventContradiction(
  state: EngagementState,
  parts: readonly (readonly [OpinionPart, PartOpinion])[],
): readonly Refusal[] {
  const event = all(state, 'subsequentEvent').find((row) => !row.withdrawn && row.effect === 'modify');
  const isUnmodified = parts.every(([, result]) => result === 'unmodified');
  if (event === undefined || !isUnmodified) return [];
  const target = { entity: 'subsequentEvent' as const, id: event.id };
  return [{ ...worded('A subsequent event modifies the opinion, so it cannot be unmodified.'), target }];
}

const worded = (message: string): Refusal => ({ ...gate('L8', { criterion: '' }), message });

const nameOf = (result: PartOpinion): string => (result === 'disclaimer' ? 'disclaimed' : result);
