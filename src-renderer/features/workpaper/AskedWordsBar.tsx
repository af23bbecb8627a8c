import { useEffect, useRef, useState } from 'react';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { TextField } from '../../ui/form/FormField.tsx';
import { countOf } from '../../ui/text/format-number.ts';
import { cellAt } from './grid-view.ts';
import type { AskedWords, TestGrid } from './grid-view.ts';
import type { AskedEntry } from './use-recorder.ts';
import styles from './WorkpaperPage.module.css';

interface AskedWordsBarProps {
  readonly grid: TestGrid;
  readonly asked: AskedEntry;
  readonly onAnswer: (text: string) => void;
  readonly onDrop: () => void;
}

const QUESTIONS: Readonly<Record<AskedWords, { readonly label: string; readonly action: string }>> = {
  deviation: { label: 'What deviates', action: 'Record deviation' },
  'not-applicable': { label: 'Why it does not apply', action: 'Record not applicable' },
  'take-back': { label: 'Why the deviation does not stand', action: 'Take deviation back' },
};

/** The words without which an entry is not recorded, asked above the grid. Enter records, Escape drops the entry. */
export function AskedWordsBar({ grid, asked, onAnswer, onDrop }: AskedWordsBarProps) {
  const [text, setText] = useState('');
  const [isTried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector('input')?.focus();
  }, []);
  const { label, action } = QUESTIONS[asked.kind];
  const leastLength = asked.kind === 'take-back' ? 10 : 1;
  const isShort = text.trim().length < leastLength;
  return (
    <form
      ref={form}
      className={styles['words']}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!isShort) onAnswer(text.trim());
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onDrop();
      }}
    >
      <TextField
        label={`${label}: ${placeOf(grid, asked)}`}
        value={text}
        onChange={setText}
        error={isTried && isShort ? `At least ${countOf(leastLength, 'character')}` : undefined}
      />
      <ActionButton label={action} type="submit" onPress={() => undefined} />
      <ActionButton label="Cancel" kind="quiet" onPress={onDrop} />
    </form>
  );
}

function placeOf(grid: TestGrid, { changes }: AskedEntry): string {
  const [first] = changes;
  const found = first === undefined ? undefined : cellAt(grid, first);
  if (found === undefined || changes.length > 1) return countOf(changes.length, 'cell');
  return `item ${String(found.item.ordinal)}, attribute ${found.letter}`;
}
