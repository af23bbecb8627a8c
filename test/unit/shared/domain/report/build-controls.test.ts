import { expect, it } from 'vitest';
import { add } from '../../../../../shared/domain/journal/ops.ts';
import { buildControls } from '../../../../../shared/domain/report/build-controls.ts';
import { after, changed, controlFields, day } from '../../../../helpers/domain-fixture.ts';
import { testedState } from '../../../../helpers/concluding-fixture.ts';

it('prints agreed controls by number, each under its home', () => {
  const state = after(testedState(), [
    add('control', 'control-2', controlFields({ code: 'GOV-01', status: 'draft' })),
    add(
      'control',
      'control-3',
      controlFields({ code: 'CHG-01', frequency: 'semiannual', homeCriterion: 'CC9.9' }),
    ),
  ]);
  expect(
    buildControls(state, 'Northwind').map((control) => [
      control.id,
      control.frequency,
      control.homeCriterion,
    ]),
  ).toEqual([
    ['CHG-01', 'twice a year', null],
    ['LA-02', 'on each occurrence', 'CC6.2'],
  ]);
  const chosen = changed(state, 'control', 'control-1', { homeCriterion: 'CC6.3' });
  expect(buildControls(chosen, 'Northwind')[1]?.homeCriterion).toBe('CC6.3');
});

it('holds no test for Type I', () => {
  const dates = { type: 'I', asOfDate: day('2026-06-30'), periodStart: null, periodEnd: null } as const;
  expect(buildControls(testedState(dates), 'Northwind').map((control) => control.tests)).toEqual([[]]);
});

it('names an included subservice organization as the operator of its controls', () => {
  const state = after(testedState(), [
    add('subserviceOrganization', 'org-1', {
      ...{ name: 'Basalt Ridge', service: 'Data halls', criteria: [], monitoringControlIds: [] },
      ...({ method: 'inclusive', assertionPlanned: true, withdrawn: false } as const),
    }),
    add('control', 'control-2', controlFields({ code: 'BR-01', owner: 'Basalt Ridge' })),
  ]);
  expect(buildControls(state, 'Northwind').map(({ id, operator }) => [id, operator])).toEqual([
    ['BR-01', 'Basalt Ridge'],
    ['LA-02', 'Northwind'],
  ]);
});
