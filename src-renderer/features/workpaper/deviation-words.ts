import type { Output } from '../../app/client.ts';
import { shownDate } from '../../ui/form/typed-date.ts';
import type { StatusKind } from '../../ui/status/StatusChip.tsx';

/** A deviation as the record holds it. */
export type Deviation = Output<'testing.deviations'>[number];

/** The states of a deviation. */
const DEVIATION_STATES: Readonly<
  Record<Deviation['status'], { readonly kind: StatusKind; readonly label: string }>
> = {
  identified: { kind: 'flagged', label: 'Identified' },
  underEvaluation: { kind: 'due', label: 'Under evaluation' },
  evaluated: { kind: 'ready', label: 'Evaluated' },
  closed: { kind: 'done', label: 'Closed' },
};

/** The state of a deviation as a chip; one that was taken back stays on record. */
export function deviationState(deviation: Deviation): { readonly kind: StatusKind; readonly label: string } {
  return deviation.withdrawnReason === null
    ? DEVIATION_STATES[deviation.status]
    : { kind: 'none', label: 'Taken back' };
}

/** Where a deviation was found: "LA-02, item 7, attribute B". */
export function deviationPlace({ controlCode, itemOrdinal, attributeKey }: Deviation): string {
  const item = itemOrdinal === null ? '' : `item ${String(itemOrdinal)}`;
  const attribute = attributeKey === null ? '' : `attribute ${attributeKey}`;
  return [controlCode, item, attribute].filter((part) => part !== '').join(', ');
}

/** A question about a deviation with its answer; without one it is still open. */
export interface Answer {
  readonly label: string;
  readonly text: string;
  readonly isAnswered: boolean;
}

const DEFICIENCY: Readonly<Record<Deviation['deficiency'], string>> = {
  none: 'none',
  control: 'of the control',
  criterion: 'of the criterion',
};

/** The questions that a deviation puts, in the order in which they are worked on. */
export function answersOf(deviation: Deviation, codes: ReadonlyMap<string, string>): readonly Answer[] {
  const compensating = deviation.compensatingControlIds.map((id) => codes.get(id) ?? id).join(', ');
  const agreed = deviation.agreedOn === null ? '' : `${deviation.agreedBy}, ${shownDate(deviation.agreedOn)}`;
  return [
    answer('Nature', deviation.nature),
    answer('Date of occurrence', deviation.occurredOn === null ? '' : shownDate(deviation.occurredOn)),
    answer('Cause', deviation.cause),
    answer('Extent', deviation.extent),
    { label: 'Isolated', ...isolation(deviation) },
    {
      label: 'Compensating control',
      text: compensating === '' ? 'none named' : compensating,
      isAnswered: compensating !== '' || deviation.evaluation.trim() !== '',
    },
    answer('Effect on criteria', deviation.effect),
    answer('Evaluation', deviation.evaluation),
    {
      label: 'Deficiency',
      text: DEFICIENCY[deviation.deficiency],
      isAnswered: deviation.status !== 'identified',
    },
    answer('Agreed by the client', agreed),
  ];
}

function answer(label: string, text: string): Answer {
  const isAnswered = text.trim() !== '';
  return { label, text: isAnswered ? text : 'to be answered', isAnswered };
}

function isolation({ isolated, isolationProof }: Deviation): Omit<Answer, 'label'> {
  if (isolated === 'unknown') return { text: 'not known', isAnswered: false };
  if (isolated === 'no') return { text: 'no', isAnswered: true };
  const hasProof = isolationProof.trim() !== '';
  return { text: hasProof ? `yes: ${isolationProof}` : 'yes, proof to be given', isAnswered: hasProof };
}
