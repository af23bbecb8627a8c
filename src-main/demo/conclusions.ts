import type { Company } from './company.ts';
import type { SampleControl, SampleCriterionConclusion, SampleTest } from './sample-inputs.ts';

/** Concludes each criterion from the tests of the controls mapped to it. */
export function concludeCriteria(
  company: Company,
  criteria: readonly string[],
  controls: readonly SampleControl[],
  tests: readonly SampleTest[],
): readonly SampleCriterionConclusion[] {
  return criteria.map((criterionId) => {
    const mapped = controls
      .filter((control) => control.criteria.some(({ id }) => id === criterionId))
      .map(({ id }) => id);
    const deviating = tests.filter((test) => mapped.includes(test.controlId) && test.deviations.length > 0);
    return {
      criterionId,
      result: deviating.length === 0 ? 'met' : 'metWithDeviations',
      rationale: rationaleOf(mapped, deviating),
      reliesOnCuec: company.cuecs.some((cuec) => cuec.criteria.includes(criterionId)),
      reliesOnCsoc: company.subservice.some((host) => host.criteria.includes(criterionId)),
    };
  });
}

function rationaleOf(mapped: readonly string[], deviating: readonly SampleTest[]): string {
  const opening = `Controls ${mapped.join(', ')} are suitably designed and were tested.`;
  if (deviating.length === 0) return `${opening} No deviations noted.`;
  return [opening, ...deviating.map((test) => `${test.controlId}: ${test.conclusionText}`)].join(' ');
}
