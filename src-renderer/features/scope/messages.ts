import type { Output } from '../../app/client.ts';

/** The parts of the scope, each with its address. */
export const PARTS = [
  { id: 'boundary', label: 'Boundary' },
  { id: 'organizations', label: 'Subservice organizations' },
  { id: 'complementary', label: 'Complementary controls' },
  { id: 'commitments', label: 'Commitments' },
  { id: 'not-relevant', label: 'Criteria not relevant' },
  { id: 'dates', label: 'Dates and categories' },
  { id: 'sizes', label: 'Sample sizes' },
] as const;

/** A part of the scope. */
export type PartId = (typeof PARTS)[number]['id'];

type Scope = Output<'scope.get'>;

/** The texts that bound the system, as the description of the report takes them. */
export type ScopeTextKey = 'boundary' | 'infrastructure' | 'software' | 'people' | 'procedures' | 'data';
export const SCOPE_TEXTS: readonly {
  readonly key: ScopeTextKey;
  readonly label: string;
  readonly hint: string;
}[] = [
  { key: 'boundary', label: 'Boundary of the system', hint: 'What belongs to the system and what does not' },
  { key: 'infrastructure', label: 'Infrastructure', hint: 'Sites, networks, hosts and clouds' },
  { key: 'software', label: 'Software', hint: 'Applications, platforms and tools' },
  { key: 'people', label: 'People', hint: 'Teams and roles that run the system' },
  { key: 'procedures', label: 'Procedures', hint: 'How the system is run, changed and watched' },
  { key: 'data', label: 'Data', hint: 'What is stored, for whom, and how it is classified' },
];

/** How a subservice organization is treated. */
export const METHODS = [
  { value: 'carveOut', label: 'Carved out', detail: 'Its controls are expected, not examined' },
  { value: 'inclusive', label: 'Included', detail: 'Its controls are examined; it gives its own assertion' },
] as const;

/** Counts per part for the tabs. */
export function partCount(part: PartId, scope: Scope): string | undefined {
  const counts: Readonly<Record<PartId, number | undefined>> = {
    boundary: SCOPE_TEXTS.filter(({ key }) => scope[key].trim() !== '').length,
    organizations: scope.subservices.length,
    complementary: scope.complementary.length,
    commitments: scope.commitments.length,
    'not-relevant': scope.notRelevant.length,
    dates: undefined,
    sizes: undefined,
  };
  const count = counts[part];
  if (count === undefined) return undefined;
  return part === 'boundary' ? `${String(count)}/${String(SCOPE_TEXTS.length)}` : String(count);
}
