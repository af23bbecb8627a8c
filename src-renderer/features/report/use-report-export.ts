import { useState } from 'react';
import { useCommand } from '../../app/client.ts';
import type { CallError } from '../../app/client.ts';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import type { GatedCommand } from '../../app/use-gated-command.ts';
import { useToast } from '../../ui/dialog/ToastProvider.tsx';
import type { Version } from './messages.ts';

/** What can be saved from the report page. */
export interface ReportExport {
  readonly saveReport: (what: 'signed' | 'draft', version: Version) => void;
  readonly saveWorkbook: (version: Version | undefined) => void;
  readonly report: GatedCommand<'report.export'>;
  readonly workbook: GatedCommand<'workpapers.export'>;
  /** The dialog of the system did not open. */
  readonly failure: CallError | null;
  /** What is being written. */
  readonly running: string | undefined;
}

/** Saving copies: asks for a place, writes, and says what was written. */
export function useReportExport(): ReportExport {
  const toast = useToast();
  const choose = useCommand('files.chooseSave');
  const report = useGatedCommand('report.export');
  const workbook = useGatedCommand('workpapers.export');
  const [label, setLabel] = useState('');
  const saved = (name: string): void => {
    toast({ text: `${name} is saved and reads back as written` });
  };
  return {
    report,
    workbook,
    failure: choose.error,
    running: report.isBusy || workbook.isBusy ? label : undefined,
    saveReport: (what, { id, fileName }) => {
      const suggestedName = what === 'signed' ? fileName : fileName.replace(/\.pdf$/, '-draft.pdf');
      setLabel(what === 'signed' ? 'Writing the signed report' : 'Typesetting the draft');
      choose.mutate(
        { kind: 'report', suggestedName },
        {
          onSuccess: (place) => {
            if (place === null) return;
            report.run({ what, id: what === 'signed' ? id : null, token: place.token }, () => {
              saved(place.name);
            });
          },
        },
      );
    },
    saveWorkbook: (version) => {
      const base = version?.fileName.replace(/-v\d+\.pdf$/, '') ?? 'engagement';
      setLabel('Writing the workbook');
      choose.mutate(
        { kind: 'workbook', suggestedName: `${base}-workpapers.xlsx` },
        {
          onSuccess: (place) => {
            if (place === null) return;
            workbook.run({ token: place.token }, () => {
              saved(place.name);
            });
          },
        },
      );
    },
  };
}
