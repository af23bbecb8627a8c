import { useInstantWords } from '../../app/use-instant-words.ts';
import { IconMessage } from '@tabler/icons-react';
import { useState } from 'react';
import { Answered } from '../../app/Answered.tsx';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import { useQuery } from '../../app/client.ts';
import type { Output } from '../../app/client.ts';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { TextAreaField } from '../../ui/form/FormField.tsx';
import { DrawerSection } from '../../ui/frame/Drawer.tsx';
import { StatusChip } from '../../ui/status/StatusChip.tsx';
import { countOf } from '../../ui/text/format-number.ts';
import styles from './ReviewPage.module.css';

type Note = Output<'note.list'>[number];

/** The notes of a paper with their answers, and a new one. */
export function NotesSection({ workpaperId }: { readonly workpaperId: string }) {
  const notes = useQuery('note.list', { workpaperId });
  const open = (notes.data ?? []).filter((note) => note.status !== 'cleared').length;
  return (
    <DrawerSection
      title="Notes"
      aside={<span className={styles['quiet']}>{countOf(open, 'open note')}</span>}
    >
      <Answered query={notes} what="the notes" rows={2}>
        {(data) => (
          <ul className={styles['notes']}>
            {data.map((note) => (
              <li key={note.id}>
                <NoteItem note={note} />
              </li>
            ))}
          </ul>
        )}
      </Answered>
      <NewNote workpaperId={workpaperId} />
    </DrawerSection>
  );
}

function NoteItem({ note }: { readonly note: Note }) {
  const words = useInstantWords();
  return (
    <div className={styles['note']}>
      <div className={styles['changeHead']}>
        <span>
          <b>{note.author}</b> {words.time(note.createdAt)}
          {note.assignee === null ? '' : ` to ${note.assignee}`}
        </span>
        <NoteState status={note.status} />
      </div>
      <p className={styles['text']}>{note.text}</p>
      {note.responses.map((response) => (
        <div key={response.at} className={styles['change']}>
          <b>{response.author}</b> <span className={styles['quiet']}>{words.time(response.at)}</span>
          <p className={styles['text']}>{response.text}</p>
        </div>
      ))}
      <NoteActions note={note} />
    </div>
  );
}

function NoteState({ status }: { readonly status: Note['status'] }) {
  if (status === 'cleared') return <StatusChip kind="done" label="Cleared" />;
  if (status === 'responded') return <StatusChip kind="under-way" label="Answered" icon={IconMessage} />;
  return <StatusChip kind="under-way" label="Open" icon={IconMessage} />;
}

function NoteActions({ note }: { readonly note: Note }) {
  return (
    <div className={styles['stack']}>
      {note.status === 'cleared' ? null : <AnswerForm note={note} />}
      {note.status === 'open' ? null : <NoteEnd note={note} />}
    </div>
  );
}

function AnswerForm({ note }: { readonly note: Note }) {
  const [text, setText] = useState('');
  const respond = useGatedCommand('note.respond');
  const isEmpty = text.trim() === '';
  return (
    <>
      <TextAreaField label={`Answer to ${note.author}`} value={text} onChange={setText} minRows={2} />
      <CommandBanner
        command={respond}
        title="The answer was not recorded"
        failed="The answer was not recorded"
      />
      <div className={styles['actions']}>
        <ActionButton
          label="Answer note"
          isBlocked={isEmpty}
          isBusy={respond.isBusy}
          onPress={() => {
            if (!isEmpty)
              respond.run({ noteId: note.id, text }, () => {
                setText('');
              });
          }}
        />
      </div>
    </>
  );
}

/** Clears an answered note (gate R4), or opens it again. */
function NoteEnd({ note }: { readonly note: Note }) {
  const clear = useGatedCommand('note.clear');
  const reopen = useGatedCommand('note.reopen');
  return (
    <>
      <CommandBanner
        command={clear}
        title="The note cannot be cleared yet"
        failed="The note was not cleared"
      />
      <CommandBanner
        command={reopen}
        title="The note cannot be reopened"
        failed="The note was not reopened"
      />
      <div className={styles['actions']}>
        {note.status === 'cleared' ? null : (
          <ActionButton
            label="Clear note"
            isBusy={clear.isBusy}
            onPress={() => {
              clear.run({ noteId: note.id });
            }}
          />
        )}
        <ActionButton
          label="Reopen note"
          kind="quiet"
          isBusy={reopen.isBusy}
          onPress={() => {
            reopen.run({ noteId: note.id });
          }}
        />
      </div>
    </>
  );
}

function NewNote({ workpaperId }: { readonly workpaperId: string }) {
  const [text, setText] = useState('');
  const add = useGatedCommand('note.add');
  const isEmpty = text.trim() === '';
  return (
    <div className={styles['stack']}>
      <TextAreaField label="New note to the preparer" value={text} onChange={setText} minRows={2} />
      <CommandBanner command={add} title="The note was not added" failed="The note was not added" />
      <div className={styles['actions']}>
        <ActionButton
          label="Write note"
          icon={IconMessage}
          isBlocked={isEmpty}
          isBusy={add.isBusy}
          onPress={() => {
            if (!isEmpty)
              add.run({ workpaperId, text }, () => {
                setText('');
              });
          }}
        />
      </div>
    </div>
  );
}
