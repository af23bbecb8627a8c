import { IconCircleCheckFilled } from '@tabler/icons-react';
import { useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { classNames } from '../class-names.ts';
import { UiIcon } from '../icon/UiIcon.tsx';
import { neighbourIndex } from '../keys/neighbour-index.ts';
import styles from './TabBar.module.css';

/** One tab; a tab shows a filled check, its count, or both. */
export interface TabItem {
  readonly id: string;
  readonly label: string;
  readonly isDone?: boolean;
  /** `184`, or `75 of 80`. */
  readonly count?: string | undefined;
}

interface TabBarProps {
  /** What the tabs divide: "Workpaper LA-02". */
  readonly label: string;
  readonly tabs: readonly TabItem[];
  readonly current: string;
  readonly onChange: (id: string) => void;
  /**
   * `page`: across the whole page, staying at the top while main scrolls; `drawer`: across a drawer; `content`:
   * as wide as what is around it.
   */
  readonly place?: 'page' | 'drawer' | 'content';
}

/** Tabs with a 2 px underline; arrows move, as in every tab list. The panel has the id `panel-<id>`. */
export function TabBar({ label, tabs, current, onChange, place = 'content' }: TabBarProps) {
  const bar = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const index = tabs.findIndex((tab) => tab.id === current);
    const next = tabs[neighbourIndex(event.key, index, tabs.length) ?? -1];
    if (next === undefined) return;
    event.preventDefault();
    onChange(next.id);
    bar.current?.querySelector<HTMLElement>(`#tab-${CSS.escape(next.id)}`)?.focus();
  };
  return (
    <div
      ref={bar}
      role="tablist"
      aria-label={label}
      className={classNames(styles['bar'], styles[place])}
      onKeyDown={move}
    >
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={`tab-${tab.id}`}
          aria-selected={tab.id === current}
          aria-controls={tab.id === current ? `panel-${tab.id}` : undefined}
          tabIndex={tab.id === current ? 0 : -1}
          className={classNames(styles['tab'], tab.id === current && styles['current'])}
          onClick={() => {
            onChange(tab.id);
          }}
        >
          {tab.isDone === true ? (
            <UiIcon icon={IconCircleCheckFilled} size={14} className={styles['check']} />
          ) : null}
          {tab.isDone === true ? <span className={styles['spoken']}>Done: </span> : null}
          <span className={styles['label']} data-label={tab.label}>
            {tab.label}
          </span>
          {tab.count === undefined ? null : <span className={styles['count']}>{tab.count}</span>}
        </button>
      ))}
    </div>
  );
}
