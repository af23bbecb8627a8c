import { useState } from 'react';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { DateField } from '../../ui/form/DateField.tsx';
import { TextAreaField, TextField } from '../../ui/form/FormField.tsx';
import { useToday } from '../../ui/form/today.tsx';
import { shownDate } from '../../ui/form/typed-date.ts';
import type { Deviation } from './deviation-words.ts';
import { TargetEvidence } from './evidence/TargetEvidence.tsx';
import { countTyped, retestWords } from './retest-words.ts';
import styles from './Deviation.module.css';

/** The control tested again after a deviation: each retest stands beside the first result, which it does not change. */
export function Retests({ deviation }: { readonly deviation: Deviation }) {
  const [isOpen, setOpen] = useState(false);
  const { retests, status, withdrawnReason } = deviation;
  const isOver = status === 'closed' || withdrawnReason !== null;
  if (isOver && retests.length === 0) return null;
  return (
    <section className={styles['stack']} aria-label="Retests">
      {retests.map((retest) => (
        <div key={retest.id} className={styles['stack']}>
          <p className={styles['note']}>
            <b>Retested {shownDate(retest.testedOn)}</b>, {retest.testedBy}: {retestWords(retest)}.{' '}
            {retest.words}
          </p>
          <TargetEvidence
            target={{ kind: 'retest', id: retest.id }}
            place="the retest"
            count={retest.evidenceCount}
          />
        </div>
      ))}
      {isOver || isOpen ? null : (
        <div className={styles['buttons']}>
          <ActionButton
            label="Add retest"
            kind="quiet"
            onPress={() => {
              setOpen(true);
            }}
          />
        </div>
      )}
      {isOpen ? (
        <RetestForm
          deviationId={deviation.id}
          onDone={() => {
            setOpen(false);
          }}
        />
      ) : null}
    </section>
  );
}

interface RetestFormProps {
  readonly deviationId: string;
  readonly onDone: () => void;
}

function RetestForm({ deviationId, onDone }: RetestFormProps) {
  const command = useGatedCommand('testing.addRetest', { takesReasons: true });
  const today = useToday();
  const [testedOn, setTestedOn] = useState<string | undefined>(today);
  const [items, setItems] = useState('');
  const [deviating, setDeviating] = useState('0');
  const [words, setWords] = useState('');
  const counts = { items: countTyped(items), deviating: countTyped(deviating) };
  const isBlocked =
    testedOn === undefined ||
    counts.items === undefined ||
    counts.deviating === undefined ||
    words.trim() === '';
  return (
    <form
      className={styles['stack']}
      aria-label="Retest"
      onSubmit={(event) => {
        event.preventDefault();
        if (testedOn === undefined || counts.items === undefined || counts.deviating === undefined) return;
        const { items: amount, deviating: found } = counts;
        command.run({ deviationId, testedOn, items: amount, deviating: found, words: words.trim() }, onDone);
      }}
    >
      <DateField label="Retested on" value={testedOn} onChange={setTestedOn} />
      <TextField label="Items tested again" value={items} onChange={setItems} />
      <TextField label="Of them with a deviation" value={deviating} onChange={setDeviating} />
      <TextAreaField
        label="Which items, and what was seen"
        value={words}
        onChange={setWords}
        minRows={2}
        hint="The first result and the deviation stay as they are"
      />
      <CommandBanner
        command={command}
        title="The retest is not recorded"
        failed="The retest was not recorded"
      />
      <div className={styles['buttons']}>
        <ActionButton
          label="Record retest"
          kind="filled"
          type="submit"
          isBlocked={isBlocked}
          isBusy={command.isBusy}
          onPress={() => undefined}
        />
        <ActionButton label="Cancel" kind="quiet" onPress={onDone} />
      </div>
    </form>
  );
}
