import { Menu } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconSearch } from '@tabler/icons-react';
import { UiIcon } from '../icon/UiIcon.tsx';
import type { IconShape } from '../icon/UiIcon.tsx';
import { Logo } from '../icon/Logo.tsx';
import { Folio } from '../text/Folio.tsx';
import { Keycap } from '../text/Keycap.tsx';
import styles from './TopBar.module.css';

/** One step of the way to the page; the last one is the page itself and has no address. */
export interface Crumb {
  readonly label: string;
  readonly href?: string;
  readonly onGo?: () => void;
}

/** A line of the person's menu. */
export interface PersonMenuItem {
  readonly label: string;
  readonly icon?: IconShape;
  readonly keys?: string;
  readonly onPress: () => void;
}

export interface TopBarProps {
  readonly breadcrumb: readonly Crumb[];
  /** The reference of the paper on screen. */
  readonly folio?: string | undefined;
  readonly person: { readonly initials: string; readonly name: string; readonly role: string };
  readonly personMenu: readonly PersonMenuItem[];
  /** Opens the command palette. */
  readonly onSearch: () => void;
  /** The keys that open it, in the words of the platform. */
  readonly searchKeys?: string;
}

/** Where am I, search and commands, and who I am. */
export function TopBar({
  breadcrumb,
  folio,
  person,
  personMenu,
  onSearch,
  searchKeys = 'Ctrl K',
}: TopBarProps) {
  return (
    <header className={styles['bar']}>
      <div className={styles['brand']}>
        <Logo />
        <span className={styles['name']}>Tickmark</span>
      </div>
      <Breadcrumb crumbs={breadcrumb} folio={folio} />
      <button
        type="button"
        className={styles['search']}
        onClick={onSearch}
        aria-keyshortcuts="Control+K Meta+K"
      >
        <UiIcon icon={IconSearch} />
        <span className={styles['searchLabel']}>Search or run a command</span>
        <Keycap keys={searchKeys} />
      </button>
      <PersonMenu person={person} items={personMenu} />
    </header>
  );
}

function Breadcrumb({
  crumbs,
  folio,
}: {
  readonly crumbs: readonly Crumb[];
  readonly folio?: string | undefined;
}) {
  return (
    <div className={styles['where']}>
      <nav aria-label="Where you are" className={styles['crumbs']}>
        <ol>
          {crumbs.map((crumb, index) => (
            <li key={`${String(index)}-${crumb.label}`}>
              {index === 0 ? null : (
                <UiIcon icon={IconChevronRight} size={14} className={styles['chevron']} />
              )}
              <CrumbLabel crumb={crumb} isLast={index === crumbs.length - 1} />
            </li>
          ))}
        </ol>
      </nav>
      {folio === undefined ? null : <Folio reference={folio} />}
    </div>
  );
}

function CrumbLabel({ crumb, isLast }: { readonly crumb: Crumb; readonly isLast: boolean }) {
  const { label, href, onGo } = crumb;
  if (isLast || href === undefined) {
    return (
      <span className={isLast ? styles['current'] : undefined} aria-current={isLast ? 'page' : undefined}>
        {label}
      </span>
    );
  }
  return (
    <a
      href={href}
      onClick={(event) => {
        if (onGo === undefined) return;
        event.preventDefault();
        onGo();
      }}
    >
      {label}
    </a>
  );
}

function PersonMenu({
  person,
  items,
}: {
  readonly person: TopBarProps['person'];
  readonly items: readonly PersonMenuItem[];
}) {
  return (
    <Menu
      position="bottom-end"
      withInitialFocusPlaceholder={false}
      transitionProps={{ duration: 100 }}
      withinPortal={false}
    >
      <Menu.Target>
        <button type="button" className={styles['person']} title={person.name}>
          <span className={styles['avatar']} aria-hidden="true">
            {person.initials}
          </span>
          <span className={styles['who']}>
            <span className={styles['initials']}>{person.initials}</span>
            <span className={styles['role']}>{person.role}</span>
          </span>
          <UiIcon icon={IconChevronDown} size={14} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {items.map((item) => (
          <Menu.Item
            key={item.label}
            leftSection={item.icon === undefined ? undefined : <UiIcon icon={item.icon} />}
            rightSection={item.keys === undefined ? undefined : <Keycap keys={item.keys} />}
            onClick={item.onPress}
          >
            {item.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
