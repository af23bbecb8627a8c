import {
  IconAlertSquareRounded,
  IconCircleCheck,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconClock,
  IconFlag,
  IconHistory,
  IconMinus,
  IconProgress,
} from '@tabler/icons-react';
import { classNames } from '../class-names.ts';
import { UiIcon } from '../icon/UiIcon.tsx';
import type { IconShape } from '../icon/UiIcon.tsx';
import styles from './StatusChip.module.css';

/** What a state means for the reader; each has an icon and a ground, and the word is the caller's. */
export type StatusKind =
  'done' | 'ready' | 'under-way' | 'stale' | 'due' | 'flagged' | 'blocks' | 'not-yet' | 'none';

interface StatusChipProps {
  readonly kind: StatusKind;
  /** The state in a word or two: "Ready for review". */
  readonly label: string;
  /** Another icon than the kind's, such as a lock for "Locked". */
  readonly icon?: IconShape;
  /** What the state means, for the tooltip. */
  readonly title?: string;
}

const ICONS: Readonly<Record<StatusKind, IconShape>> = {
  done: IconCircleCheckFilled,
  ready: IconCircleCheck,
  'under-way': IconProgress,
  stale: IconHistory,
  due: IconClock,
  flagged: IconFlag,
  blocks: IconAlertSquareRounded,
  'not-yet': IconCircleDashed,
  none: IconMinus,
};

const LOOKS: Readonly<Record<StatusKind, string>> = {
  done: 'good',
  ready: 'good',
  'under-way': 'outlined',
  stale: 'attention',
  due: 'attention',
  flagged: 'attention',
  blocks: 'blocks',
  'not-yet': 'quiet',
  none: 'quiet',
};

/** A state as icon and word, 20 high. */
export function StatusChip({ kind, label, icon, title }: StatusChipProps) {
  return (
    <span className={classNames(styles['chip'], styles[LOOKS[kind]])} title={title}>
      <UiIcon icon={icon ?? ICONS[kind]} size={14} />
      {label}
    </span>
  );
}

/** The icon of a state beside its word in running text, such as "current" or "stale, 2 changes". */
export function StatusWord({ kind, label }: { readonly kind: StatusKind; readonly label: string }) {
  return (
    <span className={classNames(styles['word'], styles[`${LOOKS[kind]}Word`])}>
      <UiIcon icon={ICONS[kind]} size={14} />
      {label}
    </span>
  );
}
