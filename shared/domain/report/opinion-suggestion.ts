/** What the record suggests for the opinion, part by part. The partner decides. Source: reference work, e.4. */
import { engagementOf } from '../engagement/team.ts';
import type { FieldsOf, Row } from '../journal/entities.ts';
import { all, type EngagementState } from '../journal/state.ts';
import { conclusionsInScope } from '../criteria/conclusion.ts';

/** How a part of the opinion reads. */
export type PartOpinion = FieldsOf<'opinion'>['description'];
/** The parts (a), (b) and (c). */
export type OpinionPart = 'description' | 'design' | 'operation';

/** What the partner answers before the parts are decided: questions 1 and 5. */
export interface WizardAnswers {
  readonly evidenceMissing: boolean;
  readonly pervasive: boolean;
}

/** The facts on record that the questions ask about. */
export interface OpinionGrounds {
  /** Question 1: criteria that could not be assessed. */
  readonly notAssessable: readonly string[];
  /** Question 2: description criteria (DC) that are misstated. */
  readonly misstated: readonly string[];
  /** Question 3: criteria that are not met by design. */
  readonly failedByDesign: readonly string[];
  /** Question 4: criteria that are not met by operation; empty for Type I. */
  readonly failedByOperation: readonly string[];
  /** Question 5: whether the failures look pervasive; a suggestion only. */
  readonly looksPervasive: boolean;
  readonly type: 'I' | 'II';
}

/** Criteria of which each, failing together with the control environment, suggests a pervasive effect [P]. */
const pillars = ['CC6.1', 'CC7.2', 'CC8.1'];
/** So many failed criteria suggest a pervasive effect [P]. */
const manyCriteria = 5;

/** What the conclusions and the description say for the opinion. */
export function groundsOf(state: EngagementState): OpinionGrounds {
  const conclusions = conclusionsInScope(state);
  const codes = (rows: readonly Row<'conclusion'>[]): readonly string[] =>
    rows.map((row) => row.criterionCode);
  const type = engagementOf(state)?.type ?? 'II';
  const failed = conclusions.filter((row) => row.result === 'notMet');
  const failedCodes = codes(failed);
  return {
    notAssessable: codes(conclusions.filter((row) => row.result === 'notAssessable')),
    misstated: all(state, 'descriptionSection')
      .filter((section) => section.misstated)
      .map((section) => section.code)
      .sort(),
    failedByDesign: codes(failed.filter((row) => row.failedBy !== 'operation')),
    failedByOperation: type === 'I' ? [] : codes(failed.filter((row) => row.failedBy === 'operation')),
    looksPervasive:
      failedCodes.length >= manyCriteria ||
      (pillars.some((code) => failedCodes.includes(code)) &&
        failedCodes.some((code) => code.startsWith('CC1.'))),
    type,
  };
}

/** The parts on which a report speaks. */
export const partsOf = (type: 'I' | 'II'): readonly OpinionPart[] =>
  type === 'I' ? ['description', 'design'] : ['description', 'design', 'operation'];

/** The criteria for which a part falls short. A failure of design is one of operation too (e.4). */
export function failuresOf(grounds: OpinionGrounds, part: OpinionPart): readonly string[] {
  if (part === 'description') return grounds.misstated;
  if (part === 'design') return grounds.failedByDesign;
  return [...grounds.failedByDesign, ...grounds.failedByOperation];
}

/** Whether evidence for a part could not be had: what the partner says, and the criteria of (b) and (c) without it. */
export function lacksEvidence(
  grounds: OpinionGrounds,
  part: OpinionPart,
  answers: Pick<WizardAnswers, 'evidenceMissing'>,
): boolean {
  const isOfCriteria = grounds.notAssessable.length > 0;
  if (part === 'description') return answers.evidenceMissing && !isOfCriteria;
  return answers.evidenceMissing || isOfCriteria;
}

/** The suggested result of each part. */
export function suggestOpinion(
  grounds: OpinionGrounds,
  answers: WizardAnswers,
): Readonly<Record<OpinionPart, PartOpinion>> {
  const suggest = (part: OpinionPart): PartOpinion => {
    const hasFailed = failuresOf(grounds, part).length > 0;
    const isOpen = lacksEvidence(grounds, part, answers);
    if (!hasFailed && !isOpen) return 'unmodified';
    if (!answers.pervasive) return 'qualified';
    return isOpen ? 'disclaimer' : 'adverse';
  };
  return { description: suggest('description'), design: suggest('design'), operation: suggest('operation') };
}

const severity: readonly PartOpinion[] = ['unmodified', 'qualified', 'adverse', 'disclaimer'];

/** The label of the whole opinion: the worst of its parts. */
export const worstOf = (parts: readonly PartOpinion[]): PartOpinion =>
  parts.reduce(
    (worst, part) => (severity.indexOf(part) > severity.indexOf(worst) ? part : worst),
    'unmodified',
  );
