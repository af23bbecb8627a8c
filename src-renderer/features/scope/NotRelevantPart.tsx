import { useState } from 'react';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import type { Output } from '../../app/client.ts';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { TextLink } from '../../ui/button/TextLink.tsx';
import { SelectField, TextAreaField } from '../../ui/form/FormField.tsx';
import { Card } from '../../ui/page/Card.tsx';
import { EmptyState } from '../../ui/status/EmptyState.tsx';
import { StatusChip } from '../../ui/status/StatusChip.tsx';
import styles from './ScopePage.module.css';
import { useCriterionChoices } from './use-choices.ts';

type Scope = Output<'scope.get'>;
type Entry = Scope['notRelevant'][number];

const SHORTEST_REASON = 20;

/** Criteria that are left out with a reason and the partner's approval (gate P3). */
export function NotRelevantPart({ scope }: { readonly scope: Scope }) {
  const withdraw = useGatedCommand('scope.withdrawNotRelevant');
  const approve = useGatedCommand('scope.approveNotRelevant');
  return (
    <Card title="Criteria not relevant" aside={String(scope.notRelevant.length)} isFlush>
      {scope.notRelevant.length === 0 ? (
        <EmptyState sentence="A criterion that does not apply to the system is listed here with its reason; the engagement partner approves it, and the report states it." />
      ) : null}
      {scope.notRelevant.map((entry) => (
        <EntryRow
          key={entry.id}
          entry={entry}
          onApprove={() => {
            approve.run({ id: entry.id });
          }}
          onWithdraw={() => {
            withdraw.run({ id: entry.id, revision: entry.revision });
          }}
        />
      ))}
      <CommandBanner command={approve} title="It was not approved" failed="It was not approved" />
      <CommandBanner command={withdraw} title="It was not taken back" failed="It was not taken back" />
      <div className={styles['part']}>
        <ProposeForm taken={scope.notRelevant.map((entry) => entry.criterionCode)} />
      </div>
    </Card>
  );
}

interface EntryRowProps {
  readonly entry: Entry;
  readonly onApprove: () => void;
  readonly onWithdraw: () => void;
}

function EntryRow({ entry, onApprove, onWithdraw }: EntryRowProps) {
  const { criterionCode, reason, approvedBy } = entry;
  return (
    <div className={styles['row']}>
      <div>
        <div className={styles['rowTitle']}>{criterionCode}</div>
        <div className={styles['rowText']}>{reason}</div>
      </div>
      <div className={styles['rowActions']}>
        {approvedBy === null ? (
          <>
            <StatusChip kind="blocks" label="P3: not approved" />
            <TextLink label="Approve" spokenLabel={`Approve ${criterionCode}`} onPress={onApprove} />
          </>
        ) : (
          <StatusChip kind="done" label={`Approved by ${approvedBy}`} />
        )}
        <TextLink label="Take back" spokenLabel={`Take back ${criterionCode}`} onPress={onWithdraw} />
      </div>
    </div>
  );
}

function ProposeForm({ taken }: { readonly taken: readonly string[] }) {
  const criteria = useCriterionChoices().filter((choice) => !taken.includes(choice.value));
  const propose = useGatedCommand('scope.markNotRelevant');
  const [criterionCode, setCode] = useState('');
  const [reason, setReason] = useState('');
  const left = SHORTEST_REASON - reason.trim().length;
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        if (criterionCode === '') return;
        propose.run({ criterionCode, reason }, () => {
          setCode('');
          setReason('');
        });
      }}
    >
      <SelectField
        label="Criterion"
        placeholder="Choose a criterion"
        value={criterionCode}
        options={criteria}
        onChange={setCode}
      />
      <TextAreaField
        label="Why it does not apply"
        hint={left > 0 ? `At least 20 characters; ${String(left)} more` : 'The report states this reason'}
        value={reason}
        minRows={2}
        onChange={setReason}
      />
      <CommandBanner
        command={propose}
        title="The criterion was not left out"
        failed="The criterion was not left out"
      />
      <div className={styles['actions']}>
        <ActionButton
          label="Propose to leave out"
          type="submit"
          isBlocked={criterionCode === ''}
          isBusy={propose.isBusy}
          onPress={() => undefined}
        />
      </div>
    </form>
  );
}
