import type { Icon } from '@tabler/icons-react';

/** An icon of the Tabler set. */
export type IconShape = Icon;

interface UiIconProps {
  readonly icon: IconShape;
  /** 16 in lines and buttons, 14 in chips. */
  readonly size?: number;
  readonly className?: string | undefined;
}

/** An icon in the program's stroke; the word beside it speaks, so it is hidden from screen readers. */
export function UiIcon({ icon: Shape, size = 16, className }: UiIconProps) {
  return <Shape size={size} stroke={1.6} className={className} aria-hidden focusable={false} />;
}
