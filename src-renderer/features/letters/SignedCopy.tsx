import { ChooseFile } from '../../app/ChooseFile.tsx';
import type { ChosenFile } from '../../app/ChooseFile.tsx';
import styles from './LettersPage.module.css';

const WORDS = {
  drop: 'Drop the signed copy here',
  choose: 'Choose file',
  another: 'Choose another file',
  hint: 'PDF or image; it is kept in the file as evidence',
  failed: 'The file was not taken',
};

interface SignedCopyProps {
  readonly file: ChosenFile | undefined;
  readonly onFile: (file: ChosenFile) => void;
  readonly error: string | undefined;
}

/** The signed copy of a letter, chosen or dropped. */
export function SignedCopy({ file, onFile, error }: SignedCopyProps) {
  return (
    <div>
      <ChooseFile kind="letter" words={WORDS} file={file} onFile={onFile} />
      {error === undefined ? null : (
        <p className={styles['error']} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
