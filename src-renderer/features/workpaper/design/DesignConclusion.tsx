import { useState } from 'react';
import { CommandBanner } from '../../../app/CommandBanner.tsx';
import { gateMessage } from '../../../app/gate-messages.ts';
import { KeptWords } from '../../../app/KeptWords.tsx';
import { useKeptTexts } from '../../../app/use-kept-texts.ts';
import { useGatedCommand } from '../../../app/use-gated-command.ts';
import { ActionButton } from '../../../ui/button/ActionButton.tsx';
import { TextAreaField } from '../../../ui/form/FormField.tsx';
import { GateBanner } from '../../../ui/gate/GateBanner.tsx';
import { Card } from '../../../ui/page/Card.tsx';
import { StatusChip } from '../../../ui/status/StatusChip.tsx';
import styles from '../WorkpaperPage.module.css';
import type { Design } from './design-words.ts';

/** The conclusion on design: as it stands, or what still stands before it. */
export function DesignConclusion({ design }: { readonly design: Design }) {
  const [isChanging, setChanging] = useState(design.conclusion === null);
  return (
    <Card title="Conclusion on design" aside={<Standing design={design} />}>
      {isChanging ? (
        <ConclusionForm design={design} />
      ) : (
        <div className={styles['stack']}>
          <p className={styles['text']}>{design.conclusionText}</p>
          <div className={styles['foot']}>
            <ActionButton
              label="Change conclusion"
              onPress={() => {
                setChanging(true);
              }}
            />
          </div>
        </div>
      )}
    </Card>
  );
}

function ConclusionForm({ design }: { readonly design: Design }) {
  const kept = useKeptTexts(`design-conclusion ${design.testId}`, { text: design.conclusionText });
  const { text } = kept.texts;
  const command = useGatedCommand('design.conclude', { takesReasons: true });
  const isReady = design.findings.length === 0 && text.trim() !== '';
  const conclude = (conclusion: 'effective' | 'notEffective'): void => {
    command.run({ testId: design.testId, revision: design.testRevision, conclusion, text }, kept.recorded);
  };
  return (
    <div className={styles['stack']}>
      {command.gates.length > 0 ? null : (
        <GateBanner
          gates={design.findings.map((found) => gateMessage(found))}
          title="The design cannot be concluded yet"
        />
      )}
      <CommandBanner
        command={command}
        title="The design cannot be concluded yet"
        failed="The conclusion was not recorded"
      />
      <TextAreaField
        label="Reason"
        value={text}
        onChange={(typed) => {
          kept.change({ text: typed });
        }}
        hint="Why the control as designed meets its criteria, or why not"
      />
      <KeptWords kept={kept} />
      <div className={styles['foot']}>
        <ActionButton
          label="Conclude effective"
          kind={isReady ? 'filled' : 'default'}
          isBusy={command.isBusy}
          onPress={() => {
            conclude('effective');
          }}
        />
        <ActionButton
          label="Conclude not effective"
          isBusy={command.isBusy}
          onPress={() => {
            conclude('notEffective');
          }}
        />
      </div>
    </div>
  );
}

function Standing({ design: { conclusion, status } }: { readonly design: Design }) {
  if (conclusion === null)
    return <StatusChip kind="under-way" label={status === 'notStarted' ? 'Not started' : 'In progress'} />;
  return conclusion === 'effective' ? (
    <StatusChip kind="done" label="Effective" />
  ) : (
    <StatusChip kind="blocks" label="Not effective" />
  );
}
