import { useState } from 'react';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { DialogFrame } from '../../ui/dialog/DialogFrame.tsx';
import { TextAreaField } from '../../ui/form/FormField.tsx';
import type { Version } from './messages.ts';
import styles from './ReportPage.module.css';

/** What happens to an issued report. */
export type AfterIssue = 'supersede' | 'withdraw';

interface ReasonDialogProps {
  readonly version: Version;
  /** `undefined` while nothing is asked. */
  readonly asked: AfterIssue | undefined;
  readonly onClose: () => void;
}

const WORDS = {
  supersede: {
    title: 'Start a superseding version',
    text: 'The issued version stays as it is until the new one is issued. The reason is kept on record.',
    confirm: 'Start version',
  },
  withdraw: {
    title: 'Withdraw the report',
    text: 'The report is marked as withdrawn for good. Tell everyone who received it.',
    confirm: 'Withdraw report',
  },
} as const;

/** Asks why an issued report is superseded or withdrawn. */
export function ReasonDialog({ version, asked, onClose }: ReasonDialogProps) {
  return (
    <DialogFrame
      isOpen={asked !== undefined}
      onClose={onClose}
      title={asked === undefined ? '' : WORDS[asked].title}
    >
      {asked === undefined ? null : <ReasonForm version={version} asked={asked} onClose={onClose} />}
    </DialogFrame>
  );
}

interface ReasonFormProps {
  readonly version: Version;
  readonly asked: AfterIssue;
  readonly onClose: () => void;
}

function ReasonForm({ version, asked, onClose }: ReasonFormProps) {
  const [reason, setReason] = useState('');
  const supersede = useGatedCommand('report.supersede');
  const withdraw = useGatedCommand('report.withdraw');
  const submit = (): void => {
    if (asked === 'supersede') supersede.run({ reason }, onClose);
    else withdraw.run({ id: version.id, revision: version.revision, reason }, onClose);
  };
  return (
    <form
      className={styles['stack']}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <CommandBanner command={supersede} title="No version was started" failed="No version was started" />
      <CommandBanner command={withdraw} title="Not withdrawn" failed="The report was not withdrawn" />
      <p className={styles['hint']}>{WORDS[asked].text}</p>
      <TextAreaField label="State why" value={reason} onChange={setReason} hint="At least 10 characters" />
      <div className={styles['foot']}>
        <ActionButton label="Cancel" onPress={onClose} />
        <ActionButton
          label={WORDS[asked].confirm}
          kind="filled"
          type="submit"
          isBusy={supersede.isBusy || withdraw.isBusy}
          onPress={() => undefined}
        />
      </div>
    </form>
  );
}
