/** The auditor's own division of a stratified sample, as a plan records it: for each stratum `items name`. */
import { rule, type Refusal } from '../gates/refusal.ts';
import { allocateAsGiven, type StratumCounts } from './allocation.ts';
import type { AllocationRefusal } from './draw.ts';

/** How many items a stratum gives. */
export interface AllocatedStratum {
  readonly stratum: string;
  readonly items: number;
}

/** An allocation as it is recorded: `10 London`. */
export const writtenAllocation = (allocation: readonly AllocatedStratum[]): readonly string[] =>
  allocation.map(({ stratum, items }) => `${String(items)} ${stratum}`);

/** A recorded allocation; the name of a stratum may hold anything, also spaces. */
export function readAllocation(written: readonly string[]): readonly AllocatedStratum[] {
  return written.map((text) => {
    const end = text.indexOf(' ');
    return { stratum: text.slice(end + 1), items: Number(text.slice(0, end)) };
  });
}

/** A recorded allocation by stratum, as a draw takes it. */
export const allocationCounts = (written: readonly string[]): StratumCounts =>
  new Map(readAllocation(written).map(({ stratum, items }) => [stratum, items]));

/** What is wrong with a plan's own allocation, or `null`: it adds up to the size and names strata that hold as many records. */
export function allocationFinding(
  plan: {
    readonly method: string;
    readonly chosenSize: number;
    readonly allocation: readonly AllocatedStratum[];
  },
  strata: StratumCounts | null,
): Refusal | null {
  const { method, chosenSize, allocation } = plan;
  if (allocation.length === 0) return null;
  if (method !== 'stratified')
    return rule(
      'invalid-value',
      'Only a stratified selection is divided among strata.',
      'Choose stratified selection, or leave the division out.',
    );
  const given = new Map(allocation.map(({ stratum, items }) => [stratum, items]));
  if (given.size < allocation.length)
    return rule('invalid-value', 'A stratum is named twice.', 'Name each stratum once.');
  const divided = allocateAsGiven(strata ?? new Map<string, number>(), chosenSize, given);
  return divided.ok ? null : allocationRefusal(divided.error);
}

function allocationRefusal(refusal: AllocationRefusal): Refusal {
  switch (refusal.code) {
    case 'allocation-does-not-add-up':
      return rule(
        'invalid-value',
        `The strata give ${String(refusal.allocated)} items; the plan says ${String(refusal.size)}.`,
        'Let the items of the strata add up to the size.',
        { ...refusal, reason: refusal.code },
      );
    case 'allocation-exceeds-stratum':
      return rule(
        'invalid-value',
        `${refusal.stratum} has ${String(refusal.records)} records and cannot give ${String(refusal.items)} items.`,
        'Take at most as many items as the stratum has records.',
        { ...refusal, reason: refusal.code },
      );
    case 'allocation-names-unknown-stratum':
      return rule(
        'invalid-value',
        `The list has no stratum ${refusal.stratum}.`,
        'Name strata of the chosen column.',
        { ...refusal, reason: refusal.code },
      );
    case 'stratum-is-blank':
    case 'too-many-strata':
      return rule('invalid-value', 'The column is no stratum.', 'Choose another column.', {
        ...refusal,
        reason: refusal.code,
      });
  }
}
