import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import styles from './PageHeader.module.css';

interface PageHeaderProps {
  readonly title: string;
  /** A line under the title: what the page is about, in facts. */
  readonly subtitle?: ReactNode;
  /** At the right: key figures, the sign-off block, or the actions of the page. */
  readonly aside?: ReactNode;
  /** `start` for a block that begins beside the title, such as sign-offs; else it ends beside the last line. */
  readonly asideAlign?: 'start' | 'end';
}

/** The heading of a page: the only `h1`, in the serif. */
export function PageHeader({ title, subtitle, aside, asideAlign = 'end' }: PageHeaderProps) {
  return (
    <div className={classNames(styles['header'], asideAlign === 'start' && styles['start'])}>
      <div className={styles['text']}>
        <h1 className={styles['title']}>{title}</h1>
        {subtitle === undefined ? null : <div className={styles['subtitle']}>{subtitle}</div>}
      </div>
      {aside === undefined ? null : <div className={styles['aside']}>{aside}</div>}
    </div>
  );
}

/** The body of a page: the page's padding and the gap between its cards. */
export function PageBody({ children }: { readonly children: ReactNode }) {
  return <div className={styles['body']}>{children}</div>;
}

/** Content beside a column of 33 per cent: main figures at the left, what explains them at the right. */
export function PageColumns({
  children,
  aside,
}: {
  readonly children: ReactNode;
  readonly aside: ReactNode;
}) {
  return (
    <div className={styles['columns']}>
      <div className={styles['column']}>{children}</div>
      <div className={styles['column']}>{aside}</div>
    </div>
  );
}
