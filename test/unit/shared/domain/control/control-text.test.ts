import { expect, it } from 'vitest';
import { fillPlaceholders, missingFromControl } from '../../../../../shared/domain/control/control-text.ts';

const whole = { text: 'The identity team disables access within one day.', owner: 'IT', title: 'Leavers' };

it('fills what it is given and leaves the rest open', () => {
  const text = 'Within {{ hours }} hours, by the {{team}}, no later than {{hours}} hours.';
  expect(fillPlaceholders(text, { hours: 24 })).toBe(
    'Within 24 hours, by the {{team}}, no later than 24 hours.',
  );
});

it('misses nothing in a control that says who does what', () => {
  expect(missingFromControl(whole)).toEqual([]);
});

it('names what is missing, each open placeholder once', () => {
  const text = '{{team}} removes access within {{hours}} hours, else {{team}} reports it.';
  expect(missingFromControl({ ...whole, text })).toEqual(['team', 'hours']);
  expect(missingFromControl({ text: ' Access  is removed in time ', owner: ' ', title: '' })).toEqual([
    'owner',
    'title',
    'who does what, when and on what',
  ]);
});
