import { expect, it } from 'vitest';
import { add } from '../../../../../shared/domain/journal/ops.ts';
import {
  applicableSections,
  describeSystem,
  isAnswered,
  sectionOf,
  unansweredSections,
} from '../../../../../shared/domain/report/description-sections.ts';
import { after, day, refusalOf, taken } from '../../../../helpers/domain-fixture.ts';
import { as, describedState, testedState } from '../../../../helpers/concluding-fixture.ts';

it('DC5 is answered by the controls, DC6 by a control of user entities, DC4 and DC9 only in words', () => {
  const state = testedState();
  expect(unansweredSections(state)).toEqual(['DC1', 'DC2', 'DC3', 'DC4', 'DC6', 'DC7', 'DC8', 'DC9']);
  const scoped = after(state, [
    add('complementaryControl', 'k-1', {
      ...{
        kind: 'user',
        subserviceId: null,
        number: 'UE-1',
        text: 'x',
        criteria: [],
        controlIds: [],
        withdrawn: false,
      },
    }),
  ]);
  expect(isAnswered(scoped, 'DC6')).toBe(true);
  expect(unansweredSections(describedState(state))).toEqual([]);
});

it('has no DC9 for Type I', () => {
  const dates = { type: 'I', asOfDate: day('2026-06-30'), periodStart: null, periodEnd: null } as const;
  expect(applicableSections(testedState(dates)).map(({ code }) => code)).not.toContain('DC9');
});

it('is saved on the version shown', () => {
  const state = describedState(testedState());
  const values = { text: 'Hosting.', noneToReport: false };
  expect(refusalOf(describeSystem(as(state, 'staff'), 'DC1', 5, values)).code).toBe('stale-revision');
  expect(sectionOf(taken(state, describeSystem(as(state, 'staff'), 'DC1', 1, values)), 'DC1')?.text).toBe(
    'Hosting.',
  );
});
