import { IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import { useQuery } from '../../app/client.ts';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { useInstantWords } from '../../app/use-instant-words.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { SelectField, TextAreaField } from '../../ui/form/FormField.tsx';
import { Card } from '../../ui/page/Card.tsx';
import { countOf } from '../../ui/text/format-number.ts';
import type { FileState } from './assembly-words.ts';
import styles from './AssemblyPage.module.css';

/** What was added after the lock (gate F3), and a new addition. */
export function AddendaCard({ addenda }: Pick<FileState, 'addenda'>) {
  const { day } = useInstantWords();
  return (
    <Card
      title="Additions after the lock"
      icon={IconLock}
      aside={countOf(addenda.length, 'addition')}
      isFlush
    >
      {addenda.length === 0 ? <div className={styles['note']}>Nothing was added after the lock.</div> : null}
      <ul className={styles['addenda']}>
        {addenda.map((addendum) => (
          <li key={addendum.id} className={styles['addendum']}>
            <p className={styles['text']}>{addendum.text}</p>
            <span className={styles['quiet']}>
              {`Reason: ${addendum.reason}. By ${addendum.author}, reviewed by ${addendum.reviewer}, ${day(addendum.at)}.`}
            </span>
          </li>
        ))}
      </ul>
      <AddendumForm />
    </Card>
  );
}

function AddendumForm() {
  const team = useQuery('team.list', {});
  const add = useGatedCommand('file.addAddendum');
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  const [reviewerId, setReviewerId] = useState('');
  const isReady = text.trim() !== '' && reason.trim() !== '' && reviewerId !== '';
  const send = (): void => {
    if (!isReady) return;
    add.run({ text, reason, reviewerId }, () => {
      setText('');
      setReason('');
    });
  };
  const reviewers = new Map(
    (team.data ?? []).map((member) => [member.personId, `${member.initials}, ${member.name}`]),
  );
  return (
    <div className={styles['part']}>
      <div className={styles['stack']}>
        <TextAreaField label="What is added" value={text} onChange={setText} />
        <TextAreaField
          label="Why it is added after the lock"
          value={reason}
          onChange={setReason}
          minRows={2}
        />
        <SelectField
          label="Reviewed by"
          hint="Another person than the author."
          placeholder="Choose a person"
          value={reviewerId}
          options={[...reviewers].map(([value, label]) => ({ value, label }))}
          onChange={setReviewerId}
        />
        <CommandBanner command={add} title="This cannot be added yet" failed="Nothing was added" />
        <div className={styles['foot']}>
          <span>{isReady ? '' : 'Text, reason and reviewer are needed.'}</span>
          <ActionButton label="Add to locked file" isBlocked={!isReady} isBusy={add.isBusy} onPress={send} />
        </div>
      </div>
    </div>
  );
}
