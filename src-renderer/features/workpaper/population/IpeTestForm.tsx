import { useState } from 'react';
import { CommandBanner } from '../../../app/CommandBanner.tsx';
import { useGatedCommand } from '../../../app/use-gated-command.ts';
import { ActionButton } from '../../../ui/button/ActionButton.tsx';
import { DateField } from '../../../ui/form/DateField.tsx';
import { FieldRow, SelectField, TextAreaField, TextField } from '../../../ui/form/FormField.tsx';
import { SegmentedChoice } from '../../../ui/form/SegmentedChoice.tsx';
import { useToday } from '../../../ui/form/today.tsx';
import { countIn, methodOf, METHOD_WORDS } from './population-words.ts';
import type { IpeMethod } from './population-words.ts';
import styles from './Population.module.css';

interface IpeTestFormProps {
  readonly populationId: string;
  readonly onDone: () => void;
}

interface Draft {
  readonly method: IpeMethod;
  readonly direction: 'completeness' | 'accuracy';
  readonly result: 'pass' | 'fail';
  readonly detail: string;
  readonly countInSystem: string;
  readonly countInFile: string;
  readonly performedOn: string | undefined;
}

const METHODS = Object.entries(METHOD_WORDS).map(([value, label]) => ({ value, label }));
const DIRECTIONS = [
  { value: 'completeness', label: 'Completeness' },
  { value: 'accuracy', label: 'Accuracy' },
] as const;
const RESULTS = [
  { value: 'pass', label: 'Agrees' },
  { value: 'fail', label: 'Does not agree' },
] as const;

const NEW: Omit<Draft, 'performedOn'> = {
  ...({ method: 'observeExtraction', direction: 'completeness', result: 'pass' } as const),
  ...{ detail: '', countInSystem: '', countInFile: '' },
};

/** Records a test of completeness or accuracy. */
export function IpeTestForm({ populationId, onDone }: IpeTestFormProps) {
  const command = useGatedCommand('population.addIpeTest', { takesReasons: true });
  const today = useToday();
  const [draft, setDraft] = useState<Draft>(() => ({ ...NEW, performedOn: today() }));
  const [isTried, setTried] = useState(false);
  const change = (part: Partial<Draft>): void => {
    setDraft((before) => ({ ...before, ...part }));
  };
  const isDetailed = draft.detail.trim().length >= 10;
  const submit = (): void => {
    setTried(true);
    const { performedOn, countInSystem, countInFile, ...rest } = draft;
    if (!isDetailed || performedOn === undefined) return;
    const counts = { countInSystem: countIn(countInSystem), countInFile: countIn(countInFile) };
    command.run({ populationId, ...rest, ...counts, performedOn }, onDone);
  };
  return (
    <form
      className={styles['inline']}
      aria-label="Add a test"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <CommandBanner command={command} title="The test is not recorded" failed="The test was not recorded" />
      <KindFields draft={draft} change={change} />
      <TextAreaField
        label="What was done and seen"
        value={draft.detail}
        onChange={(detail) => {
          change({ detail });
        }}
        error={isTried && !isDetailed ? 'At least 10 characters' : undefined}
      />
      <CountFields draft={draft} change={change} />
      <DateField
        label="Performed on"
        value={draft.performedOn}
        onChange={(performedOn) => {
          change({ performedOn });
        }}
      />
      <div className={styles['foot']}>
        <ActionButton label="Cancel" onPress={onDone} />
        <ActionButton label="Record test" type="submit" isBusy={command.isBusy} onPress={() => undefined} />
      </div>
    </form>
  );
}

interface FieldsProps {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
}

function KindFields({ draft, change }: FieldsProps) {
  return (
    <>
      <SegmentedChoice
        label="Direction"
        choices={DIRECTIONS}
        value={draft.direction}
        onChange={(value) => {
          change({ direction: value === 'accuracy' ? 'accuracy' : 'completeness' });
        }}
      />
      <SelectField
        label="Method"
        value={draft.method}
        options={METHODS}
        onChange={(value) => {
          change({ method: methodOf(value) });
        }}
      />
      <SegmentedChoice
        label="Result"
        choices={RESULTS}
        value={draft.result}
        onChange={(value) => {
          change({ result: value === 'fail' ? 'fail' : 'pass' });
        }}
      />
    </>
  );
}

function CountFields({ draft, change }: FieldsProps) {
  return (
    <FieldRow>
      <TextField
        label="Count in the system"
        value={draft.countInSystem}
        isNumber
        onChange={(countInSystem) => {
          change({ countInSystem });
        }}
      />
      <TextField
        label="Count in the file"
        value={draft.countInFile}
        isNumber
        onChange={(countInFile) => {
          change({ countInFile });
        }}
      />
    </FieldRow>
  );
}
