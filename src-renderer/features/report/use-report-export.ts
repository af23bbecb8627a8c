import { useState } from 'react';
import { useCommand } from '../../app/client.ts';
import type { CallError } from '../../app/client.ts';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import type { GatedCommand } from '../../app/use-gated-command.ts';
import { useToast } from '../../ui/dialog/ToastProvider.tsx';
import { countOf } from '../../ui/text/format-number.ts';
import type { Version } from './messages.ts';

/** What can be saved from the report page. */
export interface ReportExport {
  readonly saveReport: (what: 'signed' | 'draft', version: Version) => void;
  readonly saveWorkbook: (version: Version | undefined) => void;
  /** Saves the re-performance kit: all that is needed to draw, compute and hash again without this program. */
  readonly saveKit: (version: Version | undefined) => void;
  readonly report: GatedCommand<'report.export'>;
  readonly workbook: GatedCommand<'workpapers.export'>;
  readonly kit: GatedCommand<'kit.export'>;
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
  const kit = useGatedCommand('kit.export');
  const [label, setLabel] = useState('');
  const saved = (name: string): void => {
    toast({ text: `${name} is saved and reads back as written` });
  };
  const toPlace = (what: SaveAs, write: (place: { token: string; name: string }) => void): void => {
    const { kind, suggestedName } = what;
    setLabel(what.label);
    const onSuccess = (place: { token: string; name: string } | null): void => {
      if (place !== null) write(place);
    };
    choose.mutate({ kind, suggestedName }, { onSuccess });
  };
  return {
    ...{ report, workbook, kit, failure: choose.error },
    running: report.isBusy || workbook.isBusy || kit.isBusy ? label : undefined,
    saveReport: (what, { id, fileName }) => {
      const isSigned = what === 'signed';
      const suggestedName = isSigned ? fileName : fileName.replace(/\.pdf$/, '-draft.pdf');
      const words = isSigned ? 'Writing the signed report' : 'Typesetting the draft';
      toPlace({ kind: 'report', suggestedName, label: words }, ({ token, name }) => {
        report.run({ what, id: isSigned ? id : null, token }, () => {
          saved(name);
        });
      });
    },
    saveWorkbook: (version) => {
      const suggestedName = `${baseName(version)}-workpapers.xlsx`;
      toPlace({ kind: 'workbook', suggestedName, label: 'Writing the workbook' }, ({ token, name }) => {
        workbook.run({ token }, () => {
          saved(name);
        });
      });
    },
    saveKit: (version) => {
      const suggestedName = `${baseName(version)}-kit.zip`;
      toPlace({ kind: 'kit', suggestedName, label: 'Writing the re-performance kit' }, ({ token, name }) => {
        kit.run({ token, withEvidence: false }, ({ populations, samples }) => {
          const counts = `${countOf(populations, 'population')}, ${countOf(samples, 'sample')}`;
          toast({ text: `${name} is saved: ${counts}, and two checkers` });
        });
      });
    },
  };
}

/** Where something is to be saved, and what is said meanwhile. */
interface SaveAs {
  readonly kind: 'report' | 'workbook' | 'kit';
  readonly suggestedName: string;
  readonly label: string;
}

/** The name of the engagement's files without what tells them apart. */
function baseName(version: Version | undefined): string {
  return version?.fileName.replace(/-v\d+\.pdf$/, '') ?? 'engagement';
}
