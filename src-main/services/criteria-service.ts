import type { criteriaContract, CriterionView } from '../../shared/contract/criteria.ts';
import type { InputOf, OutputOf } from '../../shared/contract/procedure.ts';
import {
  concludeCriterion,
  conclusionFindings,
  conclusionOf,
  deviationsOfCriterion,
  gateV2,
  isConcluded,
  isReviewedTest,
  openCriteria,
  suggestedResult,
} from '../../shared/domain/criteria/conclusion.ts';
import { controlsOf, coverageOf, criteriaInScope } from '../../shared/domain/criteria/coverage.ts';
import { coverageMap } from '../../shared/domain/criteria/coverage-map.ts';
import { initialsOf } from '../../shared/domain/engagement/team.ts';
import { rule } from '../../shared/domain/gates/refusal.ts';
import type { Row } from '../../shared/domain/journal/entities.ts';
import { where, type EngagementState } from '../../shared/domain/journal/state.ts';
import {
  applicableSections,
  assessSection,
  describeSystem,
  isAnswered,
  sectionOf,
} from '../../shared/domain/report/description-sections.ts';
import { decideOpinion, gateL8, opinionOf } from '../../shared/domain/report/opinion-decision.ts';
import {
  groundsOf,
  suggestOpinion,
  worstOf,
  type OpinionGrounds,
  type WizardAnswers,
} from '../../shared/domain/report/opinion-suggestion.ts';
import type { Sha256 } from '../../shared/domain/review/content-hash.ts';
import { err, ok } from '../../shared/lib/result.ts';
import type { Handlers } from './handlers.ts';
import { finding } from './planning-views.ts';
import type { HashPort } from './ports/hash.ts';
import type { Session } from './session.ts';

type Criteria = Handlers<typeof criteriaContract>;
type Part<Prefix extends string> = Pick<Criteria, Extract<keyof Criteria, `${Prefix}.${string}`>>;

/** Criteria with their conclusions, the opinion, and the description. */
export function createCriteriaService(session: Session, hash: HashPort): Criteria {
  const sha256: Sha256 = (text) => hash.sha256Hex(text);
  return {
    ...criteriaHandlers(session, sha256),
    ...opinionHandlers(session, sha256),
    ...descriptionHandlers(session),
  };
}

function criteriaHandlers(session: Session, sha256: Sha256): Part<'criteria'> {
  return {
    'criteria.list': () => {
      const state = session.state();
      return ok(criteriaInScope(state).map((criterion) => viewOf(state, criterion, sha256)));
    },
    'criteria.get': ({ code }) => {
      const state = session.state();
      const criterion = criteriaInScope(state).find((row) => row.code === code);
      if (criterion === undefined)
        return err(rule('not-found', `${code} is not in scope.`, 'Choose a criterion in scope.', { code }));
      return ok(viewOf(state, criterion, sha256));
    },
    'criteria.coverage': () =>
      ok(coverageMap(session.state(), sha256).map((row) => ({ ...row, cells: [...row.cells] }))),
    'criteria.conclude': ({ code, reasons, ...input }) =>
      session.commit('criteria.conclude', reasons, (context) => concludeCriterion(context, code, input)),
  };
}

function viewOf(state: EngagementState, criterion: Row<'criterion'>, sha256: Sha256): CriterionView {
  const { id, code, series, category, title, description } = criterion;
  const conclusion = conclusionOf(state, code);
  const open = gateV2(state, criterion, sha256);
  const findings =
    conclusion === undefined
      ? open === null
        ? []
        : [open]
      : conclusionFindings(state, criterion, conclusion, sha256);
  return {
    ...{ id, code, series, category, title, description },
    coverage: coverageOf(state, code),
    controls: controlsOf(state, code).map((control) => controlView(state, code, control, sha256)),
    suggestion: suggestedResult(state, criterion, sha256),
    conclusion: conclusion === undefined ? null : conclusionView(state, criterion, conclusion, sha256),
    findings: findings.map(finding),
  };
}

function controlView(state: EngagementState, code: string, control: Row<'control'>, sha256: Sha256) {
  const mapping = where(state, 'mapping', 'criterionCode', code).find((row) => row.controlId === control.id);
  const tests = where(state, 'test', 'controlId', control.id);
  const ids = new Set(tests.map((test) => test.id));
  return {
    id: control.id,
    code: control.code,
    title: control.title,
    role: mapping?.role ?? 'primary',
    tests: tests.map((test) => ({
      testId: test.id,
      workpaperId: test.workpaperId,
      phase: test.phase,
      status: test.status,
      conclusion: test.conclusion,
      isReviewed: isReviewedTest(state, test, sha256),
    })),
    deviations: deviationsOfCriterion(state, code).filter((row) => ids.has(row.testId)).length,
  };
}

function conclusionView(
  state: EngagementState,
  criterion: Row<'criterion'>,
  conclusion: Row<'conclusion'>,
  sha256: Sha256,
) {
  const { id, revision, result, failedBy, rationale, reliesOnUserControls } = conclusion;
  return {
    ...{ id, revision, result, failedBy, rationale, reliesOnUserControls },
    reliesOnSubserviceControls: conclusion.reliesOnSubserviceControls,
    compensatingControlIds: [...conclusion.compensatingControlIds],
    concludedBy: initialsOf(state, conclusion.concludedBy),
    concludedAt: conclusion.concludedAt,
    holds: isConcluded(state, criterion, sha256),
  };
}

type OpinionOutput = OutputOf<(typeof criteriaContract)['opinion.get']>;

function opinionHandlers(session: Session, sha256: Sha256): Part<'opinion'> {
  return {
    'opinion.get': (answers) => ok(opinionView(session.state(), answers, sha256)),
    'opinion.decide': (input: InputOf<(typeof criteriaContract)['opinion.decide']>) =>
      session.commit('opinion.decide', [], (context) => decideOpinion(context, input)),
  };
}

function opinionView(state: EngagementState, answers: WizardAnswers, sha256: Sha256): OpinionOutput {
  const grounds = groundsOf(state);
  const suggested = suggestOpinion(grounds, answers);
  const operation = grounds.type === 'I' ? null : suggested.operation;
  const opinion = opinionOf(state);
  return {
    type: grounds.type,
    questions: questionsOf(grounds),
    suggestion: {
      ...suggested,
      operation,
      overall: worstOf([suggested.description, suggested.design, operation ?? 'unmodified']),
    },
    openCriteria: openCriteria(state, sha256).length,
    opinion: opinion === undefined ? null : decidedView(state, opinion),
    contradictions: opinion === undefined ? [] : gateL8(state, opinion).map(finding),
  };
}

/** The questions in the order of e.4. */
function questionsOf(grounds: OpinionGrounds): OpinionOutput['questions'] {
  const ofRecord = (items: readonly string[]) => ({ answer: items.length > 0, items: [...items] });
  const questions: Omit<OpinionOutput['questions'][number], 'number'>[] = [
    {
      code: 'evidence',
      text: 'Is any evidence missing?',
      answer: grounds.notAssessable.length > 0 ? true : null,
      items: [...grounds.notAssessable],
    },
    { code: 'description', text: 'Is the description misstated?', ...ofRecord(grounds.misstated) },
    { code: 'design', text: 'Is any criterion not met by design?', ...ofRecord(grounds.failedByDesign) },
    {
      code: 'operation',
      text: 'Is any criterion not met by operation?',
      ...ofRecord(grounds.failedByOperation),
    },
    {
      code: 'pervasive',
      text: 'Is the matter pervasive?',
      answer: grounds.looksPervasive ? true : null,
      items: [],
    },
  ];
  return questions
    .filter((question) => grounds.type === 'II' || question.code !== 'operation')
    .map((question, index) => ({ ...question, number: index + 1 }));
}

function decidedView(state: EngagementState, opinion: Row<'opinion'>): NonNullable<OpinionOutput['opinion']> {
  const { id, description, design, operation, evidenceMissing, evidenceMissingText } = opinion;
  const { pervasive, pervasiveRationale, basis, decidedAt } = opinion;
  return {
    ...{ id, description, design, operation, evidenceMissing, evidenceMissingText },
    ...{ pervasive, pervasiveRationale, basis, decidedAt },
    decidedBy: initialsOf(state, opinion.decidedBy),
    overall: worstOf([description, design, operation ?? 'unmodified']),
  };
}

function descriptionHandlers(session: Session): Part<'description'> {
  return {
    'description.get': () => {
      const state = session.state();
      return ok(applicableSections(state).map((section) => sectionView(state, section)));
    },
    'description.save': ({ code, revision, ...values }) =>
      session.commit('description.save', [], (context) => describeSystem(context, code, revision, values)),
    'description.assess': ({ code, revision, ...values }) =>
      session.commit('description.assess', [], (context) => assessSection(context, code, revision, values)),
  };
}

function sectionView(
  state: EngagementState,
  { code, title }: ReturnType<typeof applicableSections>[number],
): OutputOf<(typeof criteriaContract)['description.get']>[number] {
  const empty = { revision: null, text: '', noneToReport: false, misstated: false, misstatement: '' };
  const { revision, text, noneToReport, misstated, misstatement } = sectionOf(state, code) ?? empty;
  const own = { revision, text, noneToReport, misstated, misstatement };
  return { code, title, ...own, isAnswered: isAnswered(state, code) };
}
