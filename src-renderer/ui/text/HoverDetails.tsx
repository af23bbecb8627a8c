import { Popover } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';

interface HoverDetailsProps {
  /** One focusable element, or one that only the pointer reaches. */
  readonly target: ReactElement;
  readonly children: ReactNode;
  readonly className?: string | undefined;
  readonly onClose?: () => void;
}

const OPEN_AFTER = 300;
const CLOSE_AFTER = 150;

/** Details that open on hover and on focus, can be pointed into, and close with Escape (WCAG 1.4.13). */
export function HoverDetails({ target, children, className, onClose }: HoverDetailsProps) {
  const [isOpen, setOpen] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );
  const after = (delay: number, open: boolean): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setOpen(open);
      if (!open) onClose?.();
    }, delay);
  };
  const handlers = {
    onMouseEnter: () => {
      after(OPEN_AFTER, true);
    },
    onMouseLeave: () => {
      after(CLOSE_AFTER, false);
    },
    onFocus: () => {
      after(0, true);
    },
    onBlur: () => {
      after(CLOSE_AFTER, false);
    },
    onKeyDown: (event: { key: string; preventDefault: () => void }) => {
      if (event.key !== 'Escape' || !isOpen) return;
      event.preventDefault();
      after(0, false);
    },
  };
  return (
    <Popover
      opened={isOpen}
      withRoles={false}
      shadow="none"
      withinPortal={false}
      floatingStrategy="fixed"
      trapFocus={false}
      transitionProps={{ duration: 100 }}
    >
      <Popover.Target>
        <span {...handlers}>{target}</span>
      </Popover.Target>
      <Popover.Dropdown className={className ?? ''} {...handlers}>
        {children}
      </Popover.Dropdown>
    </Popover>
  );
}
