import { useEffect, useState } from 'react';
import { useQuery } from '../../app/client.ts';
import { failureWordsOfFile } from '../../app/failure-words.ts';
import { useSessionPersons } from '../../app/session-persons.ts';
import { StatusBar } from '../../ui/frame/StatusBar.tsx';
import { Logo } from '../../ui/icon/Logo.tsx';
import { FailedState } from '../../ui/status/FailedState.tsx';
import { FirstPerson } from './FirstPerson.tsx';
import { OpenPanel } from './OpenPanel.tsx';
import type { FileToOpen } from './OpenPanel.tsx';
import { PersonCorner } from './PersonCorner.tsx';
import { RecentEngagements } from './RecentEngagements.tsx';
import { fileName } from './recent-words.ts';
import { StartDoors } from './StartDoors.tsx';
import { useHandedFile } from './use-handed-file.ts';
import styles from './StartPage.module.css';

/** The first screen: what was worked on lately, and the ways in. */
export function StartPage() {
  const { isKnown, persons } = useSessionPersons();
  const recents = useQuery('recent.list', {});
  const [chosen, setChosen] = useState<FileToOpen>();
  const choose = (file: { readonly token: string; readonly name: string }): void => {
    setChosen({ place: file.token, name: file.name, isRecent: false });
  };
  const handedFailure = useHandedFile(choose);
  const isFirstRun = isKnown && persons.length === 0;
  const isUsable = isKnown && recents.isFetched;
  useEffect(() => {
    // What the start of the window is measured by: everything is there, and a key or a click works.
    if (isUsable) performance.mark('usable');
  }, [isUsable]);
  return (
    <div className={styles['frame']}>
      <aside className={styles['side']} aria-label="Tickmark" data-region="navigation">
        <h1 className={styles['brand']}>
          <Logo size={38} />
          Tickmark
        </h1>
        <p className={styles['motto']}>From acceptance to the signed report, with every step on record.</p>
        <StartDoors hasPerson={!isFirstRun} onOpen={choose} />
        <div className={styles['space']} />
        <PersonCorner />
      </aside>
      <main className={styles['main']} data-region="main" tabIndex={-1}>
        <div className={styles['mainInner']}>
          {isFirstRun ? <FirstPerson /> : null}
          <RecentEngagements
            query={recents}
            isQuiet={isFirstRun}
            chosenPlace={chosen?.place}
            onChoose={(recent) => {
              setChosen({ place: recent.place, name: fileName(recent.path), isRecent: true });
            }}
          />
          {handedFailure === undefined ? null : (
            <FailedState {...failureWordsOfFile(handedFailure.message, handedFailure)} />
          )}
          {chosen === undefined ? null : (
            <OpenPanel
              key={chosen.place}
              file={chosen}
              onClose={() => {
                setChosen(undefined);
              }}
            />
          )}
        </div>
      </main>
      <StatusBar note="Tickmark" />
    </div>
  );
}
