import type { Output } from '../../../app/client.ts';

/** The design test of a control. */
export type Design = Output<'design.get'>;
/** What was done to test the design. */
export type Procedure = Design['procedures'][number];

/** The natures of a procedure, from the weakest to the strongest evidence. */
export const NATURES = [
  { value: 'inquiry', label: 'Inquiry' },
  { value: 'observation', label: 'Observation' },
  { value: 'inspection', label: 'Inspection' },
  { value: 'reperformance', label: 'Reperformance' },
] as const satisfies readonly { readonly value: Procedure['nature']; readonly label: string }[];

/** A nature in a word: "Inspection". */
export function natureWord(nature: Procedure['nature']): string {
  return NATURES.find(({ value }) => value === nature)?.label ?? nature;
}
