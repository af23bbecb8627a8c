import type { Output } from './client.ts';

type Control = Output<'control.list'>[number];

/** How often a control operates. */
export const FREQUENCIES: readonly { readonly value: Control['frequency']; readonly label: string }[] = [
  { value: 'annual', label: 'Once a year' },
  { value: 'semiannual', label: 'Twice a year' },
  { value: 'quarterly', label: 'Quarterly' },
  { value: 'monthly', label: 'Monthly' },
  { value: 'weekly', label: 'Weekly' },
  { value: 'daily', label: 'Daily' },
  { value: 'multiplePerDay', label: 'Many times a day' },
  { value: 'perOccurrence', label: 'Per occurrence' },
  { value: 'continuousAutomated', label: 'Continuous, automated' },
];

/** How a control is operated. */
export const NATURES: readonly { readonly value: Control['nature']; readonly label: string }[] = [
  { value: 'manual', label: 'Manual' },
  { value: 'itDependentManual', label: 'Manual, depends on a system' },
  { value: 'automated', label: 'Automated' },
];

/** What a control does. */
export const TYPES: readonly { readonly value: Control['type']; readonly label: string }[] = [
  { value: 'preventive', label: 'Preventive' },
  { value: 'detective', label: 'Detective' },
  { value: 'corrective', label: 'Corrective' },
];
