import { useId, useState } from 'react';
import { Answered } from '../../../app/Answered.tsx';
import { useQuery } from '../../../app/client.ts';
import type { Output } from '../../../app/client.ts';
import { CommandBanner } from '../../../app/CommandBanner.tsx';
import { useGatedCommand } from '../../../app/use-gated-command.ts';
import { ActionButton } from '../../../ui/button/ActionButton.tsx';
import { Card, CardRow } from '../../../ui/page/Card.tsx';
import { StatusWord } from '../../../ui/status/StatusChip.tsx';
import type { StatusKind } from '../../../ui/status/StatusChip.tsx';
import { countOf } from '../../../ui/text/format-number.ts';
import type { Population } from './population-words.ts';
import styles from './Population.module.css';
import { ReasonForm } from './ReasonForm.tsx';

type Findings = Output<'population.findings'>;
type Check = Findings['checks'][number];

const LABELS: Readonly<Record<Check['code'], string>> = {
  keys: 'Keys',
  period: 'Period',
  dates: 'Days',
  nearDuplicates: 'Near-duplicate keys',
  sequence: 'Sequence',
  gaps: 'Gaps',
  timeOfDay: 'Time of day',
  frequency: 'Frequency',
  totals: 'Control totals',
  reading: 'In the file',
};

const KINDS: Readonly<Record<Check['state'], StatusKind>> = {
  clear: 'done',
  filtered: 'done',
  explained: 'done',
  open: 'flagged',
  accepted: 'done',
};

interface FindingsCardProps {
  readonly population: Population;
  /** The stored file and its rows are those of the import. */
  readonly isIntact: boolean;
}

/** Every check of the list: nothing to do, dealt with by a filter, accepted with a reason, or open. */
export function FindingsCard({ population, isIntact }: FindingsCardProps) {
  const findings = useQuery('population.findings', { populationId: population.id });
  return (
    <Answered query={findings} what="the findings" rows={6}>
      {(data) => (
        <Card
          title="Findings"
          aside={`${countOf(data.checks.length, 'check')}, ${String(data.open)} open. The original file is never altered`}
          isFlush
        >
          <CardRow>
            <div className={styles['check']}>
              <StatusWord kind={isIntact ? 'done' : 'blocks'} label="File and rows" />
              <span>
                {isIntact ? 'As they were imported' : 'Not as they were imported; do not rely on this list'}
              </span>
              <span className={styles['secondary']}>{isIntact ? 'Nothing to do' : ''}</span>
            </div>
          </CardRow>
          {data.checks.map((check) => (
            <CheckRow key={`${check.code} ${check.words}`} population={population} check={check} />
          ))}
        </Card>
      )}
    </Answered>
  );
}

interface CheckRowProps {
  readonly population: Population;
  readonly check: Check;
}

function CheckRow({ population, check }: CheckRowProps) {
  const [isAsking, setAsking] = useState(false);
  const wordsId = useId();
  const close = (): void => {
    setAsking(false);
  };
  return (
    <>
      <CardRow>
        <div className={styles['check']}>
          <StatusWord kind={KINDS[check.state]} label={LABELS[check.code]} />
          <div className={styles['entry']}>
            <span id={wordsId}>{check.words}</span>
            {check.acceptance === null ? null : (
              <span className={styles['secondary']}>
                {check.acceptance.reason} ({check.acceptance.by})
              </span>
            )}
          </div>
          <CheckState
            check={check}
            wordsId={wordsId}
            isFixed={population.status === 'superseded' || isAsking}
            onAccept={() => {
              setAsking(true);
            }}
          />
        </div>
      </CardRow>
      {isAsking ? <Acceptance population={population} check={check} onClose={close} /> : null}
    </>
  );
}

interface CheckStateProps {
  readonly check: Check;
  readonly wordsId: string;
  readonly isFixed: boolean;
  readonly onAccept: () => void;
}

function CheckState({ check, wordsId, isFixed, onAccept }: CheckStateProps) {
  const withdraw = useGatedCommand('population.withdrawAcceptance', { takesReasons: true });
  const { acceptance, state } = check;
  if (state === 'clear') return <span className={styles['secondary']}>Nothing to do</span>;
  if (state === 'filtered') return <span className={styles['secondary']}>Filter recorded</span>;
  if (state === 'explained') return <span className={styles['secondary']}>Explained at the import</span>;
  if (acceptance === null)
    return isFixed ? (
      <span className={styles['secondary']}>Open</span>
    ) : (
      <ActionButton label="Accept with reason" kind="quiet" describedBy={wordsId} onPress={onAccept} />
    );
  if (isFixed) return <span className={styles['secondary']}>Accepted with reason</span>;
  return (
    <div>
      <CommandBanner
        command={withdraw}
        title="The acceptance stays"
        failed="The acceptance was not taken back"
      />
      <ActionButton
        label="Take back"
        kind="quiet"
        describedBy={wordsId}
        isBusy={withdraw.isBusy}
        onPress={() => {
          withdraw.run({ acceptanceId: acceptance.id });
        }}
      />
    </div>
  );
}

function Acceptance({ population, check, onClose }: CheckRowProps & { readonly onClose: () => void }) {
  const accept = useGatedCommand('population.acceptFinding', { takesReasons: true });
  const { code, words } = check;
  return (
    <>
      <CommandBanner
        command={accept}
        title="The finding is not accepted"
        failed="The finding was not accepted"
      />
      <ReasonForm
        label="Accept finding"
        consequence={
          population.status === 'received'
            ? 'Where rows do not belong, record a filter instead; the reason is part of the workpaper'
            : 'The reason is part of the workpaper'
        }
        isBusy={accept.isBusy}
        onClose={onClose}
        onReason={(reason) => {
          const { id: populationId, revision } = population;
          accept.run({ populationId, revision, code, words, reason }, onClose);
        }}
      />
    </>
  );
}
