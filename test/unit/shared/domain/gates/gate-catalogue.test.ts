import { describe, expect, it } from 'vitest';
import { gateCatalogue } from '../../../../../shared/domain/gates/gate-catalogue.ts';
import { fieldworkGates } from '../../../../../shared/domain/gates/fieldwork-gates.ts';
import { concludingGates } from '../../../../../shared/domain/gates/concluding-gates.ts';
import { planningGates } from '../../../../../shared/domain/gates/planning-gates.ts';

describe('the catalogue of gates', () => {
  it('holds each gate of the three phases once', () => {
    const codes = [planningGates, fieldworkGates, concludingGates].flatMap((gates) => Object.keys(gates));
    expect(new Set(codes).size).toBe(codes.length);
    expect(Object.keys(gateCatalogue)).toEqual(codes);
  });
});
