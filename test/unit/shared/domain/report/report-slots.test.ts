import { describe, expect, it } from 'vitest';
import {
  OPINION_PARTS,
  carvedOut,
  commonSlots,
  included,
  opinionLabel,
  opinionParts,
  overallOpinion,
  partsInWords,
} from '../../../../../shared/domain/report/report-slots.ts';
import { NBSP } from '../../../../../shared/domain/report/report-words.ts';
import { specimenFacts } from '../../../../helpers/specimen-report.ts';

describe('the parts of an opinion', () => {
  it('are two for Type I and three for Type II', () => {
    expect(opinionParts(specimenFacts({ type: 'I' })).map(({ letter }) => letter)).toEqual(['(a)', '(b)']);
    expect(opinionParts(specimenFacts()).map(({ part }) => part)).toEqual([...OPINION_PARTS]);
    expect(partsInWords(opinionParts(specimenFacts()))).toBe(`parts${NBSP}(a), (b) and (c)`);
  });

  it('give the whole the worst result', () => {
    const worst = (['unmodified', 'qualified', 'adverse', 'disclaimer'] as const).map((opinion) =>
      overallOpinion(specimenFacts({ opinion })),
    );
    expect(worst).toEqual(['unmodified', 'qualified', 'adverse', 'disclaimer']);
    expect(opinionLabel(specimenFacts({ opinion: 'disclaimer' }))).toBe('disclaimer of opinion');
  });
});

describe('the conditions of parts (b) and (c)', () => {
  const conditions = (
    method: 'carveOut' | 'inclusive' | 'none',
    userEntityControls: boolean,
  ): readonly unknown[] => {
    const slots = commonSlots(specimenFacts({ method, userEntityControls }));
    return [slots['designCondition'], slots['operationCondition']];
  };

  it('name only the kinds of complementary controls that exist', () => {
    expect(conditions('none', false)).toEqual(['', '']);
    expect(conditions('inclusive', false)).toEqual(['', '']);
    expect(conditions('carveOut', false)).toEqual([
      ' and if the subservice organization operated the complementary controls assumed in the design',
      ', if the complementary controls of the subservice organization assumed in the design operated effectively throughout that period',
    ]);
    expect(conditions('none', true)[0]).toBe(
      ' and if the user entities operated the complementary controls assumed in the design',
    );
    expect(conditions('carveOut', true)[1]).toContain(
      'of the subservice organization and of the user entities',
    );
  });

  it('tell organizations by method', () => {
    expect(carvedOut(specimenFacts())).toHaveLength(1);
    expect(included(specimenFacts())).toHaveLength(0);
    expect(included(specimenFacts({ method: 'inclusive' }))).toHaveLength(1);
  });
});
