import { fillPlaceholders } from '../../../shared/domain/control/control-text.ts';
import type { Output } from '../../app/client.ts';
import { CheckField } from '../../ui/form/CheckField.tsx';
import { StatusWord } from '../../ui/status/StatusChip.tsx';
import { FREQUENCIES } from '../../app/control-choices.ts';
import { wordOf } from './messages.ts';
import styles from './ControlsPage.module.css';

/** A control of the library. */
export type LibraryControl = Output<'control.library'>[number];

interface LibraryFamilyProps {
  readonly family: string;
  readonly controls: readonly LibraryControl[];
  readonly chosen: ReadonlySet<string>;
  /** The client's name, as the text will say it. */
  readonly client: string;
  readonly onToggle: (id: string, isIn: boolean) => void;
}

/** The controls of one family, each with a box to choose it. */
export function LibraryFamily({ family, controls, chosen, client, onToggle }: LibraryFamilyProps) {
  return (
    <section aria-label={family}>
      <h2 className={styles['family']}>{family}</h2>
      {controls.map((control) => (
        <div key={control.id} className={styles['line']}>
          <div>
            {control.isAdded ? (
              <StatusWord kind="done" label={`${control.code} ${control.title}, in the engagement`} />
            ) : (
              <CheckField
                label={`${control.code} ${control.title}`}
                isChecked={chosen.has(control.id)}
                onChange={(isIn) => {
                  onToggle(control.id, isIn);
                }}
              />
            )}
            <div className={styles['lineText']}>
              {fillPlaceholders(control.text, { ...control.parameters, org: client })}
            </div>
          </div>
          <div className={styles['lineFacts']}>
            <div>{control.criteria.join(', ')}</div>
            <div>{wordOf(FREQUENCIES, control.frequency)}</div>
            {control.origin === 'firm' ? <div>Firm, version {control.version}</div> : null}
          </div>
        </div>
      ))}
    </section>
  );
}
