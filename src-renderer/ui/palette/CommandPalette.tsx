import { Modal } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { UiIcon } from '../icon/UiIcon.tsx';
import { neighbourIndex } from '../keys/neighbour-index.ts';
import { PaletteLine } from './PaletteLine.tsx';
import { rankCommands } from './rank-commands.ts';
import type { CommandKind, PaletteCommand } from './rank-commands.ts';
import styles from './CommandPalette.module.css';

interface CommandPaletteProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly commands: readonly PaletteCommand[];
  /** Told what is typed, so that the caller can add evidence found by its text. */
  readonly onQuery?: (query: string) => void;
}

const KIND_WORDS: Readonly<Record<CommandKind, string>> = {
  action: 'Do',
  place: 'Go to',
  paper: 'Controls and papers',
  evidence: 'Evidence',
};

/** Go to, do, and find everything by typing. */
export function CommandPalette({ isOpen, onClose, commands, onQuery }: CommandPaletteProps) {
  return (
    <Modal.Root opened={isOpen} onClose={onClose} centered={false} yOffset={76} size={600} padding={0}>
      <Modal.Overlay />
      <Modal.Content aria-label="Search or run a command">
        <Modal.Body className={styles['body'] ?? ''}>
          <PaletteBody commands={commands} onClose={onClose} onQuery={onQuery} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

interface PaletteBodyProps {
  readonly commands: readonly PaletteCommand[];
  readonly onClose: () => void;
  readonly onQuery: ((query: string) => void) | undefined;
}

function PaletteBody({ commands, onClose, onQuery }: PaletteBodyProps) {
  const [query, setQuery] = useState('');
  const [current, setCurrent] = useState(0);
  const listId = useId();
  const found = rankCommands(query, commands);
  const run = (command: PaletteCommand | undefined): void => {
    if (command === undefined) return;
    onClose();
    command.run();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') run(found[current]);
    const isMove = event.key === 'ArrowDown' || event.key === 'ArrowUp';
    const next = isMove ? neighbourIndex(event.key, current, found.length) : undefined;
    if (next === undefined) return;
    event.preventDefault();
    setCurrent(next);
    document.getElementById(`${listId}-${String(next)}`)?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <>
      <div className={styles['search']}>
        <UiIcon icon={IconSearch} />
        <input
          ref={takeFocus}
          data-autofocus
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={found.length === 0 ? undefined : `${listId}-${String(current)}`}
          aria-label="Search or run a command"
          placeholder="Go to, do, or find a control, a paper, a text in the evidence"
          value={query}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setCurrent(0);
            onQuery?.(event.currentTarget.value);
          }}
        />
      </div>
      <div id={listId} role="listbox" aria-label="Found" className={styles['list']}>
        {found.map((command, index) => (
          <PaletteLine
            key={command.id}
            id={`${listId}-${String(index)}`}
            command={command}
            heading={command.kind === found[index - 1]?.kind ? undefined : KIND_WORDS[command.kind]}
            isCurrent={index === current}
            onPress={run}
          />
        ))}
      </div>
      <p className={styles['none']} role="status">
        {found.length === 0 ? `Nothing is called “${query}” here.` : ''}
      </p>
    </>
  );
}

/** Takes the focus at once, so that no letter typed right after the keys is lost. */
function takeFocus(input: HTMLInputElement | null): void {
  input?.focus({ preventScroll: true });
}
