import { describe, expect, it } from 'vitest';
import {
  controlsInOrder,
  homeCriteria,
  numberedDeviations,
  relevantCriteria,
} from '../../../../../shared/domain/report/report-numbering.ts';
import { specimenFacts } from '../../../../helpers/specimen-report.ts';

const facts = specimenFacts();

describe('homeCriteria', () => {
  it('gives every control one home, the stored choice before the first criterion', () => {
    const homes = homeCriteria(facts);
    expect(homes.size).toBe(59);
    expect([homes.get('LA-01'), homes.get('LA-09'), homes.get('GOV-01')]).toEqual([
      'CC6.2',
      'CC6.1',
      'CC1.1',
    ]);
  });

  it('ignores a choice that is not mapped or not relevant', () => {
    const stray = facts.controls.map((control) => ({ ...control, homeCriterion: 'P3.2' }));
    expect(homeCriteria({ ...facts, controls: stray }).get('GOV-01')).toBe('CC1.1');
    expect(homeCriteria({ ...facts, controls: stray }).get('PRV-02')).toBe('P2.1');
  });
});

describe('numberedDeviations', () => {
  it('numbers tests with deviations in the order of Section IV', () => {
    const numbered = numberedDeviations(facts);
    const order = controlsInOrder(facts).map(({ control }) => control.id);
    expect(numbered.map(({ number }) => number)).toEqual(
      Array.from({ length: 12 }, (_, index) => `D${String(index + 1).padStart(2, '0')}`),
    );
    const places = numbered.map(({ control }) => order.indexOf(control.id));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(numbered.reduce((sum, { outcome }) => sum + outcome.deviating, 0)).toBe(25);
  });

  it('has none for Type I, whatever the facts hold', () => {
    const typeI = specimenFacts({ type: 'I' });
    expect(numberedDeviations({ ...typeI, controls: facts.controls })).toEqual([]);
    expect(relevantCriteria(typeI)).toHaveLength(60);
  });
});
