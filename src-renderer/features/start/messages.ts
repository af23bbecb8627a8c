import type { StatusKind } from '../../ui/status/StatusChip.tsx';

/** The states of an engagement as the list of recent ones shows them. */
const STATUS_WORDS: Readonly<Record<string, { readonly kind: StatusKind; readonly label: string }>> = {
  draft: { kind: 'under-way', label: 'Draft' },
  accepted: { kind: 'under-way', label: 'Accepted' },
  planning: { kind: 'under-way', label: 'Planning' },
  fieldwork: { kind: 'under-way', label: 'Fieldwork' },
  wrapUp: { kind: 'under-way', label: 'Wrap-up' },
  issued: { kind: 'done', label: 'Issued' },
  assembling: { kind: 'due', label: 'Assembling' },
  locked: { kind: 'ready', label: 'Locked' },
  cancelled: { kind: 'none', label: 'Cancelled' },
};

/** The chip of an engagement: its state, or the gates that keep it from being signed. */
export function stateChip(recent: { readonly status: string; readonly blocks: number }): {
  readonly kind: StatusKind;
  readonly label: string;
} {
  const { status, blocks } = recent;
  if (status === 'wrapUp' && blocks > 0)
    return { kind: 'blocks', label: blocks === 1 ? '1 gate blocks' : `${String(blocks)} gates block` };
  return STATUS_WORDS[status] ?? { kind: 'under-way', label: status };
}
