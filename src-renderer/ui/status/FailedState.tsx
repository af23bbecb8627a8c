import { IconAlertTriangle } from '@tabler/icons-react';
import { ActionButton } from '../button/ActionButton.tsx';
import { TextLink } from '../button/TextLink.tsx';
import { UiIcon } from '../icon/UiIcon.tsx';
import styles from './StateText.module.css';

interface FailedStateProps {
  /** What failed: "The population could not be read". */
  readonly headline: string;
  /** What is safe, where the message does not say it: "All 2,318 entries are intact." */
  readonly safe?: string;
  /** What to do. */
  readonly advice: string;
  readonly action?: { readonly label: string; readonly onPress: () => void };
  /** The incident or the technical detail, to copy. */
  readonly details?: string;
}

/** What failed, what is safe, what to do, and the details to copy. A rule that refuses is a gate banner instead. */
export function FailedState({ headline, safe, advice, action, details }: FailedStateProps) {
  return (
    <div className={styles['failed']} role="alert">
      <UiIcon icon={IconAlertTriangle} size={18} />
      <div>
        <h2>{headline}</h2>
        {safe === undefined ? null : <p className={styles['safe']}>{safe}</p>}
        <p className={styles['todo']}>{advice}</p>
        {details === undefined ? null : (
          <div className={styles['details']}>
            <code>{details}</code>
            <TextLink
              label="Copy details"
              onPress={() => {
                void navigator.clipboard.writeText(details);
              }}
            />
          </div>
        )}
        {action === undefined ? null : (
          <div className={styles['actions']}>
            <ActionButton {...action} />
          </div>
        )}
      </div>
    </div>
  );
}
