import { classNames } from '../class-names.ts';
import { formatCount } from '../text/format-number.ts';
import { CellGlyph } from './CellGlyph.tsx';
import { countMarks } from './grid-counts.ts';
import { MARK_WORDS, MARKS } from './grid-model.ts';
import type { CellMark, GridAttribute, GridItem } from './grid-model.ts';
import styles from './GridLegend.module.css';

interface GridLegendProps {
  readonly items: readonly GridItem[];
  /** The mark that filters the rows; `undefined` shows all. */
  readonly filter: CellMark | undefined;
  readonly onFilter: (mark: CellMark | undefined) => void;
  /** A reminder of the keys at the right end. */
  readonly hint?: string;
}

/** What the glyphs mean, how often each stands, and, pressed, the filter. */
export function GridLegend({ items, filter, onFilter, hint }: GridLegendProps) {
  const counts = countMarks(items);
  return (
    <div className={styles['legend']} role="group" aria-label="Legend, counts and filter">
      {MARKS.map((mark) => (
        <button
          key={mark}
          type="button"
          aria-pressed={filter === mark}
          className={classNames(styles['entry'], filter === mark && styles['pressed'])}
          onClick={() => {
            onFilter(filter === mark ? undefined : mark);
          }}
        >
          <CellGlyph mark={mark} />
          {MARK_WORDS[mark]}
          <b>{formatCount(counts[mark])}</b>
        </button>
      ))}
      {hint === undefined ? null : <span className={styles['hint']}>{hint}</span>}
    </div>
  );
}

interface AttributeKeyProps {
  readonly attributes: readonly GridAttribute[];
  /** The attribute of the focused cell. */
  readonly current?: string | undefined;
}

/** The attributes with their letters, for the line above the grid. */
export function AttributeKey({ attributes, current }: AttributeKeyProps) {
  return (
    <ul className={styles['key']} aria-label="Attributes">
      {attributes.map((attribute) => (
        <li key={attribute.id} className={attribute.id === current ? styles['keyCurrent'] : undefined}>
          <b>{attribute.letter}</b> {attribute.label}
          {attribute.tickmark === '' ? null : (
            <span className={styles['tickmark']}>
              <span className={styles['spoken']}>, tick-mark </span>
              {attribute.tickmark}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
