import { StatusWord } from '../../../ui/status/StatusChip.tsx';
import styles from './Sample.module.css';

interface PlanWarningProps {
  readonly label: string;
  readonly words: string;
}

/** Something to know before the draw that does not stop it. */
export function PlanWarning({ label, words }: PlanWarningProps) {
  return (
    <div className={styles['warning']} role="status">
      <StatusWord kind="flagged" label={label} />
      <span>{words}</span>
    </div>
  );
}
