import type { Row } from '../journal/entities.ts';
import { all, where, type EngagementState } from '../journal/state.ts';

/** The criteria of an engagement in their order that are in scope. */
export function criteriaInScope(state: EngagementState): readonly Row<'criterion'>[] {
  return [...all(state, 'criterion')]
    .filter((criterion) => criterion.inScope)
    .sort((a, b) => a.position - b.position);
}

/** Whether a criterion is left out with a reason and the partner's approval (gate P3). */
export function isApprovedNotRelevant(state: EngagementState, code: string): boolean {
  return where(state, 'nonRelevantCriterion', 'criterionCode', code).some(
    (entry) => !entry.withdrawn && entry.approvedBy !== null,
  );
}

/** The controls mapped to a criterion that are not retired, in the order of their codes. */
export function controlsOf(state: EngagementState, code: string): readonly Row<'control'>[] {
  return where(state, 'mapping', 'criterionCode', code)
    .filter((mapping) => !mapping.withdrawn)
    .flatMap((mapping) => state.rows.control.get(mapping.controlId) ?? [])
    .filter((control) => control.status !== 'retired')
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** The criteria that a control serves, in their order. */
export function criteriaOf(state: EngagementState, controlId: string): readonly string[] {
  const codes = where(state, 'mapping', 'controlId', controlId)
    .filter((mapping) => !mapping.withdrawn)
    .map((mapping) => mapping.criterionCode);
  return all(state, 'criterion')
    .filter((criterion) => codes.includes(criterion.code))
    .sort((a, b) => a.position - b.position)
    .map((criterion) => criterion.code);
}

/** The criterion under which a control's tests are reported: as chosen, else the first that it serves. */
export function homeCriterionOf(state: EngagementState, control: Row<'control'>): string | null {
  const codes = criteriaOf(state, control.id);
  if (control.homeCriterion !== null && codes.includes(control.homeCriterion)) return control.homeCriterion;
  return codes[0] ?? null;
}

/** Whether a subservice organization's expected controls serve the criterion. */
function isCoveredBySubservice(state: EngagementState, code: string): boolean {
  return where(state, 'complementaryControl', 'kind', 'subservice').some(
    (expected) => !expected.withdrawn && expected.criteria.includes(code),
  );
}

/** How a criterion in scope is covered. */
export type Coverage = 'control' | 'subservice' | 'notRelevant' | 'none';

/** How a criterion is covered; `none` trips gate P1. */
export function coverageOf(state: EngagementState, code: string): Coverage {
  if (controlsOf(state, code).some((control) => control.status === 'agreed')) return 'control';
  if (isApprovedNotRelevant(state, code)) return 'notRelevant';
  return isCoveredBySubservice(state, code) ? 'subservice' : 'none';
}

/** Codes of the criteria in scope that nothing covers. */
export function uncoveredCriteria(state: EngagementState): readonly string[] {
  return criteriaInScope(state)
    .map((criterion) => criterion.code)
    .filter((code) => coverageOf(state, code) === 'none');
}
