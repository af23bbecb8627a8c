import { ChooseFile } from './ChooseFile.tsx';
import type { ChosenFile } from './ChooseFile.tsx';

const WORDS = {
  drop: 'Drop the list of the client here',
  choose: 'Choose list',
  another: 'Choose another list',
  hint: 'CSV or XLSX; the file itself is kept as evidence and never altered',
  failed: 'The list was not taken',
};

interface ChooseListProps {
  readonly file: ChosenFile | undefined;
  readonly onFile: (file: ChosenFile) => void;
}

/** The client's list, chosen or dropped. */
export function ChooseList({ file, onFile }: ChooseListProps) {
  return <ChooseFile kind="list" words={WORDS} file={file} onFile={onFile} />;
}
