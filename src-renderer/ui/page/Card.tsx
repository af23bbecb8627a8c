import { useId } from 'react';
import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { UiIcon } from '../icon/UiIcon.tsx';
import type { IconShape } from '../icon/UiIcon.tsx';
import styles from './Card.module.css';

interface CardProps {
  /** The heading; without one the card is only a sheet. */
  readonly title?: string;
  readonly icon?: IconShape;
  /** Colours the icon: what blocks is red, everything else is ink. */
  readonly tone?: 'plain' | 'block';
  /** At the right of the heading: the count of what is in the card, a chip, or a button. */
  readonly aside?: ReactNode;
  /** `true` when the content reaches the edges, as a list of rows does. */
  readonly isFlush?: boolean;
  readonly children: ReactNode;
}

/** A sheet with a hairline border and, as a rule, a heading row. */
export function Card({ title, icon, tone = 'plain', aside, isFlush = false, children }: CardProps) {
  const headingId = useId();
  return (
    <div
      role={title === undefined ? undefined : 'group'}
      className={styles['card']}
      aria-labelledby={title === undefined ? undefined : headingId}
    >
      {title === undefined ? null : (
        <div className={styles['head']}>
          {icon === undefined ? null : (
            <UiIcon icon={icon} className={tone === 'block' ? styles['blockIcon'] : styles['icon']} />
          )}
          <h2 id={headingId} className={styles['title']}>
            {title}
          </h2>
          <div className={styles['aside']}>{aside}</div>
        </div>
      )}
      <div className={classNames(styles['body'], isFlush && styles['flush'])}>{children}</div>
    </div>
  );
}

/** A row of a flush card, divided from the next by a hairline. */
export function CardRow({ children }: { readonly children: ReactNode }) {
  return <div className={styles['row']}>{children}</div>;
}

/** A document on the desk: the certificate, the preview of a page. Serif headings, double rules, a soft lift. */
export function PaperSheet({
  children,
  isAlwaysWhite = false,
}: {
  readonly children: ReactNode;
  readonly isAlwaysWhite?: boolean;
}) {
  return <div className={classNames(styles['paper'], isAlwaysWhite && styles['white'])}>{children}</div>;
}
