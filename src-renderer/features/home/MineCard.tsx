import {
  IconClipboardCheck,
  IconMailForward,
  IconMessage,
  IconSignature,
  IconTable,
  IconUser,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { Output } from '../../app/client.ts';
import { useSessionPersons } from '../../app/session-persons.ts';
import { useUnlock } from '../../app/session-unlock.tsx';
import { targetPath } from '../../app/target-path.ts';
import { useGo } from '../../app/use-go.ts';
import { TextLink } from '../../ui/button/TextLink.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useToday } from '../../ui/form/today.tsx';
import { UiIcon } from '../../ui/icon/UiIcon.tsx';
import type { IconShape } from '../../ui/icon/UiIcon.tsx';
import { Card } from '../../ui/page/Card.tsx';
import { EmptyState } from '../../ui/status/EmptyState.tsx';
import { dueWords } from './home-words.ts';
import styles from './MineCard.module.css';

type Task = Output<'home.get'>['mine'][number];

const ICONS: Readonly<Record<Task['kind'], IconShape>> = {
  test: IconClipboardCheck,
  signOff: IconSignature,
  note: IconMessage,
  population: IconTable,
  request: IconMailForward,
};

const SHOWN = 6;

/** What waits for the person who is signed in, the most urgent first. */
export function MineCard({ tasks }: { readonly tasks: readonly Task[] }) {
  const { actor } = useSessionPersons();
  const unlock = useUnlock();
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? tasks : tasks.slice(0, SHOWN);
  return (
    <Card title="Mine" icon={IconUser} aside={`${String(tasks.length)} open`} isFlush>
      {actor === undefined ? (
        <EmptyState
          sentence="Your open items are shown once your signing key is unlocked."
          action={{ label: 'Unlock signing key', onPress: unlock }}
        />
      ) : null}
      {actor !== undefined && tasks.length === 0 ? (
        <div className={styles['none']}>Nothing waits for you in this engagement.</div>
      ) : null}
      <ul className={styles['list']} data-keys="list">
        {shown.map((task) => (
          <li key={`${task.kind}-${task.target.id}-${task.text}`}>
            <TaskLine task={task} />
          </li>
        ))}
      </ul>
      {tasks.length > SHOWN ? (
        <div className={styles['more']}>
          <TextLink
            label={showsAll ? 'Show fewer' : `Show all ${String(tasks.length)}`}
            onPress={() => {
              setShowsAll(!showsAll);
            }}
          />
        </div>
      ) : null}
    </Card>
  );
}

function TaskLine({ task }: { readonly task: Task }) {
  const { go } = useGo();
  const today = useToday();
  const due = task.dueOn === null ? undefined : dueWords(task.dueOn, today());
  return (
    <button
      type="button"
      className={styles['task']}
      title={`${task.reference} ${task.text}`}
      onClick={() => {
        go(targetPath(task.target) ?? '/home');
      }}
    >
      <UiIcon icon={ICONS[task.kind]} />
      <span className={styles['text']}>
        <b>{task.reference}</b> {task.text}
      </span>
      {due === undefined ? null : (
        <span className={classNames(styles['due'], due.isPressing && styles['pressing'])}>{due.text}</span>
      )}
    </button>
  );
}
