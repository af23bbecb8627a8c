import { IconCircleCheck } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { CommandBanner } from '../../../app/CommandBanner.tsx';
import { gateMessage } from '../../../app/gate-messages.ts';
import { useGatedCommand } from '../../../app/use-gated-command.ts';
import { useInstantWords } from '../../../app/use-instant-words.ts';
import { ActionButton } from '../../../ui/button/ActionButton.tsx';
import { TextAreaField } from '../../../ui/form/FormField.tsx';
import { FactList } from '../../../ui/form/ReadOnlyField.tsx';
import { GateBanner } from '../../../ui/gate/GateBanner.tsx';
import { Card } from '../../../ui/page/Card.tsx';
import { HashWords } from '../../../ui/text/HashWords.tsx';
import type { Health, Population } from './population-words.ts';
import styles from './Population.module.css';
import { ReasonForm } from './ReasonForm.tsx';

interface ReconcileCardProps {
  readonly population: Population;
  readonly health: Health;
}

/** What stands before reconciling, and afterwards the hashes that it fixed. */
export function ReconcileCard({ population, health }: ReconcileCardProps) {
  return population.status === 'received' ? (
    <Reconcile population={population} health={health} />
  ) : (
    <Reconciled population={population} />
  );
}

function Reconcile({ population, health }: ReconcileCardProps) {
  const command = useGatedCommand('population.reconcile', { takesReasons: true });
  const banner = useRef<HTMLElement>(null);
  const [zeroReason, setZeroReason] = useState('');
  const [isRejecting, setRejecting] = useState(false);
  const isEmpty = population.recordCount === 0;
  const isAnswered = command.gates.length > 0;
  // An empty list is refused only by the reason typed here, which the standing findings do not know.
  const standing = isAnswered || isEmpty ? [] : health.findings.map((found) => gateMessage(found));
  const isBlocked = standing.some(({ kind }) => kind === 'block');
  const target = { populationId: population.id, revision: population.revision };
  return (
    <Card title="Reconcile">
      <div className={styles['form']}>
        <GateBanner ref={banner} id="reconcile-gates" gates={standing} title="Cannot be reconciled yet" />
        <CommandBanner
          command={command}
          title="The population is not reconciled"
          failed="The population was not reconciled"
        />
        {isEmpty ? (
          <TextAreaField
            label="Why nothing occurred in the period"
            value={zeroReason}
            onChange={setZeroReason}
            hint="What shows that the empty list is right"
          />
        ) : null}
        <div className={styles['buttons']}>
          <ActionButton
            label="Reconcile population"
            icon={IconCircleCheck}
            kind="filled"
            isBlocked={isBlocked}
            isBusy={command.isBusy}
            describedBy={isBlocked ? 'reconcile-gates' : undefined}
            onPress={() => {
              if (isBlocked) banner.current?.focus();
              else command.run({ ...target, zeroReason: isEmpty ? zeroReason : null });
            }}
          />
          <ActionButton
            label="Send list back"
            onPress={() => {
              setRejecting(true);
            }}
          />
        </div>
        {isRejecting ? (
          <Reject
            population={population}
            onClose={() => {
              setRejecting(false);
            }}
          />
        ) : null}
      </div>
    </Card>
  );
}

function Reconciled({ population }: { readonly population: Population }) {
  const { reconciledAt, reconciledBy, status } = population;
  const { day } = useInstantWords();
  const on = reconciledAt === null ? '' : `${day(reconciledAt)}, ${reconciledBy ?? ''}`;
  return (
    <Card title={status === 'superseded' ? 'Superseded' : 'Reconciled'} icon={IconCircleCheck} aside={on}>
      <div className={styles['form']}>
        <FactList facts={factsOf(population)} />
        {status === 'reconciled' ? <Supersede population={population} /> : null}
      </div>
    </Card>
  );
}

function factsOf(population: Population) {
  const { filters, zeroReason } = population;
  const codes = filters.map(({ code }) => code).join(', ');
  const hash = (hex: string | null, label: string) =>
    hex === null ? 'None' : <HashWords hex={hex} label={label} />;
  return [
    { label: 'Population', value: hash(population.populationSha256, 'SHA-256 of the population') },
    { label: 'File', value: hash(population.fileSha256, 'SHA-256 of the file') },
    {
      label: 'Filters',
      value: filters.length === 0 ? 'None' : `${codes}, part of the population's hash`,
    },
    ...(zeroReason === null ? [] : [{ label: 'Empty', value: zeroReason }]),
    ...(population.statusReason === null ? [] : [{ label: 'Reason', value: population.statusReason }]),
  ];
}

function Reject({ population, onClose }: { readonly population: Population; readonly onClose: () => void }) {
  const reject = useGatedCommand('population.reject', { takesReasons: true });
  return (
    <>
      <CommandBanner command={reject} title="The list is not sent back" failed="The list was not sent back" />
      <ReasonForm
        label="Send list back"
        consequence="The list stays as evidence; another may then be imported"
        isBusy={reject.isBusy}
        onClose={onClose}
        onReason={(reason) => {
          reject.run({ populationId: population.id, revision: population.revision, reason });
        }}
      />
    </>
  );
}

function Supersede({ population }: { readonly population: Population }) {
  const supersede = useGatedCommand('population.supersede', { takesReasons: true });
  const [isAsking, setAsking] = useState(false);
  if (!isAsking)
    return (
      <ActionButton
        label="Supersede population"
        kind="quiet"
        onPress={() => {
          setAsking(true);
        }}
      />
    );
  return (
    <>
      <CommandBanner
        command={supersede}
        title="The population stays in use"
        failed="The population was not superseded"
      />
      <ReasonForm
        label="Supersede population"
        consequence="Its sampling plans go out of use with it; what was drawn stays on record"
        isBusy={supersede.isBusy}
        onClose={() => {
          setAsking(false);
        }}
        onReason={(reason) => {
          supersede.run({ populationId: population.id, revision: population.revision, reason });
        }}
      />
    </>
  );
}
