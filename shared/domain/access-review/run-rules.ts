/** Running the rules over lists that were read. The same lists, figures and matches give the same results for ever. */
import type { AccessFacts } from './access-facts.ts';
import { listDefinitionOf } from './access-list.ts';
import type { AccessRule, Figures, RuleId, RuleNeed, RuleOutcome } from './rule.ts';

/** What one rule gave. */
export interface RuleResult {
  readonly rule: AccessRule;
  readonly figures: Figures;
  /** Why the rule could not be run: lists or columns that are missing, in words; empty where it ran. */
  readonly missing: readonly string[];
  readonly outcome: RuleOutcome;
}

/** Figures that an engagement changed, by rule and name. */
export type ChangedFigures = ReadonlyMap<RuleId, Figures>;

/** Runs rules in their order. */
export function runRules(
  facts: AccessFacts,
  rules: readonly AccessRule[],
  changed: ChangedFigures,
): readonly RuleResult[] {
  return rules.map((rule) => {
    const figures = figuresOf(rule, changed);
    const missing = missingFor(rule, facts);
    const outcome = missing.length === 0 ? rule.check(facts, figures) : nothing;
    return { rule, figures, missing, outcome };
  });
}

const nothing: RuleOutcome = { population: [], notCompared: new Map(), exceptions: [] };

/** The figures that hold for a rule. */
export function figuresOf(rule: AccessRule, changed: ChangedFigures): Figures {
  const own = changed.get(rule.id) ?? {};
  return Object.fromEntries(rule.thresholds.map(({ name, value }) => [name, own[name] ?? value]));
}

/** What a rule lacks: lists that were not given, and fields that no list of the kind carries. */
export function missingFor(rule: AccessRule, { lists }: Pick<AccessFacts, 'lists'>): readonly string[] {
  return rule.needs.flatMap((need) => {
    const lacking = lackingOf(need, lists);
    const isReplaced = need.or !== undefined && lackingOf(need.or, lists).length === 0;
    return isReplaced ? [] : lacking;
  });
}

function lackingOf({ kind, fields }: RuleNeed, lists: AccessFacts['lists']): readonly string[] {
  const { title, fields: known } = listDefinitionOf(kind);
  const given = lists.filter((list) => list.kind === kind);
  if (given.length === 0) return [`the list “${title}”`];
  return fields
    .filter((field) => !given.some((list) => list.fields.has(field)))
    .map((field) => {
      const label = known.find(({ name }) => name === field)?.label ?? field;
      return `the column “${label}” of “${title}”`;
    });
}

/** How many subjects were compared. */
export const comparedCount = ({ population, notCompared }: RuleOutcome): number =>
  population.length - notCompared.size;

/** The result in one sentence, as it stands in the workpaper (reference work, section f). */
export function resultSentence(result: RuleResult, deviations: number | null): string {
  const { rule, outcome, missing } = result;
  if (missing.length > 0) return `Not run; missing: ${missing.join(', ')}.`;
  const { population, exceptions } = outcome;
  const compared = comparedCount(outcome);
  const all =
    compared === population.length
      ? `all ${counted(compared)}`
      : `${counted(compared)} of ${counted(population.length)}`;
  const found = `${counted(exceptions.length)} ${exceptions.length === 1 ? 'exception' : 'exceptions'}`;
  const judged =
    deviations === null
      ? ''
      : `, of which ${counted(deviations)} ${deviations === 1 ? 'is a deviation' : 'are deviations'}`;
  return `Compared ${all} ${rule.population}; ${found}${judged}.`;
}

const counted = (count: number): string => String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
