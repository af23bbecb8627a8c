import { useInstantWords } from '../../app/use-instant-words.ts';
import type { InstantWords } from '../../ui/text/instant-words.ts';
import { useCallback } from 'react';
import { Answered } from '../../app/Answered.tsx';
import { useQuery } from '../../app/client.ts';
import { PdfPages } from '../../ui/document/PdfPages.tsx';
import { FactList } from '../../ui/form/ReadOnlyField.tsx';
import { HashWords } from '../../ui/text/HashWords.tsx';
import { formatCount } from '../../ui/text/format-number.ts';
import type { Version } from './messages.ts';
import styles from './ReportPage.module.css';
import type { Certificate } from './use-report-steps.ts';

/** Page and zoom of the preview. */
export interface PreviewView {
  readonly page: number;
  readonly count: number;
  readonly zoom: number;
}

interface PreviewProps {
  readonly view: PreviewView;
  readonly onView: (change: Partial<PreviewView>) => void;
}

/** A draft with its watermark, typeset from the present state. */
export function DraftPreview({ view, onView }: PreviewProps) {
  const preview = useQuery('report.preview', {});
  return (
    <Answered query={preview} what="the draft" rows={14}>
      {({ pdf }) => <Pages label="Draft report" bytes={pdf} view={view} onView={onView} />}
    </Answered>
  );
}

interface SignedPreviewProps extends PreviewProps {
  readonly version: Version;
  readonly certificate: Certificate | undefined;
}

/** The signed version: what the signature put on record, and the signed bytes themselves. */
export function SignedPreview({ version, certificate, view, onView }: SignedPreviewProps) {
  const words = useInstantWords();
  const files = useQuery('evidence.list', { search: version.fileName });
  const fileId = files.data?.files.find((file) => file.sha256 === version.pdfSha256)?.id ?? '';
  const bytes = useQuery('evidence.open', { evidenceId: fileId }, { enabled: fileId !== '' });
  return (
    <div className={styles['preview']}>
      <div className={styles['facts']}>
        <FactList facts={signedFacts(version, certificate, words)} />
      </div>
      <div>
        {files.data !== undefined && fileId === '' ? (
          <p className={styles['facts']}>
            The signed bytes are not among the files shown. Export them instead.
          </p>
        ) : (
          <Answered query={bytes} what="the signed report" rows={14}>
            {(file) => (
              <Pages label="Signed report" bytes={file.bytes ?? undefined} view={view} onView={onView} />
            )}
          </Answered>
        )}
      </div>
    </div>
  );
}

function signedFacts(version: Version, certificate: Certificate | undefined, words: InstantWords) {
  const digest = (hex: string | null, label: string) =>
    hex === null ? '–' : <HashWords hex={hex} label={label} />;
  return [
    { label: 'Signed', value: `${version.signedBy ?? '–'}, ${words.time(version.signedAt ?? '')}` },
    { label: 'Record number', value: digest(version.recordNumber, 'Record number') },
    {
      label: 'Certificate',
      value: (
        <>
          {digest(version.certificateFingerprint, 'Fingerprint of the certificate')}
          {certificate?.selfSigned === true ? `, ${certificate.name}, self-signed` : ''}
        </>
      ),
    },
    {
      label: 'Journal head',
      value: (
        <>
          {digest(version.journalHead, 'Head of the journal at the signature')}, after{' '}
          {formatCount(version.journalEntries ?? 0)} entries
        </>
      ),
    },
    { label: 'File', value: digest(version.pdfSha256, 'SHA-256 of the signed file') },
  ];
}

interface PagesProps extends PreviewProps {
  readonly label: string;
  readonly bytes: Uint8Array | undefined;
}

function Pages({ label, bytes, view, onView }: PagesProps) {
  const onCount = useCallback(
    (count: number) => {
      onView({ count });
    },
    [onView],
  );
  const onPage = useCallback(
    (page: number) => {
      onView({ page });
    },
    [onView],
  );
  return (
    <PdfPages
      label={label}
      bytes={bytes}
      page={view.page}
      onPage={onPage}
      onPageCount={onCount}
      zoom={view.zoom}
    />
  );
}
