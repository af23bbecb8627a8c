import { DialogFrame } from '../dialog/DialogFrame.tsx';
import { Keycap } from '../text/Keycap.tsx';
import type { KeyBinding } from './key-binding.ts';
import styles from './KeyHelp.module.css';

interface KeyHelpProps {
  readonly bindings: readonly KeyBinding[];
  readonly isOpen: boolean;
  readonly hasLetterKeys: boolean;
  readonly onClose: () => void;
}

/** The keys of this screen, by group. */
export function KeyHelp({ bindings, isOpen, hasLetterKeys, onClose }: KeyHelpProps) {
  const groups = [...new Set(bindings.map((binding) => binding.group))];
  return (
    <DialogFrame isOpen={isOpen} onClose={onClose} title="Keys of this screen" width={640}>
      {hasLetterKeys ? null : (
        <p className={styles['off']}>Single letters are switched off in the settings.</p>
      )}
      <div className={styles['groups']}>
        {groups.map((group) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl>
              {bindings
                .filter((binding) => binding.group === group)
                .map((binding) => (
                  <div key={`${binding.keys}-${binding.label}`}>
                    <dt>{binding.label}</dt>
                    <dd>
                      <Keycap keys={binding.keys} />
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </DialogFrame>
  );
}
