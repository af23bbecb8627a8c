import type { HeatCell, HeatRow } from '../ui/chart/heat-cell.ts';
import type { Output } from './client.ts';

type Home = Output<'home.get'>;
type Cell = Home['coverage'][number]['cells'][number];

/** The criteria as rows of the heat map. Before any control is in the file, an empty criterion is no fault yet. */
export function heatRows(coverage: Home['coverage'], hasControls: boolean): readonly HeatRow[] {
  return coverage.map(({ series, title, cells }) => ({
    code: series,
    label: title.startsWith(`${series} `) ? title.slice(series.length + 1) : title,
    cells: cells.map((cell) => heatCell(cell, hasControls)),
  }));
}

function heatCell(cell: Cell, hasControls: boolean): HeatCell {
  const { id, code, step } = cell;
  return {
    id,
    code: code.replace(/^[A-Z]+/, ''),
    fullCode: code,
    step,
    state: cellState(cell, hasControls),
    words: cellWords(cell),
  };
}

function cellState(cell: Cell, hasControls: boolean): HeatCell['state'] {
  switch (cell.state) {
    case 'concluded':
      return 'concluded';
    case 'notRelevant':
      return 'not-relevant';
    case 'none':
      return hasControls ? 'uncovered' : 'counted';
    case 'covered':
    case 'subservice':
      return 'counted';
  }
}

function cellWords(cell: Cell): string {
  const tests = `${String(cell.testsConcluded)} of ${String(cell.tests)} tests concluded`;
  if (cell.state === 'subservice') return `${cell.title}, expected of a subservice organization`;
  return `${cell.title}, ${tests}`;
}
