import { Tooltip } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconAlertSquareRounded, IconCheck } from '@tabler/icons-react';
import { classNames } from '../class-names.ts';
import { UiIcon } from '../icon/UiIcon.tsx';
import type { IconShape } from '../icon/UiIcon.tsx';
import styles from './Navigation.module.css';

/** A place in the navigation. */
export interface NavItem {
  readonly id: string;
  readonly label: string;
  readonly icon: IconShape;
  readonly href: string;
  /** What is done or waits there: `9`, `12/59`. */
  readonly count?: string | undefined;
  /** How many gates block there; shown instead of the count. */
  readonly blocks?: number | undefined;
}

/** The places of one phase. */
export interface NavGroup {
  readonly id: string;
  /** `undefined` for the places above the phases. */
  readonly label?: string;
  /** The phase is done, or how far it is. */
  readonly progress?:
    { readonly isDone: true } | { readonly isDone: false; readonly text: string } | undefined;
  readonly items: readonly NavItem[];
}

export interface NavigationProps {
  readonly groups: readonly NavGroup[];
  /** The id of the place on screen. */
  readonly current: string | undefined;
  readonly onGo: (item: NavItem) => void;
}

/** The phases and their places; under 1280 px it keeps only icons, with a tooltip each. */
export function Navigation({ groups, current, onGo }: NavigationProps) {
  const isFolded = useMediaQuery('(max-width: 1279px)', false, { getInitialValueInEffect: false });
  return (
    <nav
      className={styles['navigation']}
      aria-label="Phases"
      data-region="navigation"
      data-keys="list"
      tabIndex={-1}
    >
      {groups.map((group) => (
        <div key={group.id} role="group" aria-label={group.label ?? 'Engagement'}>
          {group.label === undefined ? null : <GroupHeading group={group} />}
          <ul className={styles['list']}>
            {group.items.map((item) => (
              <li key={item.id}>
                <NavLink item={item} isCurrent={item.id === current} isFolded={isFolded} onGo={onGo} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function GroupHeading({ group }: { readonly group: NavGroup }) {
  const { progress } = group;
  return (
    <div className={styles['heading']}>
      <span>{group.label}</span>
      {progress?.isDone === true ? (
        <span className={styles['done']}>
          <UiIcon icon={IconCheck} />
          <span className={styles['spoken']}>done</span>
        </span>
      ) : null}
      {progress?.isDone === false ? <span>{progress.text}</span> : null}
    </div>
  );
}

interface NavLinkProps {
  readonly item: NavItem;
  readonly isCurrent: boolean;
  readonly isFolded: boolean;
  readonly onGo: (item: NavItem) => void;
}

function NavLink({ item, isCurrent, isFolded, onGo }: NavLinkProps) {
  const blocks = item.blocks ?? 0;
  return (
    <Tooltip label={tooltipText(item)} position="right" disabled={!isFolded}>
      <a
        href={item.href}
        className={classNames(styles['link'], isCurrent && styles['current'])}
        aria-current={isCurrent ? 'page' : undefined}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          onGo(item);
        }}
      >
        <UiIcon icon={item.icon} className={styles['icon']} />
        <span className={styles['label']}>{item.label}</span>
        {blocks > 0 ? (
          <span className={styles['blocks']}>
            <UiIcon icon={IconAlertSquareRounded} />
            <span className={styles['blockCount']}>{blocks}</span>
            <span className={styles['spoken']}>{blocks === 1 ? ' gate blocks' : ' gates block'}</span>
          </span>
        ) : (
          <span className={styles['count']}>{item.count}</span>
        )}
      </a>
    </Tooltip>
  );
}

function tooltipText(item: NavItem): string {
  const blocks = item.blocks ?? 0;
  if (blocks > 0) return `${item.label}, ${String(blocks)} ${blocks === 1 ? 'gate blocks' : 'gates block'}`;
  return item.count === undefined ? item.label : `${item.label}, ${item.count}`;
}
