/** The states of a test, and what an edit does to a concluded one (b.2). */
import { rule, type Refusal } from '../gates/refusal.ts';
import { decided, weigh, type Decided, type DecisionContext } from '../journal/decision.ts';
import type { FieldsOf, Row } from '../journal/entities.ts';
import type { Op } from '../journal/entry.ts';
import { set } from '../journal/ops.ts';
import { find, type EngagementState } from '../journal/state.ts';
import {
  editOps,
  existing,
  moveFinding,
  refusalOfPhase,
  shortestExplanation,
  staleFinding,
  testing,
  textFinding,
} from './fieldwork-rules.ts';
import { refusalToActAs } from '../engagement/team.ts';
import { controlsFinding } from './deviations.ts';

/** A state of a test. */
export type TestStatus = FieldsOf<'test'>['status'];

/** `notStarted → inProgress → concluded → reviewed`; `concluded`, `reviewed` → `inProgress` on edit. */
export const testMoves: Readonly<Record<TestStatus, readonly TestStatus[]>> = {
  notStarted: ['inProgress'],
  inProgress: ['concluded'],
  concluded: ['reviewed', 'inProgress'],
  reviewed: ['inProgress'],
};

/** Refuses a move that a test does not have. */
export function testMoveFinding(from: TestStatus, to: TestStatus): Refusal | null {
  return moveFinding(testMoves, from, to, 'The test');
}

/** Takes a test and its workpaper back to work because its content changes; a conclusion no longer stands. */
export function reopenOps(state: EngagementState, test: Row<'test'>): readonly Op[] {
  const values = { status: 'inProgress', conclusion: null, concludedBy: null, concludedAt: null } as const;
  return [...set(state, 'test', test.id, values), ...editOps(state, test.workpaperId)];
}

/** Takes a concluded test back to work, with the reason on its workpaper. */
export function reopenTest(
  context: DecisionContext,
  input: { readonly testId: string; readonly revision?: number | undefined; readonly reason: string },
): Decided {
  const test = existing(context.state, 'test', input.testId);
  if (!test.ok) return test;
  const weighed = weigh(context, [
    refusalOfPhase(context, testing),
    staleFinding(context, 'test', test.value, input.revision),
    testMoveFinding(test.value.status, 'inProgress'),
    textFinding(input.reason, 'The reason', 10),
  ]);
  if (!weighed.ok) return weighed;
  const paper = find(context.state, 'workpaper', test.value.workpaperId);
  const body = `${paper?.body ?? ''}\n\nReopened ${context.today}: ${input.reason.trim()}`.trim();
  return decided([
    ...reopenOps(context.state, test.value),
    ...(paper === undefined ? [] : set(context.state, 'workpaper', paper.id, { body })),
    ...weighed.value,
  ]);
}

/** Writes how it is known that the setting of an automated control held through the period (gate T6). */
export function writeSettingHistory(
  context: DecisionContext,
  { settingHistory, ...test }: TestRef & { readonly settingHistory: string },
): Decided {
  return writeOnTest(context, test, { settingHistory }, 'The history of the setting');
}

/** Writes how the report on which a manual control relies was tested for completeness and accuracy (gate T8). */
export function writeReportTest(
  context: DecisionContext,
  { reportTest, ...test }: TestRef & { readonly reportTest: string },
): Decided {
  return writeOnTest(context, test, { reportTest }, 'The test of the report');
}

/** The roll-forward of a sample drawn in parts: what was asked and seen of changes of the control between them (gate T9B). */
export function writeRollForward(
  context: DecisionContext,
  { rollForward, ...test }: TestRef & { readonly rollForward: string },
): Decided {
  return writeOnTest(context, test, { rollForward }, 'The roll-forward');
}

/** A test as it was shown to the one who writes. */
interface TestRef {
  readonly testId: string;
  readonly revision?: number | undefined;
}

/** Writes a text on a test that is under way, or reopens it; `what` names the text where it is too short. */
function writeOnTest(
  context: DecisionContext,
  { testId, revision }: TestRef,
  text:
    { readonly settingHistory: string } | { readonly reportTest: string } | { readonly rollForward: string },
  what: string,
): Decided {
  const test = existing(context.state, 'test', testId);
  if (!test.ok) return test;
  const [words = ''] = Object.values(text);
  const weighed = weigh(context, [
    refusalOfPhase(context, testing),
    staleFinding(context, 'test', test.value, revision),
    startedFinding(test.value),
    textFinding(words, what, shortestExplanation),
  ]);
  if (!weighed.ok) return weighed;
  return decided([
    ...reopenOps(context.state, test.value),
    ...set(context.state, 'test', testId, text),
    ...weighed.value,
  ]);
}

/** The manager's written judgment on deviations of a basis that is not statistical, with the compensating controls (gate T4). */
export function writeJudgment(
  context: DecisionContext,
  input: {
    readonly testId: string;
    readonly revision?: number | undefined;
    readonly judgment: string;
    readonly compensatingControlIds: readonly string[];
  },
): Decided {
  const test = existing(context.state, 'test', input.testId);
  if (!test.ok) return test;
  const weighed = weigh(context, [
    refusalToActAs(context, 'manager'),
    refusalOfPhase(context, testing),
    staleFinding(context, 'test', test.value, input.revision),
    startedFinding(test.value),
    controlsFinding(context.state, input.compensatingControlIds),
    textFinding(input.judgment, 'The judgment', shortestExplanation),
  ]);
  if (!weighed.ok) return weighed;
  return decided([
    ...reopenOps(context.state, test.value),
    ...set(context.state, 'test', input.testId, {
      managerJudgment: input.judgment,
      managerJudgmentBy: context.actorId,
      compensatingControlIds: input.compensatingControlIds,
    }),
    ...weighed.value,
  ]);
}

/** Refuses work on a test that was not started: gates D3 and D4 stand before the start. */
export function startedFinding(test: Row<'test'>): Refusal | null {
  if (test.phase !== 'operating')
    return rule('wrong-state', 'This is not an operating test.', 'Open the operating test of the control.');
  if (test.status !== 'notStarted') return null;
  return rule(
    'wrong-state',
    'The operating test was not started.',
    'Start the test.',
    {},
    { entity: 'test', id: test.id },
  );
}
