import type { OutputOf } from '../../shared/contract/procedure.ts';
import type { testingContract } from '../../shared/contract/testing.ts';
import { filledAttributes, readValues } from '../../shared/domain/control/placeholders.ts';
import type { Refusal } from '../../shared/domain/gates/refusal.ts';
import { notFound } from '../../shared/domain/journal/row-decisions.ts';
import { all, find } from '../../shared/domain/journal/state.ts';
import {
  concludeTest,
  conclusionFindings,
  type OperatingConclusion,
} from '../../shared/domain/testing/conclude-test.ts';
import { evaluateDeviation, finishEvaluation } from '../../shared/domain/testing/deviations.ts';
import {
  reopenTest,
  writeJudgment,
  writeReportTest,
  writeRollForward,
  writeSettingHistory,
} from '../../shared/domain/testing/edit-test.ts';
import { addRetest } from '../../shared/domain/testing/retests.ts';
import { recordResults } from '../../shared/domain/testing/record-results.ts';
import { setAttributes, startTest, type AttributeText } from '../../shared/domain/testing/start-test.ts';
import type { RecordDays } from '../../shared/domain/testing/sample-coverage.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import type { Handlers } from './handlers.ts';
import { plainDateOf } from './inputs.ts';
import { finding } from './planning-views.ts';
import { libraryTextOf, type Libraries } from './offered-library.ts';
import { createRecordDays } from './record-days.ts';
import type { Session } from './session.ts';
import { deviationViewOf, gridOf } from './testing-views.ts';

type Testing = Handlers<typeof testingContract>;
type Part<Name extends string> = Pick<Testing, Extract<keyof Testing, `testing.${Name}`>>;
type Writing =
  | 'start'
  | 'setAttributes'
  | 'record'
  | 'writeSettingHistory'
  | 'writeReportTest'
  | 'writeRollForward'
  | 'writeJudgment';
type Deciding = 'conclude' | 'reopen' | 'evaluateDeviation' | 'finishEvaluation' | 'addRetest';

/** Operating tests: attributes, results, deviations, conclusions. */
export function createTestingService(session: Session, libraries: Libraries): Testing {
  const recordDays = createRecordDays(session);
  return {
    ...writingHandlers(session, libraries),
    ...decidingHandlers(session, recordDays),
    ...askingHandlers(session, recordDays),
  };
}

function writingHandlers(session: Session, libraries: Libraries): Part<Writing> {
  return {
    'testing.start': ({ controlId, attributes, parameters, another }) => {
      const texts =
        attributes.length > 0 ? attributes : libraryAttributes(session, libraries, { controlId, parameters });
      return session.commit('testing.start', [], (context) =>
        startTest(context, { controlId, attributes: texts, another }),
      );
    },
    'testing.setAttributes': ({ reasons, ...input }) =>
      session.commit('testing.setAttributes', reasons, (context) => setAttributes(context, input)),
    'testing.record': ({ reasons, testedOn, ...input }) =>
      session.commit('testing.record', reasons, (context) =>
        recordResults(context, { ...input, testedOn: plainDateOf(testedOn) }),
      ),
    'testing.writeSettingHistory': ({ reasons, ...input }) =>
      session.commit('testing.writeSettingHistory', reasons, (context) =>
        writeSettingHistory(context, input),
      ),
    'testing.writeReportTest': ({ reasons, ...input }) =>
      session.commit('testing.writeReportTest', reasons, (context) => writeReportTest(context, input)),
    'testing.writeRollForward': ({ reasons, ...input }) =>
      session.commit('testing.writeRollForward', reasons, (context) => writeRollForward(context, input)),
    'testing.writeJudgment': ({ reasons, ...input }) =>
      session.commit('testing.writeJudgment', reasons, (context) => writeJudgment(context, input)),
  };
}

function decidingHandlers(session: Session, recordDays: RecordDays): Part<Deciding> {
  return {
    'testing.conclude': ({ reasons, ...input }) =>
      session.commit('testing.conclude', reasons, (context) =>
        concludeTest(context, { ...input, recordDays }),
      ),
    'testing.reopen': ({ reasons, ...input }) =>
      session.commit('testing.reopen', reasons, (context) => reopenTest(context, input)),
    'testing.evaluateDeviation': ({ reasons, deviationId, revision, occurredOn, ...answers }) =>
      session.commit('testing.evaluateDeviation', reasons, (context) =>
        evaluateDeviation(context, {
          deviationId,
          revision,
          answers: { ...answers, occurredOn: occurredOn === null ? null : plainDateOf(occurredOn) },
        }),
      ),
    'testing.finishEvaluation': ({ reasons, ...input }) =>
      session.commit('testing.finishEvaluation', reasons, (context) => finishEvaluation(context, input)),
    'testing.addRetest': ({ reasons, testedOn, ...input }) =>
      session.commit('testing.addRetest', reasons, (context) =>
        addRetest(context, { ...input, testedOn: plainDateOf(testedOn) }),
      ),
  };
}

function askingHandlers(session: Session, recordDays: RecordDays): Part<'grid' | 'outlook' | 'deviations'> {
  return {
    'testing.grid': ({ testId, offset, limit }) => {
      const test = find(session.state(), 'test', testId);
      if (test === undefined) return err(notFound('test', testId));
      return ok(gridOf(session.state(), session.store().populationRows, test, { offset, limit }));
    },
    'testing.outlook': ({ testId }) => outlook(session, testId, recordDays),
    'testing.deviations': ({ testId }) => {
      const state = session.state();
      const deviations = all(state, 'deviation').filter((row) => testId === null || row.testId === testId);
      return ok(deviations.map((deviation) => deviationViewOf(state, deviation)));
    },
  };
}

const conclusions: readonly OperatingConclusion[] = [
  'effective',
  'effectiveWithDeviations',
  'notEffective',
  'didNotOperate',
  'notTested',
];

type Outlook = OutputOf<(typeof testingContract)['testing.outlook']>;

/** For each conclusion, the gates that stand in its way on the present results. */
function outlook(session: Session, testId: string, recordDays: RecordDays): Result<Outlook, Refusal> {
  const context = session.contextOn(session.state(), []);
  if (!context.ok) return context;
  const test = find(session.state(), 'test', testId);
  if (test === undefined) return err(notFound('test', testId));
  return ok(
    conclusions.map((conclusion) => ({
      conclusion,
      findings: conclusionFindings(context.value, test, conclusion, recordDays).map(finding),
    })),
  );
}

/** The attributes of the control's library text, placeholders filled; empty for a control of the client's own. */
function libraryAttributes(
  session: Session,
  libraries: Libraries,
  input: { readonly controlId: string; readonly parameters: Readonly<Record<string, string | number>> },
): readonly AttributeText[] {
  const control = find(session.state(), 'control', input.controlId);
  const text = libraryTextOf(libraries, control);
  const filled = readValues(control?.placeholderValues ?? []);
  const values = { ...text?.parameters, ...filled, ...input.parameters };
  return filledAttributes(text?.attributes ?? [], values);
}
