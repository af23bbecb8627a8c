import { IconArrowBackUp, IconSignature } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import { useQuery } from '../../app/client.ts';
import type { Output } from '../../app/client.ts';
import { gateMessage } from '../../app/gate-messages.ts';
import { useUnlock } from '../../app/session-unlock.tsx';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { useToast } from '../../ui/dialog/ToastProvider.tsx';
import { TextAreaField } from '../../ui/form/FormField.tsx';
import { GateBanner } from '../../ui/gate/GateBanner.tsx';
import { LEVEL_WORDS } from './review-words.ts';
import type { Level } from './review-words.ts';
import styles from './ReviewPage.module.css';

type Paper = Output<'review.paper'>;

/** What stands before my next signature, and the signature itself. */
export function SignFoot({ workpaperId }: { readonly workpaperId: string }) {
  const { data } = useQuery('review.paper', { workpaperId });
  const unlock = useUnlock();
  if (data === undefined) return null;
  if (data.row.nextLevel === null) return <div className={styles['quiet']}>Signed by every level.</div>;
  if (data.mine === null)
    return <ActionButton label="Unlock signing key" icon={IconSignature} isWide onPress={unlock} />;
  return <SignForm paper={data} mine={data.mine} />;
}

interface SignFormProps {
  readonly paper: Paper;
  readonly mine: NonNullable<Paper['mine']>;
}

function SignForm({ paper, mine }: SignFormProps) {
  const { workpaperId } = paper.row;
  const sign = useGatedCommand('review.signOff', { takesReasons: true });
  const [isReturning, setReturning] = useState(false);
  const toast = useToast();
  const banner = useRef<HTMLDivElement>(null);
  const otherRole = mine.findings.find((found) => found.code === 'role-required');
  const blocks = mine.findings.filter((found) => found.kind === 'block');
  const levelWord = LEVEL_WORDS[mine.level].toLowerCase();
  const press = (): void => {
    if (blocks.length > 0) {
      banner.current?.focus();
      return;
    }
    sign.run({ workpaperId, level: mine.level, contentHash: paper.contentHash }, () => {
      toast({ text: `${paper.row.ref} signed as ${levelWord}` });
    });
  };
  return (
    <div className={styles['stack']}>
      {otherRole === undefined ? null : (
        <p className={styles['quiet']}>{`The next signature is the ${levelWord}’s. ${otherRole.message}`}</p>
      )}
      {sign.gates.length === 0 && otherRole === undefined ? (
        <GateBanner
          ref={banner}
          gates={mine.findings.map((found) => gateMessage(found))}
          title={`Before the signature as ${levelWord}`}
        />
      ) : null}
      <CommandBanner
        command={sign}
        title="The paper cannot be signed yet"
        failed="The paper was not signed"
      />
      {isReturning ? (
        <ReturnForm
          workpaperId={workpaperId}
          onClose={() => {
            setReturning(false);
          }}
        />
      ) : (
        <SignActions
          level={mine.level}
          maySign={otherRole === undefined}
          isBlocked={blocks.length > 0}
          isBusy={sign.isBusy}
          onSign={press}
          onReturn={() => {
            setReturning(true);
          }}
        />
      )}
    </div>
  );
}

interface SignActionsProps {
  readonly level: Level;
  /** The role of the one who looks is the one that signs next. */
  readonly maySign: boolean;
  readonly isBlocked: boolean;
  readonly isBusy: boolean;
  readonly onSign: () => void;
  readonly onReturn: () => void;
}

function SignActions({ level, maySign, isBlocked, isBusy, onSign, onReturn }: SignActionsProps) {
  return (
    <div className={styles['signing']}>
      {maySign ? (
        <ActionButton
          label={`Sign as ${LEVEL_WORDS[level].toLowerCase()}`}
          icon={IconSignature}
          kind={isBlocked ? 'default' : 'filled'}
          isWide
          isBlocked={isBlocked}
          isBusy={isBusy}
          onPress={onSign}
        />
      ) : null}
      {level === 'preparer' ? null : (
        <ActionButton label="Return" icon={IconArrowBackUp} onPress={onReturn} />
      )}
    </div>
  );
}

function ReturnForm({
  workpaperId,
  onClose,
}: {
  readonly workpaperId: string;
  readonly onClose: () => void;
}) {
  const [reason, setReason] = useState('');
  const send = useGatedCommand('review.return');
  const isEmpty = reason.trim() === '';
  return (
    <div className={styles['stack']}>
      <TextAreaField
        label="Why the paper goes back to its preparer"
        hint="It is kept as a note of the paper."
        value={reason}
        onChange={setReason}
        minRows={2}
      />
      <CommandBanner
        command={send}
        title="The paper cannot be returned"
        failed="The paper was not returned"
      />
      <div className={styles['actions']}>
        <ActionButton
          label="Return paper"
          icon={IconArrowBackUp}
          isBlocked={isEmpty}
          isBusy={send.isBusy}
          onPress={() => {
            if (!isEmpty) send.run({ workpaperId, reason }, onClose);
          }}
        />
        <ActionButton label="Cancel" kind="quiet" onPress={onClose} />
      </div>
    </div>
  );
}
