import type { Input, Output } from '../../app/client.ts';

/** The wizard as the record answers it. */
export type Wizard = Output<'opinion.get'>;
/** What the opinion says of one part. */
export type Part = Wizard['suggestion']['description'];

/** The opinion as it is being decided. */
export interface OpinionDraft {
  readonly description: Part;
  readonly design: Part;
  readonly operation: Part | null;
  readonly evidenceMissing: boolean;
  readonly evidenceMissingText: string;
  readonly pervasive: boolean;
  readonly pervasiveRationale: string;
  readonly basis: string;
}

/** The answers that only the partner can give. */
export interface PartnerAnswers {
  readonly evidenceMissing: boolean;
  readonly evidenceMissingText: string;
  readonly pervasive: boolean;
  readonly pervasiveRationale: string;
}

/** The kinds of opinion in words. */
export const PARTS: readonly { readonly value: Part; readonly label: string }[] = [
  { value: 'unmodified', label: 'Unmodified' },
  { value: 'qualified', label: 'Qualified' },
  { value: 'adverse', label: 'Adverse' },
  { value: 'disclaimer', label: 'Disclaimer' },
];

/** A kind of opinion in words. */
export function partLabel(part: Part): string {
  return PARTS.find((known) => known.value === part)?.label ?? part;
}

/** What the partner answered before, else what the record says already. */
export function answersOf({ opinion, questions }: Wizard): PartnerAnswers {
  const isSaid = (code: 'evidence' | 'pervasive'): boolean =>
    questions.find((question) => question.code === code)?.answer === true;
  return {
    evidenceMissing: opinion?.evidenceMissing ?? isSaid('evidence'),
    evidenceMissingText: opinion?.evidenceMissingText ?? '',
    pervasive: opinion?.pervasive ?? isSaid('pervasive'),
    pervasiveRationale: opinion?.pervasiveRationale ?? '',
  };
}

/** The parts as chosen by hand; a part that was not touched follows the suggestion. */
export type ChosenParts = Partial<Record<'description' | 'design' | 'operation', Part>>;

/** The parts of the opinion with their letters; Type I has no opinion on operation. */
export function partsOf({ type }: Pick<Wizard, 'type'>): readonly {
  readonly id: keyof ChosenParts;
  readonly letter: string;
  readonly label: string;
}[] {
  const both = [
    { id: 'description', letter: '(a)', label: 'The description' },
    { id: 'design', letter: '(b)', label: 'Suitability of the design' },
  ] as const;
  if (type === 'I') return both;
  return [...both, { id: 'operation', letter: '(c)', label: 'Operating effectiveness' }];
}

/** The opinion to be decided, from the answers, the parts chosen by hand and the suggestion. */
export function decisionOf(
  wizard: Wizard,
  answers: PartnerAnswers,
  parts: ChosenParts,
  basis: string,
): Input<'opinion.decide'> & OpinionDraft {
  const { suggestion, type } = wizard;
  return {
    ...answers,
    basis,
    description: parts.description ?? suggestion.description,
    design: parts.design ?? suggestion.design,
    operation: type === 'I' ? null : (parts.operation ?? suggestion.operation),
  };
}

/** Whether any part of an opinion is modified: its basis is then stated. */
export function isModified({
  description,
  design,
  operation,
}: Pick<OpinionDraft, 'description' | 'design' | 'operation'>): boolean {
  return [description, design, operation ?? 'unmodified'].some((part) => part !== 'unmodified');
}
