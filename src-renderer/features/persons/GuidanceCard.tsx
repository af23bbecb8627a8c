import { IconListNumbers } from '@tabler/icons-react';
import { useState } from 'react';
import type { GuidanceTable } from '../../../shared/domain/sampling/frequency-guidance.ts';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import type { Output } from '../../app/client.ts';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { Card } from '../../ui/page/Card.tsx';
import { faultsIn, tableOf, typedRows, type TypedRows } from './guidance-draft.ts';
import { GuidanceFields } from './GuidanceFields.tsx';
import styles from './PersonsPage.module.css';

/** The firm's own sizes by frequency, with which new engagements start (reference d.4). */
export function GuidanceCard({ guidance }: { readonly guidance: Output<'guidance.firm'> }) {
  const { own, product } = guidance;
  const [rows, setRows] = useState<TypedRows>(() => typedRows(own ?? product));
  const [isAsked, setAsked] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const save = useGatedCommand('guidance.saveFirm');
  const faults = isAsked ? faultsIn(rows) : {};
  const send = (table: GuidanceTable | null): void => {
    save.run({ own: table }, () => {
      setSaved(true);
    });
  };
  return (
    <Card
      title="Sample sizes by frequency"
      icon={IconListNumbers}
      aside={own === null ? 'as the product gives them' : 'the firm’s own'}
    >
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          const table = tableOf(rows);
          if (table !== undefined) send(table);
        }}
      >
        <p className={styles['text']}>
          For a plan on guidance by frequency: how many items, by how often the control operates and how high
          its risk is. No body sets these sizes, and the report states no confidence for them. Write a number,
          “all”, or a share such as “10 %, 5 to 25, all up to 4, 45 above 250”.
        </p>
        <GuidanceFields
          rows={rows}
          faults={faults}
          onChange={(next) => {
            setRows(next);
            setSaved(false);
            save.clear();
          }}
        />
        <CommandBanner command={save} title="The sizes cannot be used so" failed="The sizes were not saved" />
        <div className={styles['actions']}>
          <ActionButton label="Save sizes" type="submit" isBusy={save.isBusy} onPress={() => undefined} />
          <ActionButton
            label="Go back to the product’s"
            kind="quiet"
            onPress={() => {
              setRows(typedRows(product));
              setAsked(false);
              if (own !== null) send(null);
            }}
          />
          <span role="status">{isSaved ? 'Saved for new engagements' : ''}</span>
        </div>
      </form>
    </Card>
  );
}
