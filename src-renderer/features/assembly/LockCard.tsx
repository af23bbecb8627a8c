import { IconArchive, IconLock } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import { gateMessage } from '../../app/gate-messages.ts';
import { targetPath } from '../../app/target-path.ts';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { useGo } from '../../app/use-go.ts';
import { isRefusedOtherwise, wrongPassphrase } from '../../app/wrong-passphrase.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { PassphraseDialog } from '../../ui/dialog/PassphraseDialog.tsx';
import type { GateMessage } from '../../ui/gate/gate-message.ts';
import { GateListRow } from '../../ui/gate/GateRow.tsx';
import { Card } from '../../ui/page/Card.tsx';
import { countOf } from '../../ui/text/format-number.ts';
import type { FileState } from './assembly-words.ts';
import styles from './AssemblyPage.module.css';

type Found = FileState['findings'][number];

/** What stands before the lock, and the steps to it. */
export function LockCard({ file }: { readonly file: FileState }) {
  const { go } = useGo();
  const { findings, status } = file;
  const card = useRef<HTMLDivElement>(null);
  const isOpen = status === 'issued' || status === 'assembling';
  return (
    <div ref={card} tabIndex={-1}>
      <Card
        title="Before the lock"
        icon={IconArchive}
        tone={findings.some((found) => found.kind === 'block') ? 'block' : 'plain'}
        aside={isOpen ? countOf(findings.length, 'open point') : ''}
        isFlush
      >
        {isOpen ? null : (
          <div className={styles['note']}>
            What stands before the lock is listed once the report is released.
          </div>
        )}
        {isOpen && findings.length === 0 ? (
          <div className={styles['note']}>
            Nothing stands before the lock. Every evidence file is checked against its digest when it is
            locked.
          </div>
        ) : null}
        {findings.map((found, index) => (
          <GateListRow key={`${String(index)}-${found.code}`} gate={listed(found, go)} />
        ))}
        {status === 'issued' ? <StartAssembly /> : null}
        {status === 'assembling' ? (
          <LockFile
            isBlocked={findings.some((found) => found.kind === 'block')}
            onBlocked={() => card.current?.focus()}
          />
        ) : null}
      </Card>
    </div>
  );
}

function listed(found: Found, go: (path: string) => void): GateMessage {
  const path = found.target === null ? undefined : targetPath(found.target);
  const onPress = (): void => {
    if (path !== undefined) go(path);
  };
  const actions = path === undefined ? [] : [{ label: 'Show', kind: 'link' as const, onPress }];
  return gateMessage(found, actions);
}

function StartAssembly() {
  const start = useGatedCommand('file.startAssembly');
  return (
    <div className={styles['part']}>
      <CommandBanner command={start} title="Assembly cannot start yet" failed="Assembly did not start" />
      <div className={styles['foot']}>
        <span>The report is released. From now on the file is put in order, not added to.</span>
        <ActionButton
          label="Start assembly"
          kind="filled"
          icon={IconArchive}
          isBusy={start.isBusy}
          onPress={() => {
            start.run({});
          }}
        />
      </div>
    </div>
  );
}

function LockFile({ isBlocked, onBlocked }: { readonly isBlocked: boolean; readonly onBlocked: () => void }) {
  const lock = useGatedCommand('file.lock', { takesReasons: true });
  const [isAsking, setAsking] = useState(false);
  const ask = (): void => {
    lock.clear();
    setAsking(true);
  };
  const close = (): void => {
    setAsking(false);
  };
  return (
    <div className={styles['part']}>
      {wrongPassphrase(lock) === undefined ? (
        <CommandBanner
          command={lock}
          title="The file cannot be locked yet"
          failed="The file was not locked"
        />
      ) : null}
      <div className={styles['foot']}>
        <span>The lock cannot be taken back.</span>
        <ActionButton
          label="Lock file"
          kind={isBlocked ? 'default' : 'filled'}
          icon={IconLock}
          isBlocked={isBlocked}
          isBusy={lock.isBusy}
          onPress={() => {
            if (isBlocked) onBlocked();
            else ask();
          }}
        />
      </div>
      <PassphraseDialog
        isOpen={isAsking && !isRefusedOtherwise(lock)}
        onClose={close}
        title="Lock the file"
        confirmLabel="Lock file"
        isBusy={lock.isBusy}
        error={wrongPassphrase(lock)}
        onConfirm={(passphrase) => {
          lock.run({ passphrase }, close);
        }}
      >
        Every evidence file is checked against its digest. After the lock nothing is changed or deleted; what
        must be added later is added with its reason, its author and its reviewer. The lock cannot be taken
        back. Confirm with your own passphrase.
      </PassphraseDialog>
    </div>
  );
}
