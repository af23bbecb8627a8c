import { useState } from 'react';
import type { Output } from '../../app/client.ts';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { DateField } from '../../ui/form/DateField.tsx';
import { FieldRow, SelectField, TextAreaField, TextField } from '../../ui/form/FormField.tsx';
import { Card } from '../../ui/page/Card.tsx';
import { StatusChip } from '../../ui/status/StatusChip.tsx';
import type { StatusKind } from '../../ui/status/StatusChip.tsx';
import styles from './WorkpaperPage.module.css';

/** A deviation as the record holds it. */
export type Deviation = Output<'testing.deviations'>[number];

const states: Readonly<Record<Deviation['status'], { readonly kind: StatusKind; readonly label: string }>> = {
  identified: { kind: 'flagged', label: 'Identified' },
  underEvaluation: { kind: 'under-way', label: 'Under evaluation' },
  evaluated: { kind: 'ready', label: 'Evaluated' },
  closed: { kind: 'done', label: 'Closed' },
};
const isolation = [
  { value: 'unknown', label: 'Not known' },
  { value: 'yes', label: 'Yes, with proof' },
  { value: 'no', label: 'No' },
] as const;

/** A deviation with its questions: nature, date, cause, extent, effect, evaluation; agreed and closed at the end. */
export function DeviationCard({ deviation }: { readonly deviation: Deviation }) {
  const { code, itemKey, attributeKey, status } = deviation;
  const where = itemKey === null ? '' : `, ${itemKey}, attribute ${attributeKey ?? ''}`;
  return (
    <Card title={`${code}${where}`} aside={<StatusChip {...states[status]} />}>
      {status === 'identified' || status === 'underEvaluation' ? (
        <EvaluationForm key={deviation.revision} deviation={deviation} />
      ) : (
        <Evaluated key={deviation.revision} deviation={deviation} />
      )}
    </Card>
  );
}

type Draft = Pick<
  Deviation,
  | 'nature'
  | 'cause'
  | 'extent'
  | 'isolated'
  | 'isolationProof'
  | 'effect'
  | 'evaluation'
  | 'managementResponse'
>;

const questions = [
  ['nature', 'Nature: what did not operate'],
  ['cause', 'Cause'],
  ['extent', 'Extent'],
  ['effect', 'Effect on the criteria'],
  ['evaluation', 'Evaluation'],
  ['managementResponse', 'Response of management'],
] as const;

function EvaluationForm({ deviation }: { readonly deviation: Deviation }) {
  const [draft, setDraft] = useState<Draft>(deviation);
  const [occurredOn, setOccurredOn] = useState(deviation.occurredOn ?? undefined);
  const save = useGatedCommand('testing.evaluateDeviation', { takesReasons: true });
  const finish = useGatedCommand('testing.finishEvaluation', { takesReasons: true });
  const { id, revision, compensatingControlIds, deficiency } = deviation;
  return (
    <div className={styles['stack']}>
      <CommandBanner command={save} title="The answers are not saved" failed="The answers were not saved" />
      <CommandBanner
        command={finish}
        title="The evaluation is not complete"
        failed="The evaluation was not finished"
      />
      <IsolationFields
        draft={draft}
        onDraft={setDraft}
        occurredOn={occurredOn}
        onOccurredOn={setOccurredOn}
      />
      {questions.map(([field, label]) => (
        <TextAreaField
          key={field}
          label={label}
          value={draft[field]}
          onChange={(value) => {
            setDraft({ ...draft, [field]: value });
          }}
        />
      ))}
      <div className={styles['foot']}>
        <ActionButton
          label="Save answers"
          isBusy={save.isBusy}
          onPress={() => {
            const answers = {
              ...answersOf(draft),
              compensatingControlIds: [...compensatingControlIds],
              deficiency,
            };
            save.run({ deviationId: id, revision, occurredOn: occurredOn ?? null, ...answers });
          }}
        />
        <ActionButton
          label="Finish evaluation"
          isBusy={finish.isBusy}
          onPress={() => {
            finish.run({ deviationId: id, revision });
          }}
        />
      </div>
    </div>
  );
}

interface IsolationProps {
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
  readonly occurredOn: string | undefined;
  readonly onOccurredOn: (date: string | undefined) => void;
}

function IsolationFields({ draft, onDraft, occurredOn, onOccurredOn }: IsolationProps) {
  return (
    <FieldRow columns={3}>
      <DateField label="Occurred on" value={occurredOn} onChange={onOccurredOn} />
      <SelectField
        label="Isolated"
        value={draft.isolated}
        options={isolation}
        onChange={(value) => {
          const isolated = isolation.find((option) => option.value === value)?.value ?? 'unknown';
          onDraft({ ...draft, isolated });
        }}
      />
      <TextField
        label="Proof that it is isolated"
        value={draft.isolationProof}
        onChange={(isolationProof) => {
          onDraft({ ...draft, isolationProof });
        }}
      />
    </FieldRow>
  );
}

/** Only the answers of a draft that began as a whole deviation. */
function answersOf(draft: Draft): Draft {
  const { nature, cause, extent, isolated, isolationProof, effect, evaluation, managementResponse } = draft;
  return { nature, cause, extent, isolated, isolationProof, effect, evaluation, managementResponse };
}

function Evaluated({ deviation }: { readonly deviation: Deviation }) {
  const [agreedBy, setAgreedBy] = useState(deviation.agreedBy);
  const [agreedOn, setAgreedOn] = useState(deviation.agreedOn ?? undefined);
  const agree = useGatedCommand('deviation.agree');
  const close = useGatedCommand('deviation.close');
  const { id, revision, managementResponse } = deviation;
  return (
    <div className={styles['stack']}>
      {questions.map(([field, label]) => (
        <div key={field}>
          <strong>{label}</strong>
          <p className={styles['text']}>{deviation[field]}</p>
        </div>
      ))}
      {deviation.status === 'closed' ? null : (
        <>
          <CommandBanner
            command={agree}
            title="The agreement is not recorded"
            failed="The agreement was not recorded"
          />
          <CommandBanner
            command={close}
            title="The deviation is not closed"
            failed="The deviation was not closed"
          />
          <FieldRow>
            <TextField
              label="Facts agreed by (title at the client)"
              value={agreedBy}
              onChange={setAgreedBy}
            />
            <DateField label="on" value={agreedOn} onChange={setAgreedOn} />
          </FieldRow>
          <div className={styles['foot']}>
            <ActionButton
              label="Record agreement"
              onPress={() => {
                if (agreedOn !== undefined)
                  agree.run({ id, revision, agreedBy, agreedOn, managementResponse });
              }}
            />
            <ActionButton
              label="Close deviation"
              onPress={() => {
                close.run({ id, revision });
              }}
            />
          </div>
        </>
      )}
    </div>
  );
}
