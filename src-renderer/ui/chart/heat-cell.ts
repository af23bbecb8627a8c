import type { ChartTable } from './ChartFigure.tsx';

/** A cell of the heat map. */
export interface HeatCell {
  readonly id: string;
  /** The short code in the cell: `6.2`. */
  readonly code: string;
  /** The whole code, for the sentence: `CC6.2`. */
  readonly fullCode: string;
  /**
   * `counted`: step 0 to 4 after what is done; `concluded`: done and concluded; `uncovered`: nothing answers it,
   * which blocks; `not-relevant`: left out with a reason.
   */
  readonly state: 'counted' | 'concluded' | 'uncovered' | 'not-relevant';
  readonly step: 0 | 1 | 2 | 3 | 4;
  /** The count behind the step in words: "3 of 5 tests concluded". */
  readonly words: string;
}

/** A row of the heat map. */
export interface HeatRow {
  readonly code: string;
  readonly label: string;
  readonly cells: readonly HeatCell[];
}

/** The step of `done` of `total`: 0 for none, 4 for all, and three steps between them. */
export function heatStep(done: number, total: number): HeatCell['step'] {
  if (total <= 0 || done <= 0) return 0;
  if (done >= total) return 4;
  const share = done / total;
  if (share <= 1 / 3) return 1;
  return share <= 2 / 3 ? 2 : 3;
}

const STATE_WORDS: Readonly<Record<HeatCell['state'], string>> = {
  counted: '',
  concluded: ', concluded',
  uncovered: ', no control',
  'not-relevant': ', not relevant',
};

/** "CC6.2: 3 of 5 tests concluded": a cell as it is read out. */
export function cellSentence(cell: HeatCell): string {
  return `${cell.fullCode}: ${cell.words}${STATE_WORDS[cell.state]}`;
}

/** The map in words, one line per cell. */
export function heatTable(rows: readonly HeatRow[]): ChartTable {
  return {
    headings: ['Criterion', 'State'],
    rows: rows.flatMap((row) =>
      row.cells.map((cell) => [`${cell.fullCode} (${row.label})`, `${cell.words}${STATE_WORDS[cell.state]}`]),
    ),
  };
}
