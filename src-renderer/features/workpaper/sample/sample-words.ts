import type { Input, Output } from '../../../app/client.ts';
import type { StatusKind } from '../../../ui/status/StatusChip.tsx';
import type { InstantWords } from '../../../ui/text/instant-words.ts';

/** The plans of a test with the spread of their items. */
export type Sampling = Output<'sampling.list'>;
export type Plan = Sampling['plans'][number];
export type Basis = Plan['basis'];
export type Method = Plan['method'];
export type Certificate = Output<'sampling.certificate'>;
export type PlanInput = Input<'sampling.plan'>;

/** The grounds on which items are taken. */
export const BASES: readonly { readonly value: Basis; readonly label: string }[] = [
  { value: 'statistical', label: 'Statistical' },
  { value: 'frequencyGuidance', label: 'Frequency' },
  { value: 'all', label: 'All items' },
  { value: 'oneInstance', label: 'One instance' },
  { value: 'targeted', label: 'Targeted' },
];

/** How items are selected. */
export const METHODS: readonly { readonly value: Method; readonly label: string }[] = [
  { value: 'simpleRandom', label: 'Simple random selection' },
  { value: 'systematic', label: 'Systematic selection' },
  { value: 'stratified', label: 'Stratified selection' },
  { value: 'haphazard', label: 'Haphazard selection' },
  { value: 'judgmental', label: 'Selection by judgment' },
];

/** The states of a plan. */
export const PLAN_STATES: Readonly<
  Record<Plan['status'], { readonly kind: StatusKind; readonly label: string }>
> = {
  proposed: { kind: 'under-way', label: 'Waits for approval' },
  approved: { kind: 'ready', label: 'Approved' },
  drawn: { kind: 'done', label: 'Drawn' },
  expanded: { kind: 'done', label: 'Expanded' },
  superseded: { kind: 'none', label: 'Superseded' },
};

export const WAY_WORDS = {
  exactFinite: 'Exact, finite population',
  exactLarge: 'Exact, large population',
  guidance: 'Frequency guidance',
  all: 'All items',
} as const;

/** The basis behind a value of a choice. */
export function basisOf(value: string): Basis {
  return BASES.find((basis) => basis.value === value)?.value ?? 'statistical';
}

/** The method behind a value of a choice. */
export function methodOf(value: string): Method {
  return METHODS.find((method) => method.value === value)?.value ?? 'simpleRandom';
}

/** Whether a sequence of random numbers takes the items, rather than the auditor. */
export function isRandom(basis: Basis, method: Method): boolean {
  if (basis === 'all' || basis === 'targeted') return false;
  return method !== 'haphazard' && method !== 'judgmental';
}

/** A rate typed in per cent as basis points; `null` where it is none. */
export function basisPoints(text: string): number | null {
  const number = Number(text.trim().replace(',', '.'));
  return text.trim() === '' || !Number.isFinite(number) ? null : Math.round(number * 100);
}

/** Who did what when: "10 Jul 2026, 09:14 Europe/Berlin, by AK". */
export function actWords(words: InstantWords, at: string | null, by: string | null): string {
  if (at === null) return 'Not yet';
  return `${words.minute(at)}, by ${by ?? ''}`;
}
