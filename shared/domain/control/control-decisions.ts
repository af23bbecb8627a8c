import { err } from '../../lib/result.ts';
import { criteriaOf } from '../criteria/coverage.ts';
import { engagementOf, refusalToWork } from '../engagement/team.ts';
import { gate, rule, type Refusal } from '../gates/refusal.ts';
import { decided, decidedWith, type Decided, type DecisionContext } from '../journal/decision.ts';
import type { FieldsOf, Row } from '../journal/entities.ts';
import type { Op } from '../journal/entry.ts';
import { add, set } from '../journal/ops.ts';
import { editRow, notFound, type RowRef } from '../journal/row-decisions.ts';
import { all, find, where, type EngagementState } from '../journal/state.ts';
import { missingFromControl } from './control-text.ts';

/** A control as it enters the engagement, with the criteria that it serves. */
export interface NewControl {
  readonly fields: Omit<FieldsOf<'control'>, 'status'>;
  readonly criteria: readonly string[];
}

/** Adds controls as drafts with their mappings, in one entry. Codes are unique within the engagement. */
export function addControls(
  context: DecisionContext,
  controls: readonly NewControl[],
): Decided<{ ids: string[] }> {
  const refusal = refusalToWork(context);
  if (refusal !== null) return err(refusal);
  const known = new Set(all(context.state, 'control').map((control) => control.code));
  const codes = controls.map((control) => control.fields.code);
  const repeated = codes.find((code, index) => known.has(code) || codes.indexOf(code) !== index);
  if (repeated !== undefined)
    return err(
      rule(
        'already-exists',
        `A control with the number ${repeated} exists already.`,
        'Choose another number.',
        { code: repeated },
      ),
    );
  const unknown = unknownCriteria(
    context.state,
    controls.flatMap((control) => control.criteria),
  );
  if (unknown.length > 0)
    return err(
      rule(
        'invalid-value',
        `${unknown.join(', ')} ${unknown.length === 1 ? 'is' : 'are'} not in scope.`,
        'Map the control to criteria in scope.',
        { criteria: unknown },
      ),
    );
  const made = controls.map((control) => ({ id: context.newId(), control }));
  const ops = made.flatMap(({ id, control }) => [
    add('control', id, { ...control.fields, status: 'draft' }),
    ...control.criteria.map((code) => mappingOp(context, id, code)),
  ]);
  return decidedWith(ops, { ids: made.map(({ id }) => id) });
}

/** Changes a control. A retired one rests; an agreed one returns to draft where its text changes, and is agreed again. */
export function editControl(
  context: DecisionContext,
  ref: RowRef,
  values: Partial<Omit<FieldsOf<'control'>, 'status'>>,
): Decided {
  const control = find(context.state, 'control', ref.id);
  if (control?.status === 'retired')
    return err(rule('wrong-state', `${control.code} is retired.`, 'Add a new control instead.'));
  const isReworded =
    values.text !== undefined && values.text !== control?.text && control?.status === 'agreed';
  return editRow(
    context,
    'control',
    ref,
    isReworded ? { ...values, status: 'draft' } : values,
    refusalToWork(context),
  );
}

/**
 * Agrees a control with the client (gate P4): the text is complete. The control's workpapers and tests come into being:
 * design always, operation for Type II only.
 */
export function agreeControl(context: DecisionContext, controlId: string): Decided {
  const { state } = context;
  const control = find(state, 'control', controlId);
  if (control === undefined) return err(notFound('control', controlId));
  const refusal = refusalToWork(context);
  if (refusal !== null) return err(refusal);
  if (control.status !== 'draft')
    return err(
      rule('wrong-state', `${control.code} is ${control.status} already.`, 'Only drafts are agreed.'),
    );
  const missing = missingFromControl(control);
  if (missing.length > 0)
    return err(gate('P4', { placeholders: missing }, { entity: 'control', id: control.id }));
  return decided([...set(state, 'control', control.id, { status: 'agreed' }), ...paperOps(context, control)]);
}

/**
 * Retires a control: it no longer covers criteria; its papers stay. A control whose tests found something is not retired:
 * the report would no longer tell it.
 */
export function retireControl(context: DecisionContext, ref: RowRef): Decided {
  const refusal = refusalToWork(context) ?? refusalOfFindings(context.state, ref.id, 'is not retired');
  return editRow(context, 'control', ref, { status: 'retired' }, refusal);
}

/** Why a control stays in the report: deviations stand, or it was concluded not effective. */
function refusalOfFindings(state: EngagementState, controlId: string, what: string): Refusal | null {
  const tests = where(state, 'test', 'controlId', controlId);
  const isFound = tests.some(
    (test) =>
      test.conclusion === 'notEffective' ||
      where(state, 'deviation', 'testId', test.id).some((deviation) => deviation.withdrawnReason === null),
  );
  if (!isFound) return null;
  const code = find(state, 'control', controlId)?.code ?? '';
  return rule(
    'wrong-state',
    `The tests of ${code} found something that the report tells, so it ${what}.`,
    'Conclude on the control. Another control may stand beside it.',
    { control: code },
    { entity: 'control', id: controlId },
  );
}

/** Maps a control to a criterion, or changes the role in which it serves it. */
export function mapControl(
  context: DecisionContext,
  controlId: string,
  code: string,
  role: 'primary' | 'supporting',
): Decided {
  const { state } = context;
  const refusal = refusalToWork(context);
  if (refusal !== null) return err(refusal);
  if (find(state, 'control', controlId) === undefined) return err(notFound('control', controlId));
  if (unknownCriteria(state, [code]).length > 0)
    return err(rule('invalid-value', `${code} is not in scope.`, 'Choose a criterion in scope.'));
  const known = where(state, 'mapping', 'controlId', controlId).find(
    (mapping) => mapping.criterionCode === code,
  );
  if (known !== undefined) return decided(set(state, 'mapping', known.id, { role, withdrawn: false }));
  return decided([
    add('mapping', context.newId(), { criterionCode: code, controlId, role, withdrawn: false }),
  ]);
}

/** Takes a control off a criterion. */
export function unmapControl(context: DecisionContext, controlId: string, code: string): Decided {
  const refusal = refusalToWork(context);
  if (refusal !== null) return err(refusal);
  const known = where(context.state, 'mapping', 'controlId', controlId).find(
    (mapping) => mapping.criterionCode === code,
  );
  if (known === undefined) return err(notFound('mapping', `${controlId}/${code}`));
  const isLast = criteriaOf(context.state, controlId).every((other) => other === code);
  const found = isLast ? refusalOfFindings(context.state, controlId, 'keeps its last criterion') : null;
  if (found !== null) return err(found);
  return decided(set(context.state, 'mapping', known.id, { withdrawn: true }));
}

function mappingOp(context: DecisionContext, controlId: string, code: string): Op {
  return add('mapping', context.newId(), {
    criterionCode: code,
    controlId,
    role: 'primary',
    withdrawn: false,
  });
}

function unknownCriteria(state: EngagementState, codes: readonly string[]): readonly string[] {
  const inScope = new Set(
    all(state, 'criterion')
      .filter((row) => row.inScope)
      .map((row) => row.code),
  );
  return [...new Set(codes.filter((code) => !inScope.has(code)))];
}

/** Workpapers and tests of a control that has none yet: a control agreed again keeps its papers. */
function paperOps(context: DecisionContext, control: Row<'control'>): readonly Op[] {
  const { state } = context;
  if (where(state, 'workpaper', 'controlId', control.id).length > 0) return [];
  const isTypeII = engagementOf(state)?.type === 'II';
  const ref = nextRef(state, control);
  return (isTypeII ? (['design', 'operating'] as const) : (['design'] as const)).flatMap((phase) =>
    paperAndTest(context, control, ref, phase),
  );
}

function paperAndTest(
  context: DecisionContext,
  control: Row<'control'>,
  ref: string,
  phase: 'design' | 'operating',
): readonly Op[] {
  const workpaperId = context.newId();
  return [
    add('workpaper', workpaperId, {
      ref,
      title: control.title,
      kind: phase,
      controlId: control.id,
      body: '',
      assigneeId: null,
      dueDate: null,
      status: 'notStarted',
    }),
    add('test', context.newId(), {
      controlId: control.id,
      workpaperId,
      phase,
      instance: '',
      conclusion: null,
      conclusionText: '',
      status: 'notStarted',
      managerJudgment: null,
      managerJudgmentBy: null,
      compensatingControlIds: [],
      settingHistory: null,
      reportTest: null,
      rollForward: null,
      concludedBy: null,
      concludedAt: null,
    }),
  ];
}

/** The next reference in the series of the control's first criterion: `CC6-03`. It is a label, never an identity. */
export function nextRef(state: EngagementState, control: Row<'control'>): string {
  const [code = 'GEN'] = criteriaOf(state, control.id);
  const series = code.split('.')[0] ?? code;
  const taken = all(state, 'workpaper').flatMap((paper) => {
    const match = /^(.+)-(\d+)$/.exec(paper.ref);
    return match?.[1] === series ? [Number(match[2])] : [];
  });
  return `${series}-${String(Math.max(0, ...taken) + 1).padStart(2, '0')}`;
}
