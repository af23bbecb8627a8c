import { useState } from 'react';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { shownDate } from '../../ui/form/typed-date.ts';
import { TextField } from '../../ui/form/FormField.tsx';
import { Card } from '../../ui/page/Card.tsx';
import { StatusChip } from '../../ui/status/StatusChip.tsx';
import { CONCLUSION_WORDS } from './conclusion-words.ts';
import type { TestGrid } from './grid-view.ts';
import styles from './WorkpaperPage.module.css';

/** The conclusion as it stands; an edit sends the test back to work, with a reason. */
export function ReopenForm({ grid }: { readonly grid: TestGrid }) {
  const [isOpen, setOpen] = useState(false);
  const { conclusion, conclusionText, concludedBy, concludedAt } = grid;
  const word = conclusion === null ? 'Concluded' : CONCLUSION_WORDS[conclusion];
  const kind = conclusion === 'notEffective' ? 'blocks' : 'done';
  const day = concludedAt === null ? '' : shownDate(concludedAt.slice(0, 10));
  return (
    <Card title="Conclusion on operation" aside={<StatusChip kind={kind} label={word} />}>
      <div className={styles['tight']}>
        <p className={styles['text']}>{conclusionText}</p>
        <p className={styles['quiet']}>{`${concludedBy ?? ''}, ${day}`}</p>
        {isOpen ? (
          <ReasonForReopening
            grid={grid}
            onDone={() => {
              setOpen(false);
            }}
          />
        ) : (
          <div className={styles['foot']}>
            <ActionButton
              label="Reopen test"
              onPress={() => {
                setOpen(true);
              }}
            />
          </div>
        )}
      </div>
    </Card>
  );
}

function ReasonForReopening({ grid, onDone }: { readonly grid: TestGrid; readonly onDone: () => void }) {
  const [reason, setReason] = useState('');
  const reopen = useGatedCommand('testing.reopen', { takesReasons: true });
  return (
    <form
      className={styles['tight']}
      aria-label="Reopen test"
      onSubmit={(event) => {
        event.preventDefault();
        reopen.run({ testId: grid.testId, revision: grid.revision, reason: reason.trim() }, onDone);
      }}
    >
      <TextField label="Why the test is opened again" value={reason} onChange={setReason} />
      <CommandBanner command={reopen} title="The test stays concluded" failed="The test was not reopened" />
      <div className={styles['foot']}>
        <ActionButton label="Reopen test" type="submit" isBusy={reopen.isBusy} onPress={() => undefined} />
        <ActionButton label="Cancel" kind="quiet" onPress={onDone} />
      </div>
    </form>
  );
}
