import type { controlContract, ControlView } from '../../shared/contract/control.ts';
import type { OutputOf } from '../../shared/contract/procedure.ts';
import { missingFromControl } from '../../shared/domain/control/control-text.ts';
import { designGates } from '../../shared/domain/control/design-test.ts';
import { criteriaOf } from '../../shared/domain/criteria/coverage.ts';
import { initialsOf } from '../../shared/domain/engagement/team.ts';
import type { Refusal } from '../../shared/domain/gates/refusal.ts';
import type { Row } from '../../shared/domain/journal/entities.ts';
import { notFound } from '../../shared/domain/journal/row-decisions.ts';
import { all, find, where, type EngagementState } from '../../shared/domain/journal/state.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import { finding } from './planning-views.ts';

/** The controls in the order of their numbers. */
export function controlViews(state: EngagementState): ControlView[] {
  return [...all(state, 'control')]
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map((control) => viewOf(state, control));
}

function viewOf(state: EngagementState, control: Row<'control'>): ControlView {
  const { id, revision, code, title, text, owner, ownerTitle, nature, type, frequency, risk, status } =
    control;
  const { startDate, endDate, homeCriterion, libraryId, libraryOrigin, libraryVersion } = control;
  const [paper] = where(state, 'workpaper', 'controlId', id);
  return {
    ...{ id, revision, code, title, text, owner, ownerTitle, nature, type, frequency, risk, status },
    ...{ startDate, endDate, homeCriterion, libraryId, libraryOrigin, libraryVersion },
    criteria: [...criteriaOf(state, id)],
    ref: paper?.ref ?? null,
    missing: [...missingFromControl(control)],
    design: testView(state, id, 'design'),
    operating: testView(state, id, 'operating'),
  };
}

function testView(state: EngagementState, controlId: string, phase: 'design' | 'operating') {
  const test = where(state, 'test', 'controlId', controlId).find((row) => row.phase === phase);
  if (test === undefined) return null;
  const { id, workpaperId, status, conclusion } = test;
  return { testId: id, workpaperId, status, conclusion };
}

/** The design test of a control. */
export function designView(
  state: EngagementState,
  controlId: string,
  suggestedFor: (control: Row<'control'> | undefined) => readonly string[],
): Result<OutputOf<(typeof controlContract)['design.get']>, Refusal> {
  const test = where(state, 'test', 'controlId', controlId).find((row) => row.phase === 'design');
  const paper = find(state, 'workpaper', test?.workpaperId ?? null);
  if (test === undefined || paper === undefined) return err(notFound('test', controlId));
  const control = find(state, 'control', controlId);
  const steps = suggestedFor(control);
  const { id, revision, instance, status, conclusion, conclusionText } = test;
  return ok({
    ...{ testId: id, testRevision: revision, instance, status, conclusion, conclusionText },
    workpaperId: paper.id,
    ref: paper.ref,
    body: paper.body,
    suggestedSteps: [...steps],
    procedures: where(state, 'procedure', 'workpaperId', paper.id)
      .filter((procedure) => !procedure.withdrawn)
      .map((procedure) => procedureView(state, procedure)),
    evidenceCount: linksTo(state, test.id) + linksTo(state, paper.id),
    findings: designGates(state, test).map(finding),
  });
}

function procedureView(state: EngagementState, procedure: Row<'procedure'>) {
  const { id, revision, nature, text, subject, performedOn, result, performedBy } = procedure;
  return {
    ...{ id, revision, nature, text, subject, performedOn, result },
    performedBy: initialsOf(state, performedBy),
    evidenceCount: linksTo(state, id),
  };
}

const linksTo = (state: EngagementState, targetId: string): number =>
  where(state, 'evidenceLink', 'targetId', targetId).filter((link) => !link.withdrawn).length;
