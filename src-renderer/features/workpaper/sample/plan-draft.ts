import { useState } from 'react';
import { basisPoints, isRandom } from './sample-words.ts';
import type { Basis, Method, PlanInput } from './sample-words.ts';

/** A plan as it is typed. */
export interface PlanDraft {
  readonly populationId: string;
  readonly basis: Basis;
  readonly risk: string;
  readonly tolerable: string;
  readonly expected: string;
  /** Empty takes the computed size. */
  readonly size: string;
  readonly method: Method;
  readonly stratumColumn: string;
  /** Items by stratum as they are typed; `null` divides in proportion to the records. */
  readonly allocation: Readonly<Record<string, string>> | null;
  /** Empty has the program make one, on record before the draw. */
  readonly seed: string;
  readonly keys: string;
  readonly selectionReason: string;
}

/** The plan being written and how to change it. */
export function usePlanDraft(
  populationId: string,
  basis: Basis = 'statistical',
): {
  readonly draft: PlanDraft;
  readonly change: (part: Partial<PlanDraft>) => void;
} {
  const [draft, setDraft] = useState<PlanDraft>({
    ...{ populationId, basis, method: basis === 'targeted' ? 'judgmental' : 'simpleRandom' },
    ...{ risk: '10', tolerable: '10', expected: '0' },
    ...{ size: '', stratumColumn: '', allocation: null, seed: '', keys: '', selectionReason: '' },
  });
  return {
    draft,
    change: (part) => {
      setDraft((before) => ({ ...before, ...part }));
    },
  };
}

/** Risk and rates of a statistical plan in basis points; `undefined` while one of them is not a rate. */
export function ratesOf(draft: PlanDraft): NonNullable<PlanInput['rates']> | null | undefined {
  if (draft.basis !== 'statistical') return null;
  const risk = basisPoints(draft.risk);
  const tolerableRate = basisPoints(draft.tolerable);
  const expectedRate = basisPoints(draft.expected);
  if (risk === null || tolerableRate === null || expectedRate === null) return undefined;
  const areRates = [risk, tolerableRate].every((rate) => rate >= 1 && rate <= 9999);
  return areRates && expectedRate >= 0 && expectedRate <= 9998
    ? { risk, tolerableRate, expectedRate }
    : undefined;
}

/** The keys that the auditor chose, one a line. */
function keysOf({ keys }: PlanDraft): readonly string[] {
  return keys.split('\n').filter((key) => key.trim() !== '');
}

/** The chosen size: typed, or counted from the keys, or the computed one. */
function sizeOf(draft: PlanDraft, computed: number | undefined): number | undefined {
  if (/^\d{1,8}$/.test(draft.size.trim())) return Number(draft.size.trim());
  if (!isRandom(draft.basis, draft.method) && draft.basis !== 'all' && keysOf(draft).length > 0)
    return keysOf(draft).length;
  return computed;
}

/** The plan as the command takes it; `undefined` while something is missing. */
export function planInput(
  draft: PlanDraft,
  testId: string,
  computed: number | undefined,
): PlanInput | undefined {
  const rates = ratesOf(draft);
  const chosenSize = sizeOf(draft, computed);
  if (rates === undefined || chosenSize === undefined || chosenSize < 1) return undefined;
  const { populationId, basis, method } = draft;
  return {
    ...{ testId, populationId, basis, rates, chosenSize, method },
    ...selectionOf(draft),
  };
}

/** The auditor's own division; a field that holds no number counts as none. */
function allocatedIn({ allocation }: PlanDraft) {
  return Object.entries(allocation ?? {}).map(([stratum, text]) => ({
    stratum,
    items: /^\d{1,7}$/.test(text.trim()) ? Number(text.trim()) : 0,
  }));
}

/** What takes the items: a seed, strata, or the auditor with keys and a reason. */
function selectionOf(draft: PlanDraft) {
  const random = isRandom(draft.basis, draft.method);
  const isChosen = !random && draft.basis !== 'all';
  const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
  return {
    stratumColumn: draft.method === 'stratified' ? textOrNull(draft.stratumColumn) : null,
    allocation: draft.method === 'stratified' ? allocatedIn(draft) : [],
    seed: random ? textOrNull(draft.seed) : null,
    chosenKeys: isChosen ? [...keysOf(draft)] : [],
    selectionReason: isChosen ? draft.selectionReason : null,
  };
}
