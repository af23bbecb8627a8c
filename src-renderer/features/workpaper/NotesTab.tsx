import { useState } from 'react';
import { Answered } from '../../app/Answered.tsx';
import { useQuery } from '../../app/client.ts';
import type { Output } from '../../app/client.ts';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { TextAreaField } from '../../ui/form/FormField.tsx';
import { Card, CardRow } from '../../ui/page/Card.tsx';
import { StatusChip } from '../../ui/status/StatusChip.tsx';
import { countOf } from '../../ui/text/format-number.ts';
import styles from './WorkpaperPage.module.css';

type Note = Output<'note.list'>[number];

/** The review notes of a workpaper: written, answered, cleared. */
export function NotesTab({ workpaperId }: { readonly workpaperId: string }) {
  const notes = useQuery('note.list', { workpaperId });
  return (
    <Answered query={notes} what="the notes" rows={4}>
      {(rows) => (
        <Card title="Review notes" aside={countOf(rows.length, 'note')} isFlush>
          {rows.map((note) => (
            <NoteRow key={note.id} note={note} />
          ))}
          <CardRow>
            <NewNote workpaperId={workpaperId} />
          </CardRow>
        </Card>
      )}
    </Answered>
  );
}

function NoteRow({ note }: { readonly note: Note }) {
  const [answer, setAnswer] = useState('');
  const respond = useGatedCommand('note.respond');
  const clear = useGatedCommand('note.clear');
  return (
    <CardRow>
      <div className={styles['stack']}>
        <div className={styles['tools']}>
          <strong>{`${note.author}, ${note.createdAt.slice(0, 10)}`}</strong>
          <StatusChip kind={note.status === 'cleared' ? 'done' : 'under-way'} label={note.status} />
        </div>
        <p className={styles['text']}>{note.text}</p>
        {note.responses.map((response) => (
          <p key={response.at} className={styles['quiet']}>{`${response.author}: ${response.text}`}</p>
        ))}
        <CommandBanner
          command={respond}
          title="The answer is not recorded"
          failed="The answer was not recorded"
        />
        <CommandBanner command={clear} title="The note is not cleared" failed="The note was not cleared" />
        {note.status === 'cleared' ? null : (
          <>
            <TextAreaField label="Answer" value={answer} onChange={setAnswer} />
            <div className={styles['foot']}>
              <ActionButton
                label="Answer note"
                isBlocked={answer.trim() === ''}
                onPress={() => {
                  if (answer.trim() !== '') respond.run({ noteId: note.id, text: answer });
                }}
              />
              <ActionButton
                label="Clear note"
                onPress={() => {
                  clear.run({ noteId: note.id });
                }}
              />
            </div>
          </>
        )}
      </div>
    </CardRow>
  );
}

function NewNote({ workpaperId }: { readonly workpaperId: string }) {
  const [text, setText] = useState('');
  const command = useGatedCommand('note.add');
  return (
    <div className={styles['stack']}>
      <CommandBanner command={command} title="The note is not written" failed="The note was not written" />
      <TextAreaField label="New note" value={text} onChange={setText} />
      <div className={styles['foot']}>
        <ActionButton
          label="Write note"
          isBlocked={text.trim() === ''}
          onPress={() => {
            if (text.trim() === '') return;
            command.run({ workpaperId, text }, () => {
              setText('');
            });
          }}
        />
      </div>
    </div>
  );
}
