import { describe, expect, it } from 'vitest';
import { reportFigures } from '../../../../../shared/domain/report/report-figures.ts';
import { specimenFacts } from '../../../../helpers/specimen-report.ts';

describe('reportFigures', () => {
  const figures = reportFigures(specimenFacts(), 'ab'.repeat(32));

  it('holds the sizes, deviations and digests of every test', () => {
    expect(figures.tests).toHaveLength(60);
    expect(figures.deviations).toBe(25);
    expect(figures.tests.find(({ id }) => id === 'LA-02-T1')).toMatchObject({
      control: 'LA-02',
      tested: 20,
      populationSize: 184,
      deviating: 5,
      deviation: 'D10',
      outcome: 'deviations',
    });
    expect(
      figures.tests.every(({ sample }) => sample === null || /^[0-9a-f]{64}$/.test(sample.populationDigest)),
    ).toBe(true);
  });

  it('holds the record number, the opinion and the journal head', () => {
    expect(figures.recordNumber).toHaveLength(64);
    expect(figures.opinion.map(({ result }) => result)).toEqual(['unmodified', 'unmodified', 'qualified']);
    expect(figures.criteria.filter(({ met }) => !met).map(({ id }) => id)).toEqual(['CC6.2']);
    expect(figures.journal.entryCount).toBe(48213);
  });

  it('holds no tests for Type I', () => {
    expect(reportFigures(specimenFacts({ type: 'I' }), null)).toMatchObject({
      tests: [],
      deviations: 0,
      recordNumber: null,
    });
  });
});
