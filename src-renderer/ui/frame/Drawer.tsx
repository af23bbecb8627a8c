import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { IconButton } from '../button/IconButton.tsx';
import { classNames } from '../class-names.ts';
import styles from './Drawer.module.css';

/** What stands in the right drawer. */
export interface DrawerContent {
  readonly title: string;
  readonly subtitle?: string;
  /** 372 for evidence, an item, notes or changes; 476 for the preview of a document. */
  readonly width?: 'normal' | 'preview';
  readonly onClose: () => void;
  /** Goes to the previous or next item of the list beside it; without them the buttons are not shown. */
  readonly onPrevious?: () => void;
  readonly onNext?: () => void;
  /** Tools in the heading, such as page and zoom, instead of previous and next. */
  readonly tools?: ReactNode;
  /** What stays at the lower edge: the sign-off, a note. */
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

/** The right drawer: beside main from 1200 px on, over it below; Escape closes it where it floats. */
export function Drawer(props: DrawerContent) {
  const { title, subtitle, width = 'normal', onClose, tools, footer, children } = props;
  const drawer = useRef<HTMLElement>(null);
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    opener.current = document.activeElement;
    return () => {
      if (opener.current instanceof HTMLElement && opener.current.isConnected) opener.current.focus();
    };
  }, []);
  return (
    <aside
      ref={drawer}
      className={classNames(styles['drawer'], width === 'preview' && styles['preview'])}
      aria-label={title}
      data-region="drawer"
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
    >
      <div className={styles['head']}>
        <div className={styles['titles']}>
          <h2 className={styles['title']}>{title}</h2>
          {subtitle === undefined ? null : <div className={styles['subtitle']}>{subtitle}</div>}
        </div>
        <div className={styles['tools']}>
          {tools}
          {props.onPrevious === undefined ? null : (
            <IconButton label="Previous" icon={IconChevronUp} onPress={props.onPrevious} />
          )}
          {props.onNext === undefined ? null : (
            <IconButton label="Next" icon={IconChevronDown} onPress={props.onNext} />
          )}
          <IconButton label="Close" icon={IconX} onPress={onClose} />
        </div>
      </div>
      {/* Reachable, so that the keys scroll it also where nothing in it takes the focus. */}
      <div className={styles['body']} role="group" aria-label={`${title}, content`} tabIndex={0}>
        {children}
      </div>
      {footer === undefined ? null : <div className={styles['foot']}>{footer}</div>}
    </aside>
  );
}

/** A part of a drawer, divided from the next by a hairline. */
export function DrawerSection({
  title,
  aside,
  children,
}: {
  readonly title?: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles['section']}>
      {title === undefined ? null : (
        <div className={styles['sectionHead']}>
          <h3>{title}</h3>
          {aside}
        </div>
      )}
      {children}
    </div>
  );
}
