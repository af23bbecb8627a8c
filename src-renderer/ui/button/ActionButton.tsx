import { Button } from '@mantine/core';
import type { Ref } from 'react';
import { UiIcon } from '../icon/UiIcon.tsx';
import type { IconShape } from '../icon/UiIcon.tsx';
import styles from './ActionButton.module.css';

interface ActionButtonProps {
  /** A verb with its object: "Draw sample". */
  readonly label: string;
  readonly onPress: () => void;
  /** `filled` is for the one next step of a screen. */
  readonly kind?: 'filled' | 'default' | 'quiet';
  readonly icon?: IconShape;
  /** An icon after the label, for "go on". */
  readonly trailingIcon?: IconShape;
  /** Blocked by a rule: stays visible and focusable; pressing it calls `onPress`, which moves focus to the banner. */
  readonly isBlocked?: boolean;
  /** The work that the press began is under way; presses are ignored. */
  readonly isBusy?: boolean;
  readonly isWide?: boolean;
  /** The id of the element that says why it is blocked. */
  readonly describedBy?: string | undefined;
  readonly type?: 'button' | 'submit';
  readonly ref?: Ref<HTMLButtonElement>;
}

const VARIANTS = { filled: 'filled', default: 'default', quiet: 'subtle' };

/** A button: 30 high, verb with object, filled only for the next step. */
export function ActionButton(props: ActionButtonProps) {
  const isBlocked = props.isBlocked === true;
  const isBusy = props.isBusy === true;
  return (
    <Button
      ref={props.ref ?? null}
      type={props.type ?? 'button'}
      variant={isBlocked ? 'default' : VARIANTS[props.kind ?? 'default']}
      fullWidth={props.isWide === true}
      leftSection={<ButtonIcon icon={props.icon} />}
      rightSection={<ButtonIcon icon={props.trailingIcon} />}
      aria-disabled={isBlocked || isBusy}
      aria-describedby={props.describedBy}
      aria-busy={isBusy}
      classNames={{ root: styles['button'] ?? '', section: styles['section'] ?? '' }}
      onClick={() => {
        if (!isBusy) props.onPress();
      }}
    >
      {props.label}
    </Button>
  );
}

function ButtonIcon({ icon }: { readonly icon: IconShape | undefined }) {
  return icon === undefined ? null : <UiIcon icon={icon} />;
}
