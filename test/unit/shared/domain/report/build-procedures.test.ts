import { describe, expect, it } from 'vitest';
import { proceduresOf, inPastTense } from '../../../../../shared/domain/report/build-procedures.ts';
import { testedState } from '../../../../helpers/concluding-fixture.ts';
import { changed } from '../../../../helpers/domain-fixture.ts';

describe('procedures in the report', () => {
  it('tells instructions as what was done', () => {
    expect(inPastTense('Inquire of the control owner. Inspect the plan for roles and tests.')).toBe(
      'Inquired of the control owner. Inspected the plan for roles and tests.',
    );
    expect(inPastTense('Reperform: trace five assets to the inventory.')).toBe(
      'Reperformed: traced five assets to the inventory.',
    );
  });

  it('leaves what is told already, and words within a sentence', () => {
    const told = 'Inspected the test plan. We asked who may read and review it.';
    expect(inPastTense(told)).toBe(told);
  });

  it('leaves out procedures that were taken back', () => {
    const state = changed(testedState(), 'procedure', 'procedure-1', {
      text: 'Inspect the ticket of one leaver',
    });
    expect(proceduresOf(state, 'control-1')).toBe('Inspected the ticket of one leaver.');
    const withdrawn = changed(state, 'procedure', 'procedure-1', { withdrawn: true });
    expect(proceduresOf(withdrawn, 'control-1')).toBe('');
  });
});
