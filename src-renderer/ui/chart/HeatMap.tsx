import { classNames } from '../class-names.ts';
import { ChartFigure } from './ChartFigure.tsx';
import { cellSentence, heatTable } from './heat-cell.ts';
import type { HeatCell, HeatRow } from './heat-cell.ts';
import styles from './HeatMap.module.css';

interface HeatMapProps {
  /** What it shows, in one sentence. */
  readonly label: string;
  /** What the steps count: "Tests concluded". */
  readonly scaleLabel: string;
  readonly rows: readonly HeatRow[];
  readonly onOpen: (cellId: string) => void;
}

const STEPS = [0, 1, 2, 3, 4];

/** Rows of cells in five steps; every cell is a button with its sentence. */
export function HeatMap({ label, scaleLabel, rows, onOpen }: HeatMapProps) {
  return (
    <ChartFigure
      label={label}
      table={heatTable(rows)}
      legend={<HeatLegend scaleLabel={scaleLabel} cells={rows.flatMap((row) => row.cells)} />}
    >
      <ul className={styles['rows']}>
        {rows.map((row) => (
          <li key={row.code} className={styles['row']}>
            <span className={styles['code']}>{row.code}</span>
            <span className={styles['label']} title={row.label}>
              {row.label}
            </span>
            <span className={styles['cells']}>
              {row.cells.map((cell) => (
                <HeatButton key={cell.id} cell={cell} onOpen={onOpen} />
              ))}
            </span>
          </li>
        ))}
      </ul>
    </ChartFigure>
  );
}

function HeatButton({
  cell,
  onOpen,
}: {
  readonly cell: HeatCell;
  readonly onOpen: (cellId: string) => void;
}) {
  return (
    <button
      type="button"
      className={classNames(
        styles['cell'],
        cell.state === 'counted' && styles[`step${String(cell.step)}`],
        cell.state === 'concluded' && styles['concluded'],
        cell.state === 'uncovered' && styles['uncovered'],
        cell.state === 'not-relevant' && styles['notRelevant'],
      )}
      title={cellSentence(cell)}
      onClick={() => {
        onOpen(cell.id);
      }}
    >
      <span className={styles['spoken']}>{cell.fullCode.slice(0, -cell.code.length)}</span>
      {cell.code}
      <span className={styles['spoken']}>{cellSentence(cell).slice(cell.fullCode.length)}</span>
    </button>
  );
}

function HeatLegend({
  scaleLabel,
  cells,
}: {
  readonly scaleLabel: string;
  readonly cells: readonly HeatCell[];
}) {
  const has = (state: HeatCell['state']): boolean => cells.some((cell) => cell.state === state);
  return (
    <>
      <span className={styles['entry']}>
        {scaleLabel}
        <span className={styles['scale']} aria-hidden="true">
          {STEPS.map((step) => (
            <i key={step} className={styles[`step${String(step)}`]} />
          ))}
        </span>
        none to all
      </span>
      {has('uncovered') ? (
        <span className={styles['entry']}>
          <i className={classNames(styles['sample'], styles['uncovered'])} aria-hidden="true" /> no control
        </span>
      ) : null}
      {has('not-relevant') ? (
        <span className={styles['entry']}>
          <i className={classNames(styles['sample'], styles['notRelevant'])} aria-hidden="true" /> not
          relevant
        </span>
      ) : null}
    </>
  );
}
