/** The controls of a report with, for Type II, what their tests found. A Type I report holds no operating result. */
import { homeCriterionOf } from '../criteria/coverage.ts';
import { engagementOf } from '../engagement/team.ts';
import type { Row } from '../journal/entities.ts';
import { all, type EngagementState } from '../journal/state.ts';
import { proceduresOf } from './build-procedures.ts';
import { buildTests } from './build-tests.ts';
import { inclusiveOrganizations } from './gates-readiness.ts';
import type { ReportControl } from './report-facts.ts';

const frequencies: Readonly<Record<Row<'control'>['frequency'], string>> = {
  annual: 'annually',
  semiannual: 'twice a year',
  quarterly: 'quarterly',
  monthly: 'monthly',
  weekly: 'weekly',
  daily: 'daily',
  multiplePerDay: 'several times a day',
  perOccurrence: 'on each occurrence',
  continuousAutomated: 'continuous',
};

/** Included subservice organizations by their names in small letters: the owner of a control may be one of them. */
const includedNames = (state: EngagementState): ReadonlyMap<string, string> =>
  new Map(inclusiveOrganizations(state).map(({ name }) => [name.trim().toLowerCase(), name]));

/**
 * The agreed controls in the order of their numbers. `operator` is the client in short; a control whose owner is an
 * included subservice organization is that organization's.
 */
export function buildControls(state: EngagementState, operator: string): readonly ReportControl[] {
  const isTypeI = engagementOf(state)?.type === 'I';
  const included = includedNames(state);
  return [...all(state, 'control')]
    .filter((control) => control.status === 'agreed')
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map((control) => ({
      id: control.code,
      title: control.title,
      text: control.text,
      nature: control.nature,
      frequency: frequencies[control.frequency],
      operator: included.get(control.owner.trim().toLowerCase()) ?? operator,
      homeCriterion: homeCriterionOf(state, control),
      tests: isTypeI ? [] : buildTests(state, control, proceduresOf(state, control.id)),
    }));
}
