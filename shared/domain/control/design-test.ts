import type { PlainDate } from '../../lib/plain-date.ts';
import { err } from '../../lib/result.ts';
import { gathering, refusalOfPhase } from '../testing/fieldwork-rules.ts';
import { gate, rule, together, type Refusal } from '../gates/refusal.ts';
import { decided, decidedWith, type Decided, type DecisionContext } from '../journal/decision.ts';
import type { FieldsOf, Row } from '../journal/entities.ts';
import { add, set } from '../journal/ops.ts';
import { editRow, notFound, type RowRef } from '../journal/row-decisions.ts';
import { find, where, type EngagementState } from '../journal/state.ts';

/** A procedure as the auditor records it: who asked, saw, read or did what, when, and what came out. */
export interface NewProcedure {
  readonly nature: FieldsOf<'procedure'>['nature'];
  readonly text: string;
  readonly subject: string;
  readonly performedOn: PlainDate;
  readonly result: string;
}

/** Adds a procedure to a workpaper, performed by the acting person. Not dated in the future. */
export function addProcedure(
  context: DecisionContext,
  workpaperId: string,
  procedure: NewProcedure,
): Decided<{ id: string }> {
  const { state } = context;
  const paper = find(state, 'workpaper', workpaperId);
  if (paper === undefined) return err(notFound('workpaper', workpaperId));
  const refusal = refusalOfPhase(context, gathering) ?? refusalOfProcedure(context, procedure);
  if (refusal !== null) return err(refusal);
  const id = context.newId();
  const row = add('procedure', id, {
    ...procedure,
    workpaperId,
    performedBy: context.actorId,
    withdrawn: false,
  });
  return decidedWith([row, ...startedOps(state, paper)], { id });
}

function refusalOfProcedure(context: DecisionContext, procedure: NewProcedure): Refusal | null {
  if (procedure.text.trim() === '')
    return rule('invalid-value', 'The procedure says nothing.', 'Say what was done.', { field: 'text' });
  if (procedure.performedOn > context.today)
    return rule(
      'invalid-value',
      'The procedure is dated in the future.',
      'Give the day on which it was done.',
      { field: 'performedOn' },
    );
  return null;
}

/** Corrects a procedure. */
export function editProcedure(
  context: DecisionContext,
  ref: RowRef,
  values: Partial<NewProcedure> & { readonly withdrawn?: boolean },
): Decided {
  return editRow(context, 'procedure', ref, values, refusalOfPhase(context, gathering));
}

/** Names the instance that was walked through (gate D2) and writes the workpaper's text. */
export function describeDesign(
  context: DecisionContext,
  testId: string,
  values: { readonly instance?: string; readonly body?: string },
): Decided {
  const { state } = context;
  const test = designTest(state, testId);
  if (test === undefined) return err(notFound('test', testId));
  const refusal = refusalOfPhase(context, gathering);
  if (refusal !== null) return err(refusal);
  const paper = find(state, 'workpaper', test.workpaperId);
  return decided([
    ...(values.instance === undefined ? [] : set(state, 'test', test.id, { instance: values.instance })),
    ...(values.body === undefined ? [] : set(state, 'workpaper', test.workpaperId, { body: values.body })),
    ...(paper === undefined ? [] : startedOps(state, paper)),
  ]);
}

/** What may be concluded on design: it holds, or it does not. */
export type DesignConclusion = 'effective' | 'notEffective';

/**
 * Concludes the design test of a control: at least one procedure other than inquiry (D1), the walked-through instance
 * named with its evidence (D2), and the reason in words.
 */
export function concludeDesign(
  context: DecisionContext,
  ref: RowRef,
  conclusion: DesignConclusion,
  text: string,
): Decided {
  const { state } = context;
  const test = designTest(state, ref.id);
  if (test === undefined) return err(notFound('test', ref.id));
  const blocked =
    refusalOfPhase(context, gathering) ?? together(designGates(state, test)) ?? refusalOfText(text);
  if (blocked !== null) return err(blocked);
  const values = {
    conclusion,
    conclusionText: text.trim(),
    status: 'concluded',
    concludedBy: context.actorId,
    concludedAt: context.at,
  } as const;
  return editRow(context, 'test', ref, values, null);
}

/** The gates D1 and D2 of a design test. */
export function designGates(state: EngagementState, test: Row<'test'>): readonly Refusal[] {
  const target = { entity: 'test' as const, id: test.id };
  const procedures = where(state, 'procedure', 'workpaperId', test.workpaperId).filter(
    (row) => !row.withdrawn,
  );
  const isCorroborated = procedures.some((procedure) => procedure.nature !== 'inquiry');
  const hasEvidence =
    hasLink(state, test.id) ||
    hasLink(state, test.workpaperId) ||
    procedures.some((procedure) => hasLink(state, procedure.id));
  return [
    ...(isCorroborated ? [] : [gate('D1', {}, target)]),
    ...(test.instance.trim() !== '' && hasEvidence ? [] : [gate('D2', {}, target)]),
  ];
}

function hasLink(state: EngagementState, targetId: string): boolean {
  return where(state, 'evidenceLink', 'targetId', targetId).some((link) => !link.withdrawn);
}

function refusalOfText(text: string): Refusal | null {
  return text.trim().length >= 10
    ? null
    : rule(
        'invalid-value',
        'The conclusion gives no reason.',
        'Say in words why the design is effective or not.',
        { field: 'text' },
      );
}

function designTest(state: EngagementState, id: string): Row<'test'> | undefined {
  const test = find(state, 'test', id);
  return test?.phase === 'design' ? test : undefined;
}

function startedOps(state: EngagementState, paper: Row<'workpaper'>) {
  const tests = where(state, 'test', 'workpaperId', paper.id).filter((test) => test.status === 'notStarted');
  return [
    ...(paper.status === 'notStarted' ? set(state, 'workpaper', paper.id, { status: 'inProgress' }) : []),
    ...tests.flatMap((test) => set(state, 'test', test.id, { status: 'inProgress' })),
  ];
}
