import { useState } from 'react';
import type { GatedCommand } from '../../app/use-gated-command.ts';
import { isRefusedOtherwise, wrongPassphrase } from '../../app/wrong-passphrase.ts';
import { PassphraseDialog } from '../../ui/dialog/PassphraseDialog.tsx';
import { DateField } from '../../ui/form/DateField.tsx';
import type { Version } from './messages.ts';

interface IssueDialogProps {
  readonly version: Version;
  readonly issue: GatedCommand<'report.issue'>;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Asks the person who issues the report for their passphrase: from then on only a superseding version changes it. */
export function IssueDialog({ version, issue, isOpen, onClose }: IssueDialogProps) {
  // The page makes this dialog anew when the printed day changes.
  const [released, setReleased] = useState(version.releaseDate ?? undefined);
  const row = { id: version.id, revision: version.revision };
  return (
    <PassphraseDialog
      isOpen={isOpen && !isRefusedOtherwise(issue)}
      onClose={onClose}
      title={`Issue version ${String(version.version)} of the report`}
      confirmLabel="Issue report"
      isBusy={issue.isBusy}
      error={wrongPassphrase(issue)}
      onConfirm={(passphrase) => {
        issue.run({ ...row, releaseDate: released ?? null, passphrase }, onClose);
      }}
    >
      <p>
        The stored bytes are compared with those that were signed. After the issue the report is not edited
        any more; a correction is a superseding version. Confirm with your own passphrase.
      </p>
      <DateField
        label="Release date"
        value={released}
        onChange={setReleased}
        note={version.releaseDate === null ? 'today unless given' : 'as the report prints it'}
      />
    </PassphraseDialog>
  );
}
