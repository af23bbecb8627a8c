/** The parts of the drawer of a cell, in their order. */
export const CELL_TABS = ['evidence', 'result', 'deviation', 'item-notes'] as const;

/** A part of the drawer of a cell. */
export type CellTab = (typeof CELL_TABS)[number];

/** Whether a word names a part of the drawer. */
export function isCellTab(word: string): word is CellTab {
  return CELL_TABS.some((tab) => tab === word);
}
