import { IconPaperclip } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { DragEvent } from 'react';
import { ActionButton } from '../button/ActionButton.tsx';
import { classNames } from '../class-names.ts';
import { UiIcon } from '../icon/UiIcon.tsx';
import styles from './FileDrop.module.css';

interface FileDropProps {
  /** What belongs here: "Drop evidence for item 7, attribute B". */
  readonly sentence: string;
  /** The button beside it: "Add file". */
  readonly actionLabel: string;
  /** Opens the program's own file dialog. */
  readonly onChoose: () => void;
  /** Files dropped from outside the window. */
  readonly onDrop: (files: readonly File[]) => void;
  /** What is taken and how large it may be: "PDF, images, spreadsheets; up to 200 MB each". */
  readonly hint?: string;
}

/** A place to drop files on, always with a button that does the same. */
export function FileDrop({ sentence, actionLabel, onChoose, onDrop, hint }: FileDropProps) {
  const [isOver, setOver] = useState(false);
  const depth = useRef(0);
  const enter = (event: DragEvent, step: 1 | -1): void => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    depth.current += step;
    setOver(depth.current > 0);
  };
  return (
    <div
      className={classNames(styles['drop'], isOver && styles['over'])}
      onDragEnter={(event) => {
        enter(event, 1);
      }}
      onDragLeave={(event) => {
        enter(event, -1);
      }}
      onDragOver={(event) => {
        event.preventDefault();
      }}
      onDrop={(event) => {
        event.preventDefault();
        depth.current = 0;
        setOver(false);
        if (event.dataTransfer.files.length > 0) onDrop([...event.dataTransfer.files]);
      }}
    >
      <UiIcon icon={IconPaperclip} />
      <div className={styles['text']}>
        <div>{isOver ? 'Let go to add' : sentence}</div>
        {hint === undefined ? null : <div className={styles['hint']}>{hint}</div>}
      </div>
      <ActionButton label={actionLabel} onPress={onChoose} />
    </div>
  );
}
