/** The controls of a report with, for Type II, what their tests found. A Type I report holds no operating result. */
import { homeCriterionOf } from '../criteria/coverage.ts';
import { engagementOf } from '../engagement/team.ts';
import type { Row } from '../journal/entities.ts';
import { all, where, type EngagementState } from '../journal/state.ts';
import { sentence } from './build-sentence.ts';
import { buildTests } from './build-tests.ts';
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

/** The agreed controls in the order of their numbers. */
export function buildControls(state: EngagementState, operator: string): readonly ReportControl[] {
  const isTypeI = engagementOf(state)?.type === 'I';
  return [...all(state, 'control')]
    .filter((control) => control.status === 'agreed')
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map((control) => ({
      id: control.code,
      title: control.title,
      text: control.text,
      nature: control.nature,
      frequency: frequencies[control.frequency],
      operator,
      homeCriterion: homeCriterionOf(state, control),
      tests: isTypeI ? [] : buildTests(state, control, designProcedures(state, control.id)),
    }));
}

/** What was done to test the design, as sentences: the procedures of the design workpaper in their order. */
function designProcedures(state: EngagementState, controlId: string): string {
  const papers = where(state, 'workpaper', 'controlId', controlId);
  return papers
    .flatMap((paper) => where(state, 'procedure', 'workpaperId', paper.id))
    .filter((procedure) => !procedure.withdrawn)
    .map((procedure) => sentence(procedure.text))
    .join(' ');
}
