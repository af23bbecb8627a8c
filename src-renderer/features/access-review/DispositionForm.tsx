import { useState } from 'react';
import { useQuery } from '../../app/client.ts';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { TextAreaField } from '../../ui/form/FormField.tsx';
import { MultiSelectField } from '../../ui/form/MultiSelectField.tsx';
import { shownDate } from '../../ui/form/typed-date.ts';
import { FactList } from '../../ui/form/ReadOnlyField.tsx';
import { RadioCards } from '../../ui/form/SegmentedChoice.tsx';
import { DrawerSection } from '../../ui/frame/Drawer.tsx';
import type { Disposition, Exception } from './access-words.ts';
import styles from './AccessReview.module.css';

const choices = [
  { value: 'deviation', label: 'Deviation', detail: 'Goes to the test and into the report' },
  { value: 'notDeviation', label: 'Not a deviation', detail: 'With the reason and the file that shows it' },
  { value: 'designObservation', label: 'Design observation', detail: 'About how the control is made' },
  { value: 'toClient', label: 'Ask the client', detail: 'Stays open until it is answered and decided' },
] as const;

interface DispositionFormProps {
  readonly exceptions: readonly Exception[];
  readonly onDone: () => void;
}

/** What one or many exceptions are. A flag of the program is never a deviation by itself. */
export function DispositionForm({ exceptions, onDone }: DispositionFormProps) {
  const [first] = exceptions;
  if (first === undefined) return null;
  const count = exceptions.length;
  return (
    <>
      {count === 1 ? <Facts exception={first} /> : null}
      <DrawerSection title={count === 1 ? 'What it is' : `What these ${String(count)} are`}>
        <Decision first={first} exceptions={exceptions} onDone={onDone} />
      </DrawerSection>
    </>
  );
}

function Decision({ first, exceptions, onDone }: DispositionFormProps & { readonly first: Exception }) {
  const [disposition, setDisposition] = useState<Disposition | null>(first.disposition);
  const [reason, setReason] = useState(first.reason);
  const [evidenceIds, setEvidenceIds] = useState<readonly string[]>(first.evidenceIds);
  const dispose = useGatedCommand('accessReview.dispose', { takesReasons: true });
  const needsReason = disposition === 'notDeviation' || disposition === 'designObservation';
  const submit = (): void => {
    if (disposition === null) return;
    const exceptionIds = exceptions.map((own) => own.exceptionId);
    dispose.run({ exceptionIds, disposition, reason, evidenceIds: [...evidenceIds] }, onDone);
  };
  return (
    <div className={styles['stack']}>
      <RadioCards
        label="Disposition"
        isLabelHidden
        choices={choices}
        value={disposition ?? undefined}
        onChange={(value) => {
          setDisposition(choices.find((own) => own.value === value)?.value ?? null);
        }}
      />
      <TextAreaField
        label="Reason"
        value={reason}
        onChange={setReason}
        {...(needsReason ? { hint: 'At least 10 characters' } : {})}
      />
      <EvidenceField values={evidenceIds} onChange={setEvidenceIds} />
      <CommandBanner
        command={dispose}
        title="The exception stays as it is"
        failed="The decision was not recorded"
      />
      <ActionButton
        label="Record decision"
        kind="filled"
        isBlocked={disposition === null}
        isBusy={dispose.isBusy}
        onPress={submit}
      />
    </div>
  );
}

interface EvidenceFieldProps {
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}

function EvidenceField({ values, onChange }: EvidenceFieldProps) {
  const files = useQuery('evidence.list', { limit: 200 });
  const options = (files.data?.files ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <MultiSelectField
      label="Files that show it"
      values={values}
      options={options}
      onChange={onChange}
      placeholder="Search the evidence"
    />
  );
}

function Facts({ exception }: { readonly exception: Exception }) {
  const { subject, list, rows, words, answer, answeredBy, answeredOn, decidedBy, decidedOn } = exception;
  const answered =
    answer === ''
      ? []
      : [
          {
            label: `Answer, ${answeredBy} ${answeredOn === null ? '' : shownDate(answeredOn)}`,
            value: answer,
          },
        ];
  const decided =
    decidedOn === null ? [] : [{ label: 'Decided', value: `${decidedBy}, ${shownDate(decidedOn)}` }];
  return (
    <DrawerSection title="What was found">
      <FactList
        facts={[
          { label: 'Record', value: subject },
          { label: 'Found', value: words },
          { label: 'List', value: `${list}${rows.length === 0 ? '' : `, row ${rows.join(', ')}`}` },
          ...answered,
          ...decided,
        ]}
      />
    </DrawerSection>
  );
}
