/** The opinion of a report by part, with the matters behind a modified one. Source: reference work, e.4. */
import { conclusionOf } from '../criteria/conclusion.ts';
import { controlsOf } from '../criteria/coverage.ts';
import type { Row } from '../journal/entities.ts';
import type { EngagementState } from '../journal/state.ts';
import { sentence } from './build-sentence.ts';
import { sectionOf } from './description-sections.ts';
import { opinionOf } from './opinion-decision.ts';
import {
  failuresOf,
  groundsOf,
  partsOf,
  suggestOpinion,
  type OpinionGrounds,
  type OpinionPart,
  type PartOpinion,
} from './opinion-suggestion.ts';
import type { BasisMatter, PartResult, ReportControl, ReportOpinion } from './report-facts.ts';

/** The opinion as decided; before the partner's decision a draft shows what the record suggests. */
export function buildOpinion(state: EngagementState, controls: readonly ReportControl[]): ReportOpinion {
  const grounds = groundsOf(state);
  const decided = opinionOf(state);
  const results = decided ?? suggestOpinion(grounds, { evidenceMissing: false, pervasive: false });
  const part = (name: OpinionPart): PartResult => {
    const result: PartOpinion = results[name] ?? 'unmodified';
    const unassessed = name === 'description' ? [] : grounds.notAssessable;
    return { result, criteria: result === 'unmodified' ? [] : [...failuresOf(grounds, name), ...unassessed] };
  };
  const opinion = {
    description: part('description'),
    design: part('design'),
    operation: grounds.type === 'I' ? null : part('operation'),
  };
  const isModified = Object.values(opinion).some((one) => one !== null && one.result !== 'unmodified');
  return { ...opinion, basis: isModified ? mattersOf(state, grounds, decided, controls) : [] };
}

/** Criteria that are not met, misstatements, and evidence that could not be had; the partner's basis opens the first. */
function mattersOf(
  state: EngagementState,
  grounds: OpinionGrounds,
  decided: Row<'opinion'> | undefined,
  controls: readonly ReportControl[],
): readonly BasisMatter[] {
  const matters = [
    ...criteriaMatters(state, grounds, controls),
    ...misstatementMatters(state, grounds),
    ...evidenceMatters(grounds, decided),
  ];
  const basis = sentence(decided?.basis ?? '');
  return matters.map((matter, index) =>
    index === 0 && basis !== '' ? { ...matter, statement: basis } : matter,
  );
}

function criteriaMatters(
  state: EngagementState,
  grounds: OpinionGrounds,
  controls: readonly ReportControl[],
): readonly BasisMatter[] {
  const span = grounds.type === 'I' ? 'as of the date' : 'throughout the period';
  const matter = (
    codes: readonly string[],
    parts: BasisMatter['parts'],
    failed: string,
  ): readonly BasisMatter[] =>
    codes.length === 0
      ? []
      : [
          {
            parts,
            criteria: codes,
            tests: deviatingTests(state, codes, controls),
            statement: codes.map((code) => sentence(conclusionOf(state, code)?.rationale ?? '')).join(' '),
            effect: `The controls ${failed} ${span} to give reasonable assurance that ${criteriaWords(codes)} met.`,
          },
        ];
  const designParts: BasisMatter['parts'] = grounds.type === 'I' ? ['design'] : ['design', 'operation'];
  return [
    ...matter(grounds.failedByDesign, designParts, 'were not suitably designed'),
    ...matter(grounds.failedByOperation, ['operation'], 'did not operate effectively'),
  ];
}

const criteriaWords = (codes: readonly string[]): string =>
  codes.length === 1
    ? `criterion ${codes.join('')} was`
    : `criteria ${codes.slice(0, -1).join(', ')} and ${codes.at(-1) ?? ''} were`;

/** The tests with deviations of the controls mapped to criteria. */
function deviatingTests(
  state: EngagementState,
  codes: readonly string[],
  controls: readonly ReportControl[],
): readonly string[] {
  const mapped = new Set(codes.flatMap((code) => controlsOf(state, code).map((control) => control.code)));
  return controls
    .filter((control) => mapped.has(control.id))
    .flatMap((control) => control.tests)
    .filter((test) => test.outcome.kind === 'deviations')
    .map((test) => test.id);
}

function misstatementMatters(state: EngagementState, grounds: OpinionGrounds): readonly BasisMatter[] {
  if (grounds.misstated.length === 0) return [];
  const texts = grounds.misstated.map((code) => sentence(sectionOf(state, code)?.misstatement ?? ''));
  return [
    {
      parts: ['description'],
      criteria: [],
      tests: [],
      statement: texts.join(' '),
      effect: `In this respect the description is not presented in accordance with the description criteria (${grounds.misstated.join(', ')}).`,
    },
  ];
}

function evidenceMatters(
  grounds: OpinionGrounds,
  decided: Row<'opinion'> | undefined,
): readonly BasisMatter[] {
  const isMissing = decided?.evidenceMissing === true;
  if (!isMissing && grounds.notAssessable.length === 0) return [];
  return [
    {
      parts: partsOf(grounds.type).filter(
        (part) => part !== 'description' || grounds.notAssessable.length === 0,
      ),
      criteria: grounds.notAssessable,
      tests: [],
      statement:
        sentence(decided?.evidenceMissingText ?? '') || 'Evidence that we asked for was not available.',
      effect: 'We could not obtain sufficient appropriate evidence on this matter by other procedures.',
    },
  ];
}
