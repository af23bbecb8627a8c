import { useCommand } from '../../app/client.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { PassphraseField } from '../../ui/dialog/PassphraseField.tsx';
import { suggestedFileName } from './engagement-draft.ts';
import type { StepProps } from './step-props.ts';
import styles from './Step.module.css';

/** Where the file lies, and its passphrase. */
export function FileStep({ draft, change, faults }: StepProps) {
  const choose = useCommand('files.chooseSave');
  return (
    <>
      <div role="group" aria-label="Place of the file">
        <div className={styles['label']}>Place of the file</div>
        <div className={styles['place']}>
          <ActionButton
            label={draft.place === undefined ? 'Choose place' : 'Choose another place'}
            onPress={() => {
              choose.mutate(
                { kind: 'engagement', suggestedName: suggestedFileName(draft) },
                {
                  onSuccess: (place) => {
                    if (place !== null) change({ place });
                  },
                },
              );
            }}
          />
          <span className={styles['placeName']}>{draft.place?.name ?? ''}</span>
        </div>
        {faults['place'] === undefined ? null : <div className={styles['fault']}>{faults['place']}</div>}
      </div>
      <div className={styles['fields']}>
        <PassphraseField
          label="Passphrase of the file"
          isNew
          value={draft.passphrase}
          error={faults['passphrase']}
          hint="At least 8 characters. The team shares it; it cannot be recovered."
          onChange={(passphrase) => {
            change({ passphrase });
          }}
        />
        <PassphraseField
          label="The same passphrase again"
          isNew
          value={draft.again}
          error={faults['again']}
          onChange={(again) => {
            change({ again });
          }}
        />
      </div>
    </>
  );
}
