import { IconRosetteDiscountCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { call } from '../../app/client.ts';
import type { CallError, Output } from '../../app/client.ts';
import { failureWords } from '../../app/failure-words.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { Card } from '../../ui/page/Card.tsx';
import { FailedState } from '../../ui/status/FailedState.tsx';
import { ProgressBar } from '../../ui/status/ProgressBar.tsx';
import { StatusChip } from '../../ui/status/StatusChip.tsx';
import { countOf, formatCount } from '../../ui/text/format-number.ts';
import { HashWords } from '../../ui/text/HashWords.tsx';
import styles from './JournalPage.module.css';

type Verdict = Output<'journal.verify'>;

/** Checks the whole file against its journal, now, and says what was found and where. */
export function VerifyCard() {
  const verify = useMutation<Verdict, CallError>({ mutationFn: () => call('journal.verify', {}) });
  return (
    <Card title="Verification of the file" icon={IconRosetteDiscountCheck}>
      <div role="status" className={styles['verdict']}>
        {verify.isIdle ? (
          <p className={styles['quiet']}>
            Checks the chain of entries, every signature, the tables against the journal, and evidence and
            population rows against their digests.
          </p>
        ) : null}
        {verify.isPending ? <Verifying /> : null}
        {verify.data === undefined ? null : <Found verdict={verify.data} />}
      </div>
      <div className={styles['verifying']}>
        <ActionButton
          label={verify.data === undefined ? 'Verify file' : 'Verify file again'}
          isBusy={verify.isPending}
          onPress={() => {
            verify.mutate();
          }}
        />
      </div>
      {verify.error === null ? null : (
        <FailedState {...failureWords('The file was not verified', verify.error)} />
      )}
    </Card>
  );
}

function Verifying() {
  const [elapsedSeconds, setElapsed] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => {
      setElapsed((seconds) => seconds + 1);
    }, 1000);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return (
    <ProgressBar
      label="Verifying the file"
      done={0}
      total={undefined}
      unit="entries"
      elapsedSeconds={elapsedSeconds}
    />
  );
}

function Found({ verdict }: { readonly verdict: Verdict }) {
  const { intact, entries, head, problems } = verdict;
  if (intact)
    return (
      <>
        <StatusChip kind="done" label={`${countOf(entries, 'entry', 'entries')}, intact`} />
        <span>
          Head <HashWords hex={head} label="Hash of the newest entry" />
        </span>
      </>
    );
  return (
    <>
      <StatusChip
        kind="blocks"
        label={`${countOf(problems.length, 'problem')} in ${countOf(entries, 'entry', 'entries')}`}
      />
      <ul className={styles['problems']}>
        {problems.map((problem, index) => (
          <li key={`${String(index)}-${problem.code}`}>
            <span>{problem.message}</span>
            <span className={styles['quiet']}>{placeWords(problem)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Where a problem lies: "entry 204, evidence CC6-01.3, AK". */
function placeWords({ code, entry, object, person }: Verdict['problems'][number]): string {
  const place = entry === null ? [] : [`entry ${formatCount(entry)}`];
  return [...place, object, person, code].filter((part) => part !== null && part !== '').join(', ');
}
