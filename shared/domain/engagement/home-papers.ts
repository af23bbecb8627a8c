/** The workpapers in the order in which they are offered to whoever looks for one by its control. */
import type { Row } from '../journal/entities.ts';
import { all, find, type EngagementState } from '../journal/state.ts';

/** A workpaper as it is found: by its reference, by the number of its control, by its title. */
export interface PaperToFind {
  readonly id: string;
  readonly ref: string;
  readonly title: string;
  readonly kind: Row<'workpaper'>['kind'];
  /** The number of its control; `null` for a paper that is no control's. */
  readonly code: string | null;
}

/**
 * Every workpaper. That on the operation of a control stands before the others: it exists only once operation is tested,
 * and then it is what the control's number is looked up for.
 */
export function papersToFind(state: EngagementState): readonly PaperToFind[] {
  const papers = all(state, 'workpaper').map(({ id, ref, title, kind, controlId }) => ({
    ...{ id, ref, title, kind },
    code: find(state, 'control', controlId)?.code ?? null,
  }));
  const isOperating = ({ kind }: PaperToFind): boolean => kind === 'operating';
  return [...papers.filter(isOperating), ...papers.filter((paper) => !isOperating(paper))];
}
