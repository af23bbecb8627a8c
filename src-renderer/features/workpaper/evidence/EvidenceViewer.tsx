import { useEffect, useMemo, useState } from 'react';
import { outsideName } from '../../../../shared/domain/evidence/opened-outside.ts';
import { Answered } from '../../../app/Answered.tsx';
import { useQuery } from '../../../app/client.ts';
import { PdfPages } from '../../../ui/document/PdfPages.tsx';
import { PdfTools } from '../../../ui/document/PdfTools.tsx';
import { countOf } from '../../../ui/text/format-number.ts';
import { decodedText, lookOf, sizeWords } from './evidence-words.ts';
import type { EvidenceFile } from './evidence-words.ts';
import styles from './Evidence.module.css';

interface EvidenceViewerProps {
  readonly file: EvidenceFile;
  /** The whole height of the drawer rather than a part of it. */
  readonly isLarge: boolean;
}

/** A file as it is: an image, the pages of a PDF, or text. Its hash was checked before its bytes came here. */
export function EvidenceViewer({ file, isLarge }: EvidenceViewerProps) {
  const opened = useQuery('evidence.open', { evidenceId: file.id });
  return (
    <div className={isLarge ? styles['large'] : styles['viewer']}>
      <Answered query={opened} what={`the file ${file.name}`} rows={5} rowHeight={28}>
        {({ bytes, mime, name, size }) => {
          if (bytes === null)
            return (
              <Unshown
                words={`The file is ${sizeWords(size)}, too large to show here. Save a copy to read it.`}
              />
            );
          switch (lookOf(mime)) {
            case 'image':
              return <ImageView name={file.name} mime={mime} bytes={bytes} />;
            case 'pdf':
              return <PdfView name={file.name} bytes={bytes} isLarge={isLarge} />;
            case 'text':
              return <TextView name={file.name} bytes={bytes} />;
            case 'other':
              return <Unshown words={unshownWords(name)} />;
          }
        }}
      </Answered>
    </div>
  );
}

/** Why nothing is drawn, and what can be done instead. */
function unshownWords(name: string): string {
  return outsideName(name) === null
    ? 'Files of this kind could run as a program: they are neither drawn nor opened from here. Save a copy to look at it.'
    : 'Files of this kind are not drawn here. Open it outside, or save a copy.';
}

function Unshown({ words }: { readonly words: string }) {
  return <p className={styles['unshown']}>{words}</p>;
}

interface BytesProps {
  readonly name: string;
  readonly bytes: Uint8Array;
}

function ImageView({ name, mime, bytes }: BytesProps & { readonly mime: string }) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytes.slice()], { type: mime }));
    setAddress(made);
    return () => {
      URL.revokeObjectURL(made);
    };
  }, [bytes, mime]);
  return address === undefined ? null : <img className={styles['image']} src={address} alt={name} />;
}

function TextView({ name, bytes }: BytesProps) {
  const { text, isCut } = useMemo(() => decodedText(bytes), [bytes]);
  const lines = useMemo(() => text.split(/\r\n|\r|\n/), [text]);
  return (
    <>
      <pre className={styles['text']} tabIndex={0} role="document" aria-label={name}>
        {lines.join('\n')}
      </pre>
      {isCut ? (
        <p className={styles['unshown']}>
          The first {countOf(lines.length, 'line')} are shown. Save a copy to read all.
        </p>
      ) : null}
    </>
  );
}

/** A letter page fits the drawer at this zoom, and the wide drawer at that. */
const FITS = 0.36;
const FITS_WIDE = 0.48;

function PdfView({ name, bytes, isLarge }: BytesProps & { readonly isLarge: boolean }) {
  const [page, setPage] = useState(1);
  const [count, setCount] = useState(0);
  const [zoom, setZoom] = useState<number>();
  const shown = zoom ?? (isLarge ? FITS_WIDE : FITS);
  return (
    <>
      <div className={styles['tools']}>
        <PdfTools page={page} count={count} onPage={setPage} zoom={shown} onZoom={setZoom} />
      </div>
      <PdfPages label={name} bytes={bytes} page={page} onPage={setPage} onPageCount={setCount} zoom={shown} />
    </>
  );
}
