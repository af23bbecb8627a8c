import { describe, expect, it } from 'vitest';
import {
  readCriteria,
  readFrequency,
  readNature,
  readRisk,
  readType,
} from '../../../../../shared/domain/control/read-control-cell.ts';

describe('the words of a control list', () => {
  it.each([
    ['Manual', 'manual'],
    ['IT-dependent manual', 'itDependentManual'],
    ['Semi-automated', 'itDependentManual'],
    ['Automated control', 'automated'],
    ['itDependentManual', 'itDependentManual'],
    ['', 'manual'],
  ])('reads the nature “%s”', (cell, value) => {
    expect(readNature(cell)).toEqual({ value, fault: null });
  });

  it.each([
    ['Annually', 'annual'],
    ['twice a year', 'semiannual'],
    ['Quarter', 'quarterly'],
    ['Monthly', 'monthly'],
    ['weekly', 'weekly'],
    ['Daily', 'daily'],
    ['Multiple times per day', 'multiplePerDay'],
    ['As needed', 'perOccurrence'],
    ['ad-hoc', 'perOccurrence'],
    ['Continuous', 'continuousAutomated'],
    ['', 'perOccurrence'],
  ])('reads the frequency “%s”', (cell, value) => {
    expect(readFrequency(cell)).toEqual({ value, fault: null });
  });

  it.each([
    ['Detective', 'detective'],
    ['C', 'corrective'],
    ['', 'preventive'],
  ])('reads the type “%s”', (cell, value) => {
    expect(readType(cell)).toEqual({ value, fault: null });
  });

  it.each([
    ['Low', 'low'],
    ['Medium', 'high'],
    ['', 'high'],
  ])('reads the risk “%s”', (cell, value) => {
    expect(readRisk(cell)).toEqual({ value, fault: null });
  });

  it('does not guess', () => {
    expect(readRisk('7').fault).toBe('“7” is no risk that is known.');
    expect(readType('other').fault).toBe('“other” is no type that is known.');
  });
});

describe('criteria in a cell', () => {
  const scope = new Set(['CC6.2', 'CC6.3', 'A1.1']);
  it.each([
    ['CC6.2, CC6.3', ['CC6.2', 'CC6.3']],
    ['cc6.3\nA1.1', ['CC6.3', 'A1.1']],
    ['CC 6.2 / A 1.1', ['CC6.2', 'A1.1']],
    ['CC6.2; CC6.2', ['CC6.2']],
    ['', []],
  ])('are read however they are divided: “%s”', (cell, codes) => {
    expect(readCriteria(cell, scope)).toEqual({ value: codes, fault: null });
  });

  it('keep those in scope and name the others', () => {
    expect(readCriteria('CC6.2 CC1.1', scope)).toEqual({
      value: ['CC6.2'],
      fault: 'CC1.1 is not a criterion in scope.',
    });
  });
});
