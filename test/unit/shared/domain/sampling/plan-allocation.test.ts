import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allocationCounts,
  allocationFinding,
  readAllocation,
  writtenAllocation,
} from '../../../../../shared/domain/sampling/plan-allocation.ts';

const strata = new Map([
  ['Austin', 20],
  ['New York', 5],
]);
const plan = {
  ...{ method: 'stratified', chosenSize: 8 },
  allocation: [
    { stratum: 'Austin', items: 5 },
    { stratum: 'New York', items: 3 },
  ],
};
const messageOf = (overrides: Partial<typeof plan>) =>
  allocationFinding({ ...plan, ...overrides }, strata)?.message ?? null;

describe("the auditor's own division", () => {
  it('is written as items and name, and read back whatever the name holds', () => {
    expect(writtenAllocation(plan.allocation)).toEqual(['5 Austin', '3 New York']);
    expect(allocationCounts(['5 Austin', '3 New York']).get('New York')).toBe(3);
    fc.assert(
      fc.property(fc.array(fc.record({ stratum: fc.string(), items: fc.nat() })), (allocation) => {
        expect(readAllocation(writtenAllocation(allocation))).toEqual(allocation);
      }),
    );
  });

  it('adds up to the size and stays within the strata', () => {
    expect(messageOf({})).toBeNull();
    expect(messageOf({ allocation: [] })).toBeNull();
    expect(messageOf({ chosenSize: 9 })).toBe('The strata give 8 items; the plan says 9.');
    expect(messageOf({ allocation: [{ stratum: 'New York', items: 8 }] })).toBe(
      'New York has 5 records and cannot give 8 items.',
    );
    expect(messageOf({ allocation: [{ stratum: 'Dallas', items: 8 }] })).toBe(
      'The list has no stratum Dallas.',
    );
  });

  it('names each stratum once and belongs to a stratified selection', () => {
    const twice = [
      { stratum: 'Austin', items: 4 },
      { stratum: 'Austin', items: 8 },
    ];
    expect(messageOf({ allocation: twice })).toBe('A stratum is named twice.');
    expect(messageOf({ method: 'simpleRandom' })).toBe(
      'Only a stratified selection is divided among strata.',
    );
  });

  it('is refused as values that are not valid', () => {
    const codeOf = (overrides: object) => allocationFinding({ ...plan, ...overrides }, strata)?.code;
    const twice = [...plan.allocation, ...plan.allocation];
    expect([{ chosenSize: 9 }, { method: 'simpleRandom' }, { allocation: twice }].map(codeOf)).toEqual([
      'invalid-value',
      'invalid-value',
      'invalid-value',
    ]);
    expect(codeOf({ allocation: [{ stratum: 'New York', items: 8 }] })).toBe('invalid-value');
    expect(codeOf({ allocation: [{ stratum: 'Boston', items: 8 }] })).toBe('invalid-value');
  });

  it('is refused where the strata are not known', () => {
    expect(allocationFinding(plan, null)?.message).toBe('The list has no stratum Austin.');
  });
});
