import { ActionButton } from '../button/ActionButton.tsx';
import { TextLink } from '../button/TextLink.tsx';
import type { IconShape } from '../icon/UiIcon.tsx';
import styles from './StateText.module.css';

interface EmptyStateProps {
  /** One sentence on what belongs here. */
  readonly sentence: string;
  /** The one button. */
  readonly action?: { readonly label: string; readonly onPress: () => void; readonly icon?: IconShape };
  /** The one link to learn the rule. */
  readonly learn?: { readonly label: string; readonly onPress: () => void };
}

/** What stands where nothing is yet. */
export function EmptyState({ sentence, action, learn }: EmptyStateProps) {
  return (
    <div className={styles['state']}>
      <p>{sentence}</p>
      {action === undefined && learn === undefined ? null : (
        <div className={styles['actions']}>
          {action === undefined ? null : <ActionButton {...action} />}
          {learn === undefined ? null : <TextLink {...learn} />}
        </div>
      )}
    </div>
  );
}
