/** Starting the operating test of a control, and its attributes. Gates D3, D4. */
import { gate, rule, type Refusal } from '../gates/refusal.ts';
import { tickmarkFinding } from './tickmark.ts';
import { nextRef } from '../control/control-decisions.ts';
import { decidedWith, decided, weigh, type Decided, type DecisionContext } from '../journal/decision.ts';
import type { Row } from '../journal/entities.ts';
import type { Op } from '../journal/entry.ts';
import { add, set } from '../journal/ops.ts';
import { where, type EngagementState } from '../journal/state.ts';
import { reopenOps } from './edit-test.ts';
import {
  editOps,
  existing,
  operatingFinding,
  refusalOfPhase,
  staleFinding,
  testing,
} from './fieldwork-rules.ts';

/** An attribute as it is tested: a column of the grid. */
export interface AttributeText {
  /** A, B, C … */
  readonly key: string;
  readonly text: string;
  /** The firm's own sign for an item without a deviation in it; empty for the usual tick. Left out, it stays as it is. */
  readonly tickmark?: string | undefined;
}

/** The attributes of a test that stand, by key. */
export function attributesOf(state: EngagementState, testId: string): readonly Row<'attribute'>[] {
  return where(state, 'attribute', 'testId', testId)
    .filter((attribute) => !attribute.withdrawn)
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Gate D3: the design of the control is concluded effective. */
export function designFinding(state: EngagementState, control: Row<'control'>): Refusal | null {
  const isEffective = where(state, 'test', 'controlId', control.id).some(
    (test) =>
      test.phase === 'design' &&
      test.conclusion === 'effective' &&
      (test.status === 'concluded' || test.status === 'reviewed'),
  );
  const target = { entity: 'control', id: control.id } as const;
  return isEffective ? null : gate('D3', { control: control.code }, target);
}

/**
 * Starts the operating test of a control whose design is concluded effective, in a Type II engagement (gates D3, D4). The
 * test that the control was given when it was agreed is taken; another is made only where `another` asks for it.
 */
export function startTest(
  context: DecisionContext,
  input: {
    readonly controlId: string;
    readonly attributes: readonly AttributeText[];
    readonly another: boolean;
  },
): Decided<{ testId: string }> {
  const control = existing(context.state, 'control', input.controlId);
  if (!control.ok) return control;
  const waiting = operatingTests(context.state, input.controlId).find((test) => test.status === 'notStarted');
  const started = operatingTests(context.state, input.controlId).length > 0 && waiting === undefined;
  const weighed = weigh(context, [
    refusalOfPhase(context, testing),
    operatingFinding(context.state),
    designFinding(context.state, control.value),
    started && !input.another ? alreadyStarted(control.value) : null,
    ...attributeFindings(input.attributes),
  ]);
  if (!weighed.ok) return weighed;
  const made = waiting === undefined ? newTestOps(context, control.value) : { testId: waiting.id, ops: [] };
  const begun =
    waiting === undefined
      ? []
      : [
          ...set(context.state, 'test', waiting.id, { status: 'inProgress' }),
          ...editOps(context.state, waiting.workpaperId),
        ];
  const attributes = input.attributes.map((attribute) => attributeOp(context, made.testId, attribute));
  return decidedWith([...made.ops, ...begun, ...attributes, ...weighed.value], { testId: made.testId });
}

/** Operating tests of a control, the oldest first. */
export function operatingTests(state: EngagementState, controlId: string): readonly Row<'test'>[] {
  return where(state, 'test', 'controlId', controlId).filter((test) => test.phase === 'operating');
}

/** A new operating test with its workpaper, under way. */
function newTestOps(
  context: DecisionContext,
  control: Row<'control'>,
): { readonly testId: string; readonly ops: readonly Op[] } {
  const [workpaperId, testId] = [context.newId(), context.newId()];
  const paper = add('workpaper', workpaperId, {
    ...{ ref: nextRef(context.state, control), title: control.title, kind: 'operating' as const },
    ...{ controlId: control.id, body: '', assigneeId: null, dueDate: null, status: 'inProgress' as const },
  });
  const test = add('test', testId, {
    ...{ controlId: control.id, workpaperId, phase: 'operating' as const, instance: '' },
    ...{ conclusion: null, conclusionText: '', status: 'inProgress' as const },
    ...{ managerJudgment: null, managerJudgmentBy: null, compensatingControlIds: [] },
    ...{ settingHistory: null, reportTest: null, rollForward: null, concludedBy: null, concludedAt: null },
  });
  return { testId, ops: [paper, test] };
}

/**
 * Sets the attributes of a test: texts are corrected, missing ones added, the others withdrawn. An attribute with a
 * recorded result is not withdrawn, because the result would vanish with it.
 */
export function setAttributes(
  context: DecisionContext,
  input: {
    readonly testId: string;
    readonly revision?: number | undefined;
    readonly attributes: readonly AttributeText[];
  },
): Decided {
  const test = existing(context.state, 'test', input.testId);
  if (!test.ok) return test;
  const present = attributesOf(context.state, input.testId);
  const wanted = new Map(input.attributes.map((attribute) => [attribute.key, attribute]));
  const dropped = present.filter((attribute) => !wanted.has(attribute.key));
  const weighed = weigh(context, [
    refusalOfPhase(context, testing),
    operatingFinding(context.state),
    staleFinding(context, 'test', test.value, input.revision),
    ...attributeFindings(input.attributes),
    ...dropped.map((attribute) => droppedFinding(context.state, attribute)),
  ]);
  if (!weighed.ok) return weighed;
  const known = new Set(present.map((attribute) => attribute.key));
  const ops = [
    ...present.flatMap((attribute) => {
      const asked = wanted.get(attribute.key);
      const tickmark = asked?.tickmark?.trim() ?? attribute.tickmark;
      const values = asked === undefined ? { withdrawn: true } : { text: asked.text, tickmark };
      return set(context.state, 'attribute', attribute.id, values);
    }),
    ...input.attributes
      .filter((attribute) => !known.has(attribute.key))
      .map((attribute) => attributeOp(context, input.testId, attribute)),
  ];
  if (ops.length === 0) return decided([]);
  return decided([...ops, ...reopenOps(context.state, test.value), ...weighed.value]);
}

function attributeOp(context: DecisionContext, testId: string, { key, text, tickmark = '' }: AttributeText) {
  const fields = { testId, key, text, tickmark: tickmark.trim(), withdrawn: false };
  return add('attribute', context.newId(), fields);
}

function attributeFindings(attributes: readonly AttributeText[]): readonly (Refusal | null)[] {
  const keys = attributes.map(({ key }) => key);
  const isEmpty = attributes.some(({ key, text }) => key.trim() === '' || text.trim() === '');
  const open = attributes.find(({ text }) => text.includes('{{'));
  return [
    attributes.length === 0
      ? rule('invalid-value', 'The test has no attribute.', 'Say what is tested on each item.')
      : null,
    new Set(keys).size === keys.length
      ? null
      : rule('invalid-value', 'Two attributes have the same key.', 'Give each attribute its own letter.'),
    isEmpty ? rule('invalid-value', 'An attribute has no key or no text.', 'Write what is tested.') : null,
    open === undefined
      ? null
      : rule('invalid-value', `Attribute ${open.key} has an open placeholder.`, 'Fill in the value.', {
          key: open.key,
        }),
    tickmarkFinding(attributes),
  ];
}

function droppedFinding(state: EngagementState, attribute: Row<'attribute'>): Refusal | null {
  const results = where(state, 'attributeResult', 'attributeId', attribute.id);
  if (!results.some((result) => result.result !== null)) return null;
  return rule(
    'wrong-state',
    `Attribute ${attribute.key} has recorded results and is not taken away.`,
    'Keep the attribute, or set its results to empty with a reason first.',
    { key: attribute.key },
    { entity: 'attribute', id: attribute.id },
  );
}

function alreadyStarted(control: Row<'control'>): Refusal {
  return rule(
    'already-exists',
    `The operating test of ${control.code} has been started.`,
    'Open the test, or start another test of this control.',
    { control: control.code },
    { entity: 'control', id: control.id },
  );
}
