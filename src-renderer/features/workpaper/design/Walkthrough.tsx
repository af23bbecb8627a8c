import { CommandBanner } from '../../../app/CommandBanner.tsx';
import { KeptWords } from '../../../app/KeptWords.tsx';
import { useKeptTexts } from '../../../app/use-kept-texts.ts';
import { useGatedCommand } from '../../../app/use-gated-command.ts';
import { ActionButton } from '../../../ui/button/ActionButton.tsx';
import { TextAreaField, TextField } from '../../../ui/form/FormField.tsx';
import { Card } from '../../../ui/page/Card.tsx';
import { StatusChip } from '../../../ui/status/StatusChip.tsx';
import styles from '../WorkpaperPage.module.css';
import type { Design } from './design-words.ts';

/** The one instance that was followed from start to end (gate D2), and what was learned of the control on the way. */
export function Walkthrough({ design }: { readonly design: Design }) {
  const recorded = { instance: design.instance, body: design.body };
  const kept = useKeptTexts(`walkthrough ${design.testId}`, recorded);
  const { instance, body } = kept.texts;
  const command = useGatedCommand('design.describe', { takesReasons: true });
  const isUnchanged = instance === design.instance && body === design.body;
  return (
    <Card title="Walkthrough" aside={<Standing design={design} />}>
      <form
        className={styles['stack']}
        aria-label="Walkthrough"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isUnchanged) command.run({ testId: design.testId, instance, body }, kept.recorded);
        }}
      >
        <TextField
          label="Instance walked through"
          value={instance}
          onChange={(typed) => {
            kept.change({ instance: typed });
          }}
          hint="The one occurrence that was followed from start to end, by its key"
        />
        <TextAreaField
          label="How the control works"
          value={body}
          onChange={(typed) => {
            kept.change({ body: typed });
          }}
          minRows={3}
          hint="Trigger, steps, who takes part, which systems, and what is left behind"
        />
        <KeptWords kept={kept} />
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

/** Whether the instance is named and shown (gate D2). */
function Standing({ design: { instance, evidenceCount } }: { readonly design: Design }) {
  if (instance.trim() !== '' && evidenceCount > 0)
    return <StatusChip kind="done" label="Identified, with evidence" />;
  return <StatusChip kind="not-yet" label={instance === '' ? 'No instance named' : 'No evidence linked'} />;
}
