import type { Ref } from 'react';
import { Tooltip } from '@mantine/core';
import { UiIcon } from '../icon/UiIcon.tsx';
import type { IconShape } from '../icon/UiIcon.tsx';
import styles from './IconButton.module.css';

interface IconButtonProps {
  /** Only close, previous, next and zoom stand without a word; the label is spoken and shown on hover. */
  readonly label: string;
  readonly icon: IconShape;
  readonly onPress: () => void;
  readonly isDisabled?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button that is an icon: 28 square. */
export function IconButton({ label, icon, onPress, isDisabled = false, ref }: IconButtonProps) {
  return (
    <Tooltip label={label}>
      <button
        ref={ref}
        type="button"
        className={styles['button']}
        aria-label={label}
        aria-disabled={isDisabled || undefined}
        onClick={() => {
          if (!isDisabled) onPress();
        }}
      >
        <UiIcon icon={icon} />
      </button>
    </Tooltip>
  );
}
