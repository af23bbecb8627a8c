import { useInstantWords } from '../../app/use-instant-words.ts';
import { IconMessage } from '@tabler/icons-react';
import { useState } from 'react';
import type { Output } from '../../app/client.ts';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import { KeptWords } from '../../app/KeptWords.tsx';
import { useHasKept, useKeptTexts } from '../../app/use-kept-texts.ts';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { TextAreaField } from '../../ui/form/FormField.tsx';
import { CardRow } from '../../ui/page/Card.tsx';
import { EmptyState } from '../../ui/status/EmptyState.tsx';
import { StatusChip } from '../../ui/status/StatusChip.tsx';
import styles from './WorkpaperPage.module.css';

/** A review note. */
export type Note = Output<'note.list'>[number];

/** Notes with their answers, each with the next step of the one who looks. */
export function NoteList({ notes, empty }: { readonly notes: readonly Note[]; readonly empty: string }) {
  if (notes.length === 0) return <EmptyState sentence={empty} />;
  return notes.map((note) => (
    <CardRow key={note.id}>
      <NoteItem note={note} />
    </CardRow>
  ));
}

function NoteItem({ note }: { readonly note: Note }) {
  const words = useInstantWords();
  return (
    <div className={styles['entry']}>
      <div className={styles['head']}>
        <span>
          <b>{note.author}</b>{' '}
          <span className={styles['quiet']}>
            {words.time(note.createdAt)}
            {note.assignee === null ? '' : `, for ${note.assignee}`}
          </span>
        </span>
        <NoteState status={note.status} />
      </div>
      <p className={styles['text']}>{note.text}</p>
      {note.responses.map((response) => (
        <p key={response.at} className={styles['text']}>
          <b>{response.author}</b> <span className={styles['quiet']}>{words.time(response.at)}</span>{' '}
          {response.text}
        </p>
      ))}
      <NoteSteps note={note} />
    </div>
  );
}

/** The state of a note as a chip. */
export function NoteState({ status }: Pick<Note, 'status'>) {
  if (status === 'cleared') return <StatusChip kind="done" label="Cleared" />;
  return (
    <StatusChip kind="under-way" icon={IconMessage} label={status === 'responded' ? 'Answered' : 'Open'} />
  );
}

function NoteSteps({ note }: { readonly note: Note }) {
  const hasKept = useHasKept(answerPlace(note));
  const [asked, setAnswering] = useState<boolean>();
  const isAnswering = asked ?? hasKept;
  const clear = useGatedCommand('note.clear');
  const reopen = useGatedCommand('note.reopen');
  return (
    <div className={styles['tight']}>
      <CommandBanner command={clear} title="The note stays open" failed="The note was not cleared" />
      <CommandBanner command={reopen} title="The note stays" failed="The note was not reopened" />
      {isAnswering ? (
        <AnswerForm
          note={note}
          onDone={() => {
            setAnswering(false);
          }}
        />
      ) : (
        <div className={styles['foot']}>
          {note.status === 'cleared' ? null : (
            <ActionButton
              label="Answer note"
              onPress={() => {
                setAnswering(true);
              }}
            />
          )}
          {note.status === 'responded' && note.mayClear ? (
            <ActionButton
              label="Clear note"
              isBusy={clear.isBusy}
              onPress={() => {
                clear.run({ noteId: note.id });
              }}
            />
          ) : null}
          {note.status === 'open' ? null : (
            <ActionButton
              label="Reopen note"
              kind="quiet"
              isBusy={reopen.isBusy}
              onPress={() => {
                reopen.run({ noteId: note.id });
              }}
            />
          )}
        </div>
      )}
    </div>
  );
}

const answerPlace = ({ id }: Note): string => `answer ${id}`;

function AnswerForm({ note, onDone }: { readonly note: Note; readonly onDone: () => void }) {
  const kept = useKeptTexts(answerPlace(note), { text: '' });
  const { text } = kept.texts;
  const respond = useGatedCommand('note.respond');
  const isEmpty = text.trim() === '';
  return (
    <form
      className={styles['tight']}
      aria-label={`Answer to ${note.author}`}
      onSubmit={(event) => {
        event.preventDefault();
        if (isEmpty) return;
        respond.run({ noteId: note.id, text }, () => {
          kept.recorded();
          onDone();
        });
      }}
    >
      <TextAreaField
        label={`Answer to ${note.author}`}
        value={text}
        onChange={(typed) => {
          kept.change({ text: typed });
        }}
        minRows={2}
      />
      <KeptWords kept={kept} />
      <CommandBanner
        command={respond}
        title="The answer is not recorded"
        failed="The answer was not recorded"
      />
      <div className={styles['foot']}>
        <ActionButton
          label="Record answer"
          type="submit"
          isBlocked={isEmpty}
          isBusy={respond.isBusy}
          onPress={() => undefined}
        />
        <ActionButton
          label="Cancel"
          kind="quiet"
          onPress={() => {
            kept.clear();
            onDone();
          }}
        />
      </div>
    </form>
  );
}

interface NewNoteProps {
  readonly workpaperId: string;
  /** The row that it is about; empty for the whole paper. */
  readonly anchor: string;
}

/** Asks a question on a paper, or on one item of it. */
export function NewNote({ workpaperId, anchor }: NewNoteProps) {
  const kept = useKeptTexts(`note ${workpaperId} ${anchor}`, { text: '' });
  const { text } = kept.texts;
  const add = useGatedCommand('note.add');
  const isEmpty = text.trim() === '';
  return (
    <form
      className={styles['tight']}
      aria-label="New note"
      onSubmit={(event) => {
        event.preventDefault();
        if (isEmpty) return;
        add.run({ workpaperId, anchor, text }, kept.clear);
      }}
    >
      <TextAreaField
        label="What is to be done or explained"
        value={text}
        onChange={(typed) => {
          kept.change({ text: typed });
        }}
        minRows={2}
      />
      <KeptWords kept={kept} />
      <CommandBanner command={add} title="The note is not written" failed="The note was not written" />
      <div className={styles['foot']}>
        <ActionButton
          label="Write note"
          type="submit"
          isBlocked={isEmpty}
          isBusy={add.isBusy}
          onPress={() => undefined}
        />
      </div>
    </form>
  );
}
