import { describe, expect, it } from 'vitest';
import { concludingGates } from '../../../../../shared/domain/gates/concluding-gates.ts';
import { gateFaults } from './gate-faults.ts';

describe('the gates V, R, L and F', () => {
  it('carry only codes of these letters, and words that hold together', () => {
    expect(gateFaults(concludingGates, /^[VRLF]\d+$/)).toEqual([]);
  });

  it('let a typed reason pass only where the reference work says so', () => {
    const passable = Object.entries(concludingGates).filter(([, gate]) => gate.kind === 'warning');
    expect(passable.map(([code]) => code)).toEqual(['R3', 'F1']);
  });
});
