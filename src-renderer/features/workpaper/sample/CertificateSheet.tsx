import { Answered } from '../../../app/Answered.tsx';
import { useQuery } from '../../../app/client.ts';
import { failureWords } from '../../../app/failure-words.ts';
import { useInstantWords } from '../../../app/use-instant-words.ts';
import { ActionButton } from '../../../ui/button/ActionButton.tsx';
import { FactList } from '../../../ui/form/ReadOnlyField.tsx';
import { shownDate } from '../../../ui/form/typed-date.ts';
import { PaperSheet } from '../../../ui/page/Card.tsx';
import { FailedState } from '../../../ui/status/FailedState.tsx';
import { StatusWord } from '../../../ui/status/StatusChip.tsx';
import { Folio } from '../../../ui/text/Folio.tsx';
import { countOf } from '../../../ui/text/format-number.ts';
import { HashWords } from '../../../ui/text/HashWords.tsx';
import type { InstantWords } from '../../../ui/text/instant-words.ts';
import styles from './Sample.module.css';
import { SaveCertificate } from './SaveCertificate.tsx';
import { actWords } from './sample-words.ts';
import type { Certificate } from './sample-words.ts';

/** The facts of a draw on a sheet, with the items that it took. */
export function CertificateSheet({ planId }: { readonly planId: string }) {
  const certificate = useQuery('sampling.certificate', { planId });
  const words = useInstantWords();
  return (
    <Answered query={certificate} what="the draw certificate" rows={10}>
      {(data) => (
        <PaperSheet>
          <div className={styles['sheetHead']}>
            <div>
              <div className={styles['hint']}>{data.firm}</div>
              <h2>Draw certificate</h2>
            </div>
            <div>
              <Folio reference={data.ref} />
              <div className={styles['hint']}>
                draw {data.draw} of {data.draws}
              </div>
            </div>
          </div>
          <p className={styles['sentence']}>{data.sentence}</p>
          <FactList facts={factsOf(data, words)} />
          <ol className={styles['items']}>
            {data.items.map((item) => (
              <li key={item.id}>
                <span>{item.ordinal}</span>
                <span className={styles['key']}>
                  {item.status === 'replaced' ? <s>{item.key}</s> : item.key}
                </span>
                <span>{item.occurredOn === null ? '' : shownDate(item.occurredOn)}</span>
              </li>
            ))}
          </ol>
          <Redraw planId={planId} reserve={data.reserve} />
          {data.drawnAt === null ? null : (
            <SaveCertificate planId={planId} workpaper={data.ref} draw={data.draw} />
          )}
        </PaperSheet>
      )}
    </Answered>
  );
}

function factsOf(data: Certificate, words: InstantWords) {
  const { populationSha256: hash, fileSha256: file, filters } = data;
  return [
    { label: 'Client', value: `${data.client}, ${data.period}` },
    {
      label: 'Population',
      value: hash === null ? 'None' : <HashWords hex={hash} label="SHA-256 of the population" />,
    },
    { label: 'File', value: file === null ? 'None' : <HashWords hex={file} label="SHA-256 of the file" /> },
    {
      label: 'Filters',
      value: filters.length === 0 ? 'None' : filters.map(({ code, words }) => `${code}, ${words}`).join('; '),
    },
    { label: 'Seed', value: data.seed ?? 'None: the auditor chose the items' },
    { label: 'Algorithm', value: data.algorithm ?? 'None' },
    { label: 'Drawn', value: actWords(words, data.drawnAt, data.drawnBy) },
    { label: 'Approved', value: actWords(words, data.approvedAt, data.approvedBy) },
  ];
}

function Redraw({ planId, reserve }: { readonly planId: string; readonly reserve: number }) {
  const redraw = useQuery('sampling.redraw', { planId }, { enabled: false });
  return (
    <>
      <div className={styles['buttons']}>
        <ActionButton
          label="Draw again to check"
          isBusy={redraw.isFetching}
          onPress={() => {
            void redraw.refetch();
          }}
        />
        <span className={styles['hint']}>{reserve} in reserve</span>
      </div>
      <div role="status">
        {redraw.data === undefined || redraw.error !== null ? null : <RedrawAnswer answer={redraw.data} />}
      </div>
      {redraw.error === null ? null : (
        <FailedState {...failureWords('The sample was not drawn again', redraw.error)} />
      )}
    </>
  );
}

interface RedrawAnswerProps {
  readonly answer: {
    readonly same: boolean;
    readonly items: number;
    readonly ordinal: number | null;
    readonly recorded: string | null;
    readonly redrawn: string | null;
    readonly isPopulationUnchanged: boolean;
  };
}

function RedrawAnswer({ answer }: RedrawAnswerProps) {
  const { same, items, ordinal, recorded, redrawn, isPopulationUnchanged } = answer;
  const differs = `Item ${String(ordinal ?? 0)} is ${recorded ?? 'none'} on record and ${redrawn ?? 'none'} redrawn`;
  return (
    <>
      <StatusWord
        kind={same ? 'done' : 'blocks'}
        label={same ? `Redrawn, same ${countOf(items, 'item')}` : differs}
      />
      {isPopulationUnchanged ? null : (
        <StatusWord kind="blocks" label="The population is not the one of the draw" />
      )}
    </>
  );
}
