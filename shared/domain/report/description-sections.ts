/** The client's description by description criteria DC1 to DC9, and whether each is answered (e.5, gate L9). */
import { err } from '../../lib/result.ts';
import { engagementOf, refusalToActAs, refusalToWork } from '../engagement/team.ts';
import { rule, type Refusal } from '../gates/refusal.ts';
import { decided, type Decided, type DecisionContext } from '../journal/decision.ts';
import type { FieldsOf, Row } from '../journal/entities.ts';
import { add, set } from '../journal/ops.ts';
import { staleness } from '../journal/row-decisions.ts';
import { all, type EngagementState } from '../journal/state.ts';
import { isApprovedNotRelevant } from '../criteria/coverage.ts';

/** The description criteria, with what each is about in a few words. */
export const descriptionCriteria = [
  { code: 'DC1', title: 'Types of services' },
  { code: 'DC2', title: 'Principal commitments and system requirements' },
  { code: 'DC3', title: 'Components of the system' },
  { code: 'DC4', title: 'Incidents' },
  { code: 'DC5', title: 'Applicable criteria and controls' },
  { code: 'DC6', title: 'Complementary controls of user entities' },
  { code: 'DC7', title: 'Subservice organizations' },
  { code: 'DC8', title: 'Criteria that are not relevant' },
  { code: 'DC9', title: 'Changes in the period' },
] as const;

/** Code of a description criterion. */
export type DescriptionCode = (typeof descriptionCriteria)[number]['code'];

/** Criteria of which "nothing to report" is an answer. */
const mayBeNone: readonly string[] = ['DC4', 'DC6', 'DC7', 'DC8', 'DC9'];

/** The client's text of a part, and whether there is nothing to report. */
export interface DescriptionText {
  readonly text: string;
  readonly noneToReport: boolean;
}

/** Records the client's text of a part of the description. */
export function describeSystem(
  context: DecisionContext,
  code: DescriptionCode,
  revision: number | null,
  values: DescriptionText,
): Decided {
  const refusal = refusalToWork(context) ?? refusalOfNone(code, values);
  if (refusal !== null) return err(refusal);
  return saveSection(context, code, revision, values);
}

function refusalOfNone(code: DescriptionCode, { noneToReport, text }: DescriptionText): Refusal | null {
  if (noneToReport && !mayBeNone.includes(code))
    return rule('invalid-value', `${code} always has something to say.`, 'Write the text.', { code });
  return noneToReport && text.trim() !== ''
    ? rule(
        'invalid-value',
        `${code} has a text and says that there is nothing to report.`,
        'Keep one of them.',
        { code },
      )
    : null;
}

/** Records the auditor's finding on a part: misstated, with what is wrong, or not. A manager or above. */
export function assessSection(
  context: DecisionContext,
  code: DescriptionCode,
  revision: number | null,
  values: { readonly misstated: boolean; readonly misstatement: string },
): Decided {
  const refusal = refusalToActAs(context, 'manager');
  if (refusal !== null) return err(refusal);
  if (values.misstated && values.misstatement.trim().length < 20)
    return err(
      rule('invalid-value', 'What is misstated is not said.', 'Write at least 20 characters.', { code }),
    );
  return saveSection(context, code, revision, values);
}

function saveSection(
  context: DecisionContext,
  code: DescriptionCode,
  revision: number | null,
  values: Partial<FieldsOf<'descriptionSection'>>,
): Decided {
  const known = sectionOf(context.state, code);
  if (known !== undefined) {
    const stale = staleness(context, 'descriptionSection', { id: known.id, revision });
    return stale === null ? decided(set(context.state, 'descriptionSection', known.id, values)) : err(stale);
  }
  const empty = { text: '', noneToReport: false, misstated: false, misstatement: '' };
  return decided([add('descriptionSection', context.newId(), { ...empty, ...values, code })]);
}

/** The row of a part, if it was written. */
export const sectionOf = (state: EngagementState, code: string): Row<'descriptionSection'> | undefined =>
  all(state, 'descriptionSection').find((section) => section.code === code);

/** The parts that a report of this engagement has: DC9 belongs to Type II. */
export function applicableSections(state: EngagementState): readonly (typeof descriptionCriteria)[number][] {
  const isTypeI = engagementOf(state)?.type === 'I';
  return descriptionCriteria.filter(({ code }) => !(isTypeI && code === 'DC9'));
}

/** The parts that are not answered (gate L9): no text, no "nothing to report", and nothing in the scope that answers. */
export function unansweredSections(state: EngagementState): readonly DescriptionCode[] {
  return applicableSections(state)
    .map(({ code }) => code)
    .filter((code) => !isAnswered(state, code));
}

/** Whether a part is answered. */
export function isAnswered(state: EngagementState, code: DescriptionCode): boolean {
  const section = sectionOf(state, code);
  if (section !== undefined && (section.text.trim() !== '' || section.noneToReport)) return true;
  return answeredByScope[code]?.(state) ?? false;
}

/** Parts that the scope and the controls answer, because the report prints them from there. */
const answeredByScope: Partial<Record<DescriptionCode, (state: EngagementState) => boolean>> = {
  DC2: (state) => all(state, 'commitment').some((row) => !row.withdrawn),
  DC5: (state) => all(state, 'control').some((row) => row.status === 'agreed'),
  DC6: (state) => all(state, 'complementaryControl').some((row) => row.kind === 'user' && !row.withdrawn),
  DC7: (state) => all(state, 'subserviceOrganization').some((row) => !row.withdrawn),
  DC8: (state) =>
    all(state, 'nonRelevantCriterion').some((row) => isApprovedNotRelevant(state, row.criterionCode)),
};
