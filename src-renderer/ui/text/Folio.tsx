import styles from './Folio.module.css';

interface FolioProps {
  /** The reference of the paper, such as `CC6-03`. */
  readonly reference: string;
  /** What the reference names, for the tooltip. */
  readonly title?: string;
}

/** A workpaper reference: mono, boxed. */
export function Folio({ reference, title }: FolioProps) {
  return (
    <span className={styles['folio']} title={title}>
      {reference}
    </span>
  );
}

/** A reference without a box, on the sunken ground, for lists of what a paper covers. */
export function ReferenceTag({ reference, title }: FolioProps) {
  return (
    <span className={styles['tag']} title={title}>
      {reference}
    </span>
  );
}
