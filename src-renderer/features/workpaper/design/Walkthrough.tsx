import { useState } from 'react';
import { CommandBanner } from '../../../app/CommandBanner.tsx';
import { useGatedCommand } from '../../../app/use-gated-command.ts';
import { ActionButton } from '../../../ui/button/ActionButton.tsx';
import { TextAreaField, TextField } from '../../../ui/form/FormField.tsx';
import { Card } from '../../../ui/page/Card.tsx';
import { StatusChip } from '../../../ui/status/StatusChip.tsx';
import styles from '../WorkpaperPage.module.css';
import type { Design } from './design-words.ts';

/** The one instance that was followed from start to end (gate D2), and what was learned of the control on the way. */
export function Walkthrough({ design }: { readonly design: Design }) {
  const [instance, setInstance] = useState(design.instance);
  const [body, setBody] = useState(design.body);
  const command = useGatedCommand('design.describe', { takesReasons: true });
  const isUnchanged = instance === design.instance && body === design.body;
  const isIdentified = design.instance.trim() !== '' && design.evidenceCount > 0;
  return (
    <Card
      title="Walkthrough"
      aside={
        isIdentified ? (
          <StatusChip kind="done" label="Identified, with evidence" />
        ) : (
          <StatusChip
            kind="not-yet"
            label={design.instance === '' ? 'No instance named' : 'No evidence linked'}
          />
        )
      }
    >
      <form
        className={styles['stack']}
        aria-label="Walkthrough"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isUnchanged) command.run({ testId: design.testId, instance, body });
        }}
      >
        <TextField
          label="Instance walked through"
          value={instance}
          onChange={setInstance}
          hint="The one occurrence that was followed from start to end, by its key"
        />
        <TextAreaField
          label="How the control works"
          value={body}
          onChange={setBody}
          minRows={3}
          hint="Trigger, steps, who takes part, which systems, and what is left behind"
        />
        <CommandBanner
          command={command}
          title="The walkthrough is not saved"
          failed="The walkthrough was not saved"
        />
        <div className={styles['foot']}>
          <ActionButton
            label="Save walkthrough"
            type="submit"
            isBusy={command.isBusy}
            isBlocked={isUnchanged}
            onPress={() => undefined}
          />
        </div>
      </form>
    </Card>
  );
}
