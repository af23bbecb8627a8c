/** The arrangement of Section IV: one home for every control, and deviations numbered in that order. */
import type { ReportControl, ReportCriterion, ReportFacts, ReportTest } from './report-facts.ts';

/** A test with deviations and its number. */
export type NumberedDeviation = {
  /** D01, D02, … in the order of Section IV. */
  readonly number: string;
  readonly control: ReportControl;
  readonly test: ReportTest;
  readonly outcome: Extract<ReportTest['outcome'], { kind: 'deviations' }>;
  readonly homeCriterion: string;
};

/** Criteria that are in scope and not declared irrelevant. */
export const relevantCriteria = (facts: ReportFacts): readonly ReportCriterion[] =>
  facts.criteria.filter((criterion) => criterion.notRelevant === null);

/**
 * The criterion under which each control is tested, by control.
 *
 * The stored choice when the control is mapped to it, else the first criterion of Section IV that lists the control. A
 * control that no relevant criterion lists has no home and is not printed.
 */
export function homeCriteria(facts: ReportFacts): ReadonlyMap<string, string> {
  const chosen = new Map(facts.controls.map((control) => [control.id, control.homeCriterion]));
  const homes = new Map<string, string>();
  for (const criterion of relevantCriteria(facts)) {
    for (const id of criterion.controls) {
      if (!homes.has(id) || chosen.get(id) === criterion.id) homes.set(id, criterion.id);
    }
  }
  return homes;
}

/** Controls in the order in which Section IV prints their home rows, with the home of each. */
export function controlsInOrder(
  facts: ReportFacts,
): readonly { readonly control: ReportControl; readonly homeCriterion: string }[] {
  const homes = homeCriteria(facts);
  const byId = new Map(facts.controls.map((control) => [control.id, control]));
  return relevantCriteria(facts).flatMap((criterion) =>
    criterion.controls.flatMap((id) => {
      const control = byId.get(id);
      return control !== undefined && homes.get(id) === criterion.id
        ? [{ control, homeCriterion: criterion.id }]
        : [];
    }),
  );
}

/** Tests with deviations in the order of Section IV, one number per test. Empty for Type I. */
export function numberedDeviations(facts: ReportFacts): readonly NumberedDeviation[] {
  if (facts.span.type === 'I') return [];
  return controlsInOrder(facts)
    .flatMap(({ control, homeCriterion }) =>
      control.tests.flatMap((test) =>
        test.outcome.kind === 'deviations' ? [{ control, test, outcome: test.outcome, homeCriterion }] : [],
      ),
    )
    .map((deviation, index) => ({ ...deviation, number: `D${String(index + 1).padStart(2, '0')}` }));
}
