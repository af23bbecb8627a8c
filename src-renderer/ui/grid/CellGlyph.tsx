import { IconRefresh } from '@tabler/icons-react';
import { classNames } from '../class-names.ts';
import { UiIcon } from '../icon/UiIcon.tsx';
import type { CellMark } from './grid-model.ts';
import styles from './CellGlyph.module.css';

/** The sign of a result, 15 px, drawn in `currentColor` so that it stays in high contrast. */
export function CellGlyph({
  mark,
  tickmark = '',
  isAutomated = false,
}: {
  readonly mark: CellMark;
  /** The firm's own sign in place of the usual tick. */
  readonly tickmark?: string;
  readonly isAutomated?: boolean;
}) {
  return (
    <span className={styles['cell']}>
      {mark === 'pass' && tickmark !== '' ? (
        <span className={styles['tickmark']} aria-hidden="true">
          {tickmark}
        </span>
      ) : (
        <svg className={classNames(styles['glyph'], styles[mark])} viewBox="0 0 15 15" aria-hidden="true">
          <GlyphShape mark={mark} />
        </svg>
      )}
      {isAutomated ? <UiIcon icon={IconRefresh} size={10} className={styles['automated']} /> : null}
    </span>
  );
}

function GlyphShape({ mark }: { readonly mark: CellMark }) {
  switch (mark) {
    case 'pass':
      return (
        <path d="M2.2 8.3c1.2.6 2.2 1.7 2.9 3.1C6.9 7.6 9.3 4.9 12.9 2.8" className={styles['stroke']} />
      );
    case 'deviation':
      return (
        <>
          <path d="M7.5 0.8 14.2 7.5 7.5 14.2 0.8 7.5z" className={styles['fill']} />
          <path d="M5.4 5.4l4.2 4.2M9.6 5.4l-4.2 4.2" className={styles['cut']} />
        </>
      );
    case 'not-applicable':
      return <path d="M2.5 7.5h10" className={styles['stroke']} />;
    case 'missing':
      return (
        <>
          <rect x="1.2" y="1.2" width="12.6" height="12.6" rx="2.5" className={styles['dashed']} />
          <path d="M7.5 4v4.2M7.5 10.6v.4" className={styles['stroke']} />
        </>
      );
    case 'empty':
      return <circle cx="7.5" cy="7.5" r="1.3" className={styles['fill']} />;
  }
}
