import { useState } from 'react';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { TextAreaField } from '../../ui/form/FormField.tsx';
import { Card } from '../../ui/page/Card.tsx';
import styles from './WorkpaperPage.module.css';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Starts the operating test with what is looked at on each item: the client's own control has no attributes but these. */
export function StartTest({ controlId }: { readonly controlId: string }) {
  const start = useGatedCommand('testing.start');
  const [text, setText] = useState('');
  return (
    <Card title="What is tested on each item">
      <form
        className={styles['stack']}
        aria-label="What is tested on each item"
        onSubmit={(event) => {
          event.preventDefault();
          start.run({ controlId, attributes: [...attributesOf(text)] });
        }}
      >
        <CommandBanner command={start} title="The test cannot start yet" failed="The test did not start" />
        <TextAreaField
          label="Attributes"
          value={text}
          onChange={(next) => {
            start.clear();
            setText(next);
          }}
          minRows={4}
          hint="One on each line; they become A, B, C. Leave it empty to take those of the control library."
        />
        <div className={styles['foot']}>
          <ActionButton
            label="Start operating test"
            kind="filled"
            type="submit"
            isBusy={start.isBusy}
            onPress={() => undefined}
          />
        </div>
      </form>
    </Card>
  );
}

function attributesOf(text: string): readonly { readonly key: string; readonly text: string }[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, LETTERS.length)
    .map((line, index) => ({ key: LETTERS.charAt(index), text: line }));
}
