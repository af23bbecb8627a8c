import { classNames } from '../class-names.ts';
import styles from './TextLink.module.css';

interface TextLinkProps {
  /** A verb with its object, or the name of the place: "Evaluate", "See 58 papers". */
  readonly label: string;
  readonly onPress: () => void;
  /** When the link goes to a place of the program, its address, so that it is a real link. */
  readonly href?: string;
  /** What a screen reader hears when the label alone is not enough. */
  readonly spokenLabel?: string;
  readonly className?: string | undefined;
}

/** A link in the accent with a soft underline. */
export function TextLink({ label, onPress, href, spokenLabel, className }: TextLinkProps) {
  const shared = { className: classNames(styles['link'], className), 'aria-label': spokenLabel };
  if (href === undefined) {
    return (
      <button type="button" {...shared} onClick={onPress}>
        {label}
      </button>
    );
  }
  return (
    <a
      {...shared}
      href={href}
      onClick={(event) => {
        event.preventDefault();
        onPress();
      }}
    >
      {label}
    </a>
  );
}
