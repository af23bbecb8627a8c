import type { Input, Output } from '../../app/client.ts';
import type { StatusKind } from '../../ui/status/StatusChip.tsx';

/** A control as the list shows it. */
export type Control = Output<'control.list'>[number];
/** The fields in which a control is edited. */
export type ControlEdit = Omit<Input<'control.edit'>, 'id' | 'revision'>;

/** The states of a control. */
export const STATUS_WORDS: Readonly<
  Record<Control['status'], { readonly kind: StatusKind; readonly label: string }>
> = {
  draft: { kind: 'under-way', label: 'Draft' },
  agreed: { kind: 'done', label: 'Agreed' },
  retired: { kind: 'none', label: 'Retired' },
};

/** The risk that the guidance on sample sizes asks for. */
export const RISKS: readonly { readonly value: Control['risk']; readonly label: string }[] = [
  { value: 'high', label: 'High' },
  { value: 'low', label: 'Low' },
];

/** A value in words. */
export function wordOf(
  words: readonly { readonly value: string; readonly label: string }[],
  value: string,
): string {
  return words.find((known) => known.value === value)?.label ?? value;
}

const CONCLUSION_WORDS: Readonly<Record<string, string>> = {
  effective: 'effective',
  effectiveWithDeviations: 'effective, with deviations',
  notEffective: 'not effective',
  notTested: 'not tested',
  didNotOperate: 'did not operate',
};

/** How far a test is: its conclusion, or its state. */
export function testWords(test: Control['design']): string {
  if (test === null) return '–';
  if (test.conclusion !== null) return CONCLUSION_WORDS[test.conclusion] ?? test.conclusion;
  return test.status === 'notStarted' ? 'not started' : 'under way';
}
