import { ActionButton } from '../button/ActionButton.tsx';
import { TextLink } from '../button/TextLink.tsx';
import type { GateAction } from './gate-message.ts';
import styles from './GateActions.module.css';

/** The next steps out of a refusal. */
export function GateActions({ actions }: { readonly actions: readonly GateAction[] }) {
  if (actions.length === 0) return null;
  return (
    <div className={styles['actions']}>
      {actions.map((action) =>
        action.kind === 'link' ? (
          <TextLink key={action.label} label={action.label} onPress={action.onPress} />
        ) : (
          <ActionButton key={action.label} label={action.label} onPress={action.onPress} />
        ),
      )}
    </div>
  );
}
