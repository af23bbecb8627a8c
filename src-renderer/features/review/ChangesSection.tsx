import { useInstantWords } from '../../app/use-instant-words.ts';
import { Answered } from '../../app/Answered.tsx';
import { useQuery } from '../../app/client.ts';
import type { Output } from '../../app/client.ts';
import { DrawerSection } from '../../ui/frame/Drawer.tsx';
import { shownDate } from '../../ui/form/typed-date.ts';
import { Diff } from '../../ui/text/Diff.tsx';
import { formatCount } from '../../ui/text/format-number.ts';
import { wordDiff } from '../../ui/text/word-diff.ts';
import { LEVEL_WORDS } from './review-words.ts';
import styles from './ReviewPage.module.css';

type Change = Output<'review.changes'>['changes'][number];

/** What changed since the signature of the one who looks, oldest first. */
export function ChangesSection({ workpaperId }: { readonly workpaperId: string }) {
  const changes = useQuery('review.changes', { workpaperId });
  return (
    <DrawerSection
      title="What changed"
      aside={<span className={styles['quiet']}>{rangeWords(changes.data)}</span>}
    >
      <Answered query={changes} what="the changes" rows={3}>
        {(data) => (
          <>
            <p className={styles['quiet']}>{sinceWords(data)}</p>
            <ol className={styles['changes']}>
              {data.changes.map((change) => (
                <li key={`${String(change.position)}-${change.entity}-${change.id}-${change.field ?? ''}`}>
                  <ChangeLine change={change} />
                </li>
              ))}
            </ol>
            {data.total > data.changes.length ? (
              <p className={styles['quiet']}>
                {`${formatCount(data.changes.length)} of ${formatCount(data.total)} changes are shown; the history of the workpaper holds all.`}
              </p>
            ) : null}
          </>
        )}
      </Answered>
    </DrawerSection>
  );
}

function ChangeLine({ change }: { readonly change: Change }) {
  const words = useInstantWords();
  return (
    <>
      <div className={styles['changeHead']}>
        <span>
          <b>{change.initials}</b> {words.time(change.at)}
        </span>
        <span>{change.label}</span>
      </div>
      <div className={styles['change']}>
        {change.field === null ? (
          'added'
        ) : (
          <Diff parts={wordDiff(valueText(change.before), valueText(change.after))} />
        )}
      </div>
    </>
  );
}

function valueText(value: Change['before']): string {
  if (value === null || value === '') return 'empty';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'object') return value.length === 0 ? 'none' : value.join(', ');
  return String(value);
}

function rangeWords(data: Output<'review.changes'> | undefined): string {
  const first = data?.changes[0]?.position;
  const last = data?.changes.at(-1)?.position;
  if (first === undefined || last === undefined) return '';
  if (first === last) return `entry ${formatCount(first)}`;
  return `entries ${formatCount(first)} to ${formatCount(last)}`;
}

function sinceWords({ since, total }: Output<'review.changes'>): string {
  if (since === null) return 'No signature of yours stands on this paper, and none of another is stale.';
  const who = `${since.initials} signed as ${LEVEL_WORDS[since.level].toLowerCase()} on ${shownDate(since.signedOn ?? '')}`;
  return total === 0 ? `Nothing changed since ${who}.` : `Since ${who}.`;
}
