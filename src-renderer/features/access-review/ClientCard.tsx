import { useState } from 'react';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import { useCommand } from '../../app/client.ts';
import type { Output } from '../../app/client.ts';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { DateField } from '../../ui/form/DateField.tsx';
import { Card } from '../../ui/page/Card.tsx';
import { countOf } from '../../ui/text/format-number.ts';
import type { Review } from './access-words.ts';
import styles from './AccessReview.module.css';

/** The exceptions as a workbook for the client, and the answers that come back. */
export function ClientCard({ review }: { readonly review: Review }) {
  const [answeredOn, setAnsweredOn] = useState<string>();
  const { write, read, said, exportNow, importNow } = useAnswers(review, answeredOn);
  return (
    <Card title="Answers of the client" aside={said}>
      <div className={styles['stack']}>
        <CommandBanner
          command={write}
          title="The workbook is not written"
          failed="The workbook was not written"
        />
        <CommandBanner command={read} title="The answers are not taken" failed="The answers were not taken" />
        <p className={styles['hint']}>
          The workbook holds the exceptions put to the client, or all that wait where none is. An answer
          decides nothing: what an exception is, the auditor says.
        </p>
        <div className={styles['line']}>
          <ActionButton label="Export exceptions" isBusy={write.isBusy} onPress={exportNow} />
          <DateField label="Answers received on" value={answeredOn} onChange={setAnsweredOn} />
          <ActionButton
            label="Read answers"
            isBlocked={answeredOn === undefined}
            isBusy={read.isBusy}
            onPress={importNow}
          />
        </div>
      </div>
    </Card>
  );
}

function useAnswers({ reviewId, ref }: Review, answeredOn: string | undefined) {
  const [said, setSaid] = useState('');
  const choose = useCommand('files.choose');
  const save = useCommand('files.chooseSave');
  const write = useGatedCommand('accessReview.exportExceptions');
  const read = useGatedCommand('accessReview.importAnswers', { takesReasons: true });
  const writeTo = (target: Output<'files.chooseSave'>): void => {
    if (target === null) return;
    write.run({ reviewId, token: target.token }, ({ exceptions }) => {
      setSaid(`${countOf(exceptions, 'exception')} written to ${target.name}`);
    });
  };
  const readFrom = (token: string | undefined): void => {
    if (token === undefined || answeredOn === undefined) return;
    read.run({ reviewId, token, answeredOn }, ({ answered, empty, unknown }) => {
      const left = unknown.length === 0 ? '' : `, ${countOf(unknown.length, 'reference')} not known here`;
      setSaid(`${countOf(answered, 'answer')} taken, ${countOf(empty, 'row')} without an answer${left}`);
    });
  };
  return {
    ...{ write, read, said },
    exportNow: (): void => {
      save.mutate({ kind: 'workbook', suggestedName: `${ref} exceptions.xlsx` }, { onSuccess: writeTo });
    },
    importNow: (): void => {
      if (answeredOn === undefined) return;
      choose.mutate({ kind: 'list' }, { onSuccess: ([file]) => readFrom(file?.token) });
    },
  };
}
