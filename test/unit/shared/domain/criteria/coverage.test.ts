import { expect, it } from 'vitest';
import {
  controlsOf,
  coverageOf,
  criteriaInScope,
  criteriaOf,
  homeCriterionOf,
  uncoveredCriteria,
} from '../../../../../shared/domain/criteria/coverage.ts';
import { add } from '../../../../../shared/domain/journal/ops.ts';
import {
  after,
  changed,
  controlFields,
  criterionFields,
  fieldworkState,
} from '../../../../helpers/domain-fixture.ts';

const state = fieldworkState();

it('lists the criteria in scope in their order', () => {
  const early = after(state, [add('criterion', 'c-0', criterionFields('CC1.1', 0))]);
  expect(criteriaInScope(early).map(({ code }) => code)).toEqual(['CC1.1', 'CC6.2', 'CC6.3']);
  const without = changed(state, 'criterion', 'criterion-CC6.2', { inScope: false });
  expect(criteriaInScope(without).map(({ code }) => code)).toEqual(['CC6.3']);
});

it('counts neither retired controls nor mappings that were taken back', () => {
  expect(controlsOf(state, 'CC6.2').map(({ code }) => code)).toEqual(['LA-02']);
  const retired = changed(state, 'control', 'control-1', { status: 'retired' });
  expect(controlsOf(retired, 'CC6.2')).toEqual([]);
  const unmapped = changed(state, 'mapping', 'mapping-CC6.2', { withdrawn: true });
  expect(uncoveredCriteria(unmapped)).toEqual(['CC6.2']);
  expect(criteriaOf(unmapped, 'control-1')).toEqual(['CC6.3']);
});

it('is covered by an agreed control only', () => {
  expect(coverageOf(state, 'CC6.2')).toBe('control');
  const draft = changed(state, 'control', 'control-1', { status: 'draft' });
  expect(coverageOf(draft, 'CC6.2')).toBe('none');
  expect(uncoveredCriteria(draft)).toEqual(['CC6.2', 'CC6.3']);
});

it('is left out with the partner’s approval only', () => {
  const unmapped = changed(state, 'mapping', 'mapping-CC6.2', { withdrawn: true });
  const reason = { criterionCode: 'CC6.2', reason: 'Nothing of the kind.', withdrawn: false };
  const asked = after(unmapped, [add('nonRelevantCriterion', 'n-1', { ...reason, approvedBy: null })]);
  expect(coverageOf(asked, 'CC6.2')).toBe('none');
  const approved = changed(asked, 'nonRelevantCriterion', 'n-1', { approvedBy: 'p-partner' });
  expect(coverageOf(approved, 'CC6.2')).toBe('notRelevant');
});

it('reports a control under its chosen criterion, else under the first that it serves', () => {
  const control = (homeCriterion: string | null) => {
    const told = changed(state, 'control', 'control-1', { homeCriterion });
    const row = told.rows.control.get('control-1');
    return row === undefined ? undefined : homeCriterionOf(told, row);
  };
  expect([control('CC6.3'), control('CC9.9'), control(null)]).toEqual(['CC6.3', 'CC6.2', 'CC6.2']);
  const alone = after(state, [add('control', 'control-2', controlFields({ code: 'LA-09' }))]);
  const row = alone.rows.control.get('control-2');
  expect(row && homeCriterionOf(alone, row)).toBeNull();
});
