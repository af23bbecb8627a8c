import { Stamp } from './Stamp.tsx';
import type { StampFacts } from './stamp-words.ts';
import styles from './SignOffBlock.module.css';

/** What is signed, with one stamp per level in the order of the columns. */
export interface SignOffRow {
  readonly label: string;
  readonly stamps: readonly StampFacts[];
}

interface SignOffBlockProps {
  /** The levels: Preparer, Reviewer, Manager; Partner where signed or next. */
  readonly levels: readonly string[];
  readonly rows: readonly SignOffRow[];
  readonly onShowChanges?: () => void;
}

/** The sign-offs of a paper: rows for design and operation, a column per level. */
export function SignOffBlock({ levels, rows, onShowChanges }: SignOffBlockProps) {
  return (
    <table className={styles['block']} aria-label="Sign-offs">
      <thead>
        <tr>
          <td />
          {levels.map((level) => (
            <th key={level} scope="col">
              {level}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.label}>
            <th scope="row">{row.label}</th>
            {row.stamps.map((stamp, index) => (
              <td key={levels[index] ?? index}>
                <Stamp
                  stamp={stamp}
                  hasWords={stamp.state === 'stale'}
                  {...(onShowChanges === undefined ? {} : { onShowChanges })}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** One line of compact stamps, for a column of a table: P, R, M, Pa. */
export function StampRow({ stamps }: { readonly stamps: readonly StampFacts[] }) {
  return (
    <span className={styles['row']}>
      {stamps.map((stamp, index) => (
        <Stamp key={`${String(index)}-${stamp.level}`} stamp={stamp} size="compact" />
      ))}
    </span>
  );
}

/** The sign-offs one below the other with their state in words, for the drawer. */
export function SignOffList({
  stamps,
  onShowChanges,
}: {
  readonly stamps: readonly StampFacts[];
  readonly onShowChanges?: () => void;
}) {
  return (
    <dl className={styles['list']}>
      {stamps.map((stamp) => (
        <div key={stamp.level}>
          <dt>{stamp.level}</dt>
          <dd>
            <Stamp stamp={stamp} hasWords {...(onShowChanges === undefined ? {} : { onShowChanges })} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
