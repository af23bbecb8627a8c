import { useState } from 'react';
import { Answered } from '../../app/Answered.tsx';
import { useQuery } from '../../app/client.ts';
import { Card } from '../../ui/page/Card.tsx';
import { SegmentedChoice } from '../../ui/form/SegmentedChoice.tsx';
import { countOf } from '../../ui/text/format-number.ts';
import { NewNote, NoteList } from './NoteList.tsx';
import { papersOf } from './paper-papers.ts';
import type { PaperControl } from './paper-tabs.ts';
import styles from './WorkpaperPage.module.css';

interface NotesTabProps {
  readonly control: PaperControl;
  readonly paperId: string;
}

/** The review notes of a control's papers: written, answered, cleared. */
export function NotesTab({ control, paperId }: NotesTabProps) {
  const papers = papersOf(control);
  const [chosenId, setChosenId] = useState(paperId);
  const notes = useQuery('note.list', { workpaperId: chosenId });
  return (
    <div className={styles['stack']}>
      {papers.length < 2 ? null : (
        <div className={styles['choice']}>
          <SegmentedChoice label="Notes on" choices={papers} value={chosenId} onChange={setChosenId} />
        </div>
      )}
      <Answered query={notes} what="the notes" rows={4}>
        {(rows) => (
          <>
            <Card title="Review notes" aside={countOf(rows.length, 'note')} isFlush>
              <NoteList
                notes={rows}
                empty="A note asks its reader to do or explain something; it is cleared by the person who wrote it."
              />
            </Card>
            <Card title="New note">
              <NewNote key={chosenId} workpaperId={chosenId} anchor="" />
            </Card>
          </>
        )}
      </Answered>
    </div>
  );
}
