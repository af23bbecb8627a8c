import { describe, expect, it } from 'vitest';
import { fieldworkGates } from '../../../../../shared/domain/gates/fieldwork-gates.ts';
import { gateFaults } from './gate-faults.ts';

describe('the gates N, S and T', () => {
  it('carry only codes of these letters, and words that hold together', () => {
    expect(gateFaults(fieldworkGates, /^[NST]\d+[BJ]?$/)).toEqual([]);
  });

  it('let a typed reason pass only where the reference work says so', () => {
    const passable = Object.entries(fieldworkGates).filter(([, gate]) => gate.kind === 'warning');
    expect(passable.map(([code]) => code)).toEqual(['N3', 'S1', 'S5']);
  });
});
