/** What the slots of the wording are filled with from the facts of one report. */
import { NBSP, categoriesInSentence, listed, opinionName, spanClause, spanInFull } from './report-words.ts';
import type { OpinionResult, PartResult, ReportFacts } from './report-facts.ts';
import type { Slots } from './report-wording.ts';

/** The parts of an opinion in their order, with the letter that each carries. */
export const OPINION_PARTS = ['description', 'design', 'operation'] as const;

/** The name of a part of the opinion. */
export type OpinionPartName = (typeof OPINION_PARTS)[number];

/** One part of the opinion with its name and letter. */
export type NamedPart = PartResult & { readonly part: OpinionPartName; readonly letter: string };

const SEVERITY: Readonly<Record<OpinionResult, number>> = {
  unmodified: 0,
  qualified: 1,
  adverse: 2,
  disclaimer: 3,
};

/** The parts on which the report speaks: two for Type I, three for Type II. */
export function opinionParts(facts: ReportFacts): readonly NamedPart[] {
  return OPINION_PARTS.flatMap((part, index) => {
    const result = part === 'operation' && facts.span.type === 'I' ? null : facts.opinion[part];
    return result === null ? [] : [{ ...result, part, letter: `(${'abc'.charAt(index)})` }];
  });
}

/** The label of the whole opinion is the worst of its parts. Source: reference work, e.4. */
export function overallOpinion(facts: ReportFacts): OpinionResult {
  return opinionParts(facts).reduce<OpinionResult>(
    (worst, part) => (SEVERITY[part.result] > SEVERITY[worst] ? part.result : worst),
    'unmodified',
  );
}

/** "part (c)" or "parts (b) and (c)". */
export function partsInWords(parts: readonly NamedPart[]): string {
  const letters = parts.map((part) => part.letter);
  return `${letters.length === 1 ? 'part' : 'parts'}${NBSP}${listed(letters)}`;
}

/** Subservice organizations whose controls are left out. */
export const carvedOut = (facts: ReportFacts): ReportFacts['subserviceOrganizations'] =>
  facts.subserviceOrganizations.filter((organization) => organization.method === 'carveOut');

/** Subservice organizations whose controls are examined in the same report. */
export const included = (facts: ReportFacts): ReportFacts['subserviceOrganizations'] =>
  facts.subserviceOrganizations.filter((organization) => organization.method === 'inclusive');

/** Slots that every text of the wording may use. */
export function commonSlots(facts: ReportFacts): Slots {
  return {
    client: facts.client.legalName,
    short: facts.client.shortName,
    system: facts.systemName,
    firm: facts.firm.name,
    span: spanClause(facts.span, facts.region),
    spanShort:
      facts.span.type === 'I'
        ? spanClause(facts.span, facts.region)
        : `in the period ${spanInFull(facts.span, facts.region)}`,
    categories: categoriesInSentence(facts.categories),
    dc: facts.standards.descriptionCriteria.replaceAll(' ', NBSP),
    tsc: facts.standards.trustServicesCriteria.replaceAll(' ', NBSP),
    setter: facts.standards.standardSetter,
    designCondition: designCondition(facts),
    operationCondition: operationCondition(facts),
  };
}

/** Slots of the opinion wording: the label of the whole opinion. */
export const opinionLabel = (facts: ReportFacts): string => opinionName(overallOpinion(facts));

/** The condition of part (b): "would be achieved if" the assumed controls operated. Only the kinds that exist. */
function designCondition(facts: ReportFacts): string {
  const who = complementaryParties(facts);
  return who.length === 0
    ? ''
    : ` and if ${listed(who)} operated the complementary controls assumed in the design`;
}

/** The condition of part (c): "were achieved if" the assumed controls operated. */
function operationCondition(facts: ReportFacts): string {
  const who = complementaryParties(facts).map((party) => `of ${party}`);
  if (who.length === 0) return '';
  return `, if the complementary controls ${listed(who)} assumed in the design operated effectively throughout that period`;
}

function complementaryParties(facts: ReportFacts): readonly string[] {
  const organizations = carvedOut(facts).length;
  return [
    ...(organizations === 0
      ? []
      : [organizations === 1 ? 'the subservice organization' : 'the subservice organizations']),
    ...(facts.userEntityControls.length === 0 ? [] : ['the user entities']),
  ];
}
