import { IconFile, IconFileSpreadsheet, IconFileText, IconFileTypePdf, IconPhoto } from '@tabler/icons-react';
import { useState } from 'react';
import { Answered } from '../../../app/Answered.tsx';
import { useQuery } from '../../../app/client.ts';
import { UiIcon } from '../../../ui/icon/UiIcon.tsx';
import type { IconShape } from '../../../ui/icon/UiIcon.tsx';
import { AddEvidence } from './AddEvidence.tsx';
import type { PendingFile } from './AddEvidence.tsx';
import { lookOf, sizeWords } from './evidence-words.ts';
import type { EvidenceFile, EvidenceTarget } from './evidence-words.ts';
import { FileDetails } from './FileDetails.tsx';
import styles from './Evidence.module.css';

interface EvidencePartProps {
  /** What new files are tied to. */
  readonly target: EvidenceTarget;
  /** Another target whose files are shown too: the item beside its cell. */
  readonly beside?: EvidenceTarget | undefined;
  /** What the files support, in words: "item 7, attribute B". */
  readonly place: string;
  readonly letter?: string;
  readonly pending: readonly PendingFile[];
  readonly onPending: (files: readonly PendingFile[]) => void;
  readonly isLarge: boolean;
  readonly onLarge: (isLarge: boolean) => void;
}

/** The files behind something, the chosen one open, and a place to add more. */
export function EvidencePart(props: EvidencePartProps) {
  const { target, beside } = props;
  const own = useQuery('evidence.list', { target });
  const near = useQuery('evidence.list', { target: beside ?? target }, { enabled: beside !== undefined });
  const add = (
    <AddEvidence target={target} place={props.place} pending={props.pending} onPending={props.onPending} />
  );
  const isAdding = props.pending.length > 0;
  return (
    <div className={styles['stack']}>
      {isAdding ? add : null}
      <Answered query={own} what="the evidence" rows={4}>
        {({ files }) => <Files {...props} files={together(files, near.data?.files ?? [])} />}
      </Answered>
      {isAdding ? null : add}
    </div>
  );
}

function Files(props: EvidencePartProps & { readonly files: readonly EvidenceFile[] }) {
  const { files, target, beside, letter = '' } = props;
  const [chosenId, setChosenId] = useState<string>();
  const chosen = files.find(({ id }) => id === chosenId) ?? files[0];
  if (chosen === undefined) return <p className={styles['quiet']}>No file supports this yet.</p>;
  return (
    <>
      <ul className={styles['files']} aria-label="Evidence files">
        {files.map((file) => (
          <li key={file.id}>
            <button
              type="button"
              className={styles['file']}
              aria-pressed={file.id === chosen.id}
              title={file.name}
              onClick={() => {
                setChosenId(file.id);
              }}
            >
              <UiIcon icon={iconOf(file)} />
              <span className={styles['name']}>{file.name}</span>
              <span className={styles['quiet']}>{sizeWords(file.size)}</span>
            </button>
          </li>
        ))}
      </ul>
      <FileDetails
        key={chosen.id}
        file={chosen}
        targets={beside === undefined ? [target] : [target, beside]}
        letter={letter}
        isLarge={props.isLarge}
        onLarge={props.onLarge}
      />
    </>
  );
}

function together(own: readonly EvidenceFile[], near: readonly EvidenceFile[]): readonly EvidenceFile[] {
  const known = new Set(own.map(({ id }) => id));
  return [...own, ...near.filter(({ id }) => !known.has(id))];
}

function iconOf({ mime }: EvidenceFile): IconShape {
  const look = lookOf(mime);
  if (look === 'image') return IconPhoto;
  if (look === 'pdf') return IconFileTypePdf;
  if (mime.includes('sheet') || mime === 'text/csv') return IconFileSpreadsheet;
  return look === 'text' ? IconFileText : IconFile;
}
