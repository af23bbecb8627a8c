import { describe, expect, it } from 'vitest';
import { planningGates } from '../../../../../shared/domain/gates/planning-gates.ts';
import { gateFaults } from './gate-faults.ts';

describe('the gates E, A, P and D', () => {
  it('carry only codes of these letters, and words that hold together', () => {
    expect(gateFaults(planningGates, /^[EAPD]\d+$/)).toEqual([]);
  });

  it('let a typed reason pass only where the reference work says so', () => {
    const passable = Object.entries(planningGates).filter(([, gate]) => gate.kind === 'warning');
    expect(passable.map(([code]) => code)).toEqual(['E5']);
  });
});
