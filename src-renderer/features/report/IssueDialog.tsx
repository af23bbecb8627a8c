import { useState } from 'react';
import type { GatedCommand } from '../../app/use-gated-command.ts';
import { ConfirmDialog } from '../../ui/dialog/ConfirmDialog.tsx';
import { DateField } from '../../ui/form/DateField.tsx';
import type { Version } from './messages.ts';

interface IssueDialogProps {
  readonly version: Version;
  readonly issue: GatedCommand<'report.issue'>;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Asks before the report is issued: from then on only a superseding version changes it. */
export function IssueDialog({ version, issue, isOpen, onClose }: IssueDialogProps) {
  const [released, setReleased] = useState(version.releaseDate ?? undefined);
  return (
    <ConfirmDialog
      isOpen={isOpen}
      onClose={onClose}
      title={`Issue version ${String(version.version)} of the report`}
      confirmLabel="Issue report"
      isBusy={issue.isBusy}
      onConfirm={() => {
        onClose();
        issue.run({ id: version.id, revision: version.revision, releaseDate: released ?? null });
      }}
    >
      <p>
        The stored bytes are compared with those that were signed. After the issue the report is not edited
        any more; a correction is a superseding version.
      </p>
      <DateField
        label="Release date"
        value={released}
        onChange={setReleased}
        note={version.releaseDate === null ? 'today unless given' : 'as the report prints it'}
      />
    </ConfirmDialog>
  );
}
