import type { Output } from '../../app/client.ts';
import type { StatusKind } from '../../ui/status/StatusChip.tsx';

/** A version of the report. */
export type Version = Output<'report.get'>['versions'][number];
/** A gate of the report as it stands now. */
export type GateLine = Output<'report.get'>['gates'][number];

/** The states of a version in words. */
export const STATUS_WORDS: Readonly<
  Record<Version['status'], { readonly kind: StatusKind; readonly label: string }>
> = {
  draft: { kind: 'under-way', label: 'Draft' },
  underReview: { kind: 'under-way', label: 'Under review' },
  readyToSign: { kind: 'ready', label: 'Ready to sign' },
  signed: { kind: 'done', label: 'Signed' },
  issued: { kind: 'done', label: 'Issued' },
  superseded: { kind: 'none', label: 'Superseded' },
  withdrawn: { kind: 'flagged', label: 'Withdrawn' },
};

/** When a gate that is not yet due is asked. */
export const LATER_WORDS: Readonly<Record<string, string>> = {
  L6: 'at the report date',
  L7: 'at the report date',
  L12: 'at signing',
  L13: 'at issue',
  L14: 'after issue',
};

/** The link from a gate to its cause, by code; others say "Show". */
export const CAUSE_LINKS: Readonly<Record<string, string>> = {
  L1: 'See what is open',
  L2: 'See notes',
  L3: 'See deviations',
  L4: 'Open letters',
  L5: 'Open letters',
  L6: 'Record inquiry',
  L7: 'Set report date',
  L8: 'Open opinion',
  L9: 'Answer description',
  L10: 'See tests',
  L11: 'Open letters',
};

/** The opinion of a part in words. */
export const OPINION_WORDS: Readonly<Record<string, string>> = {
  unmodified: 'Unmodified',
  qualified: 'Qualified',
  adverse: 'Adverse',
  disclaimer: 'Disclaimer',
};
