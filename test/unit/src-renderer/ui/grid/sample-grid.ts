import type { CellMark, GridAttribute, GridItem } from '../../../../../src-renderer/ui/grid/grid-model.ts';

const MARK_OF: Readonly<Record<string, CellMark>> = {
  P: 'pass',
  D: 'deviation',
  N: 'not-applicable',
  '!': 'missing',
  '.': 'empty',
};

/** Items from one word per row, such as `PD.`: pass, deviation, empty. */
export function gridItems(...rows: readonly string[]): readonly GridItem[] {
  return rows.map((row, index) => ({
    id: `i${String(index + 1)}`,
    number: index + 1,
    key: `K-${String(index + 1)}`,
    values: [],
    cells: row.split('').map((letter) => ({ mark: MARK_OF[letter] ?? 'empty' })),
    evidenceCount: 0,
  }));
}

/** Attributes A, B, C, … */
export function gridAttributes(count: number): readonly GridAttribute[] {
  return Array.from({ length: count }, (_, index) => {
    const letter = String.fromCharCode(65 + index);
    return { id: letter.toLowerCase(), letter, label: `attribute ${letter}`, tickmark: '' };
  });
}
