import { expect, it } from 'vitest';
import { concludeCriterion } from '../../../../../shared/domain/criteria/conclusion.ts';
import { buildOpinion } from '../../../../../shared/domain/report/build-opinion.ts';
import { decideOpinion } from '../../../../../shared/domain/report/opinion-decision.ts';
import { changed, taken } from '../../../../helpers/domain-fixture.ts';
import {
  approvedState,
  as,
  concludedCriteria,
  describedState,
  met,
  readyState,
  testedState,
  unmodified,
} from '../../../../helpers/concluding-fixture.ts';

it('of a clean engagement is unmodified and without basis', () => {
  const clear = { result: 'unmodified', criteria: [] };
  expect(buildOpinion(readyState(), [])).toEqual({
    description: clear,
    design: clear,
    operation: clear,
    basis: [],
  });
});

it('tells a failure of design for both parts, misstatements and missing evidence each as a matter', () => {
  const base = describedState(concludedCriteria(approvedState(testedState())));
  const conclude = (code: string, values: Partial<typeof met>, state: typeof base) =>
    taken(state, concludeCriterion(as(state, 'manager'), code, { ...met, ...values }), 'p-manager');
  const failed = conclude('CC6.2', { result: 'notMet', failedBy: 'design' }, base);
  const open = conclude('CC6.3', { result: 'notAssessable' }, failed);
  const misstated = changed(open, 'descriptionSection', 'section-DC3', {
    misstated: true,
    misstatement: 'A site is left out',
  });
  const long = 'The partner’s words on the matter.';
  const decided = taken(
    misstated,
    decideOpinion(as(misstated, 'partner'), {
      ...{ ...unmodified, description: 'qualified', design: 'qualified', operation: 'qualified' },
      ...{ basis: long, pervasiveRationale: long },
    }),
    'p-partner',
  );
  const opinion = buildOpinion(decided, []);
  expect(opinion.design.criteria).toEqual(['CC6.2', 'CC6.3']);
  expect(opinion.basis.map((matter) => [matter.parts, matter.criteria, matter.statement])).toEqual([
    [['design', 'operation'], ['CC6.2'], long],
    [['description'], [], 'A site is left out.'],
    [['design', 'operation'], ['CC6.3'], 'Evidence that we asked for was not available.'],
  ]);
});
