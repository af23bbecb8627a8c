import { CommandBanner } from '../../app/CommandBanner.tsx';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { countOf } from '../../ui/text/format-number.ts';
import type { Deviation } from './deviation-words.ts';
import styles from './Deviation.module.css';

/** The forms that a step of a deviation opens. */
export type DeviationStep = 'answers' | 'agreement';

interface DeviationStepsProps {
  readonly deviation: Deviation;
  readonly onForm: (form: DeviationStep) => void;
}

/** Evaluate while it is open; then the client's agreement, then the end by a second person (gate V1). */
export function DeviationSteps({ deviation, onForm }: DeviationStepsProps) {
  switch (deviation.status) {
    case 'identified':
    case 'underEvaluation':
      return <OpenSteps deviation={deviation} onForm={onForm} />;
    case 'evaluated':
      return <EvaluatedSteps deviation={deviation} onForm={onForm} />;
    case 'closed':
      return null;
  }
}

function OpenSteps({ deviation, onForm }: DeviationStepsProps) {
  const finish = useGatedCommand('testing.finishEvaluation', { takesReasons: true });
  const { id, revision, missing } = deviation;
  return (
    <>
      <CommandBanner
        command={finish}
        title="The evaluation is not complete"
        failed="The evaluation was not finished"
      />
      <div className={styles['buttons']}>
        <ActionButton
          label="Evaluate deviation"
          kind={missing.length > 0 ? 'filled' : 'default'}
          onPress={() => {
            onForm('answers');
          }}
        />
        {missing.length > 0 ? (
          <span className={styles['quiet']}>{countOf(missing.length, 'answer')} left</span>
        ) : (
          <ActionButton
            label="Finish evaluation"
            kind="filled"
            isBusy={finish.isBusy}
            onPress={() => {
              finish.run({ deviationId: id, revision });
            }}
          />
        )}
      </div>
    </>
  );
}

function EvaluatedSteps({ deviation, onForm }: DeviationStepsProps) {
  const close = useGatedCommand('deviation.close');
  const { id, revision } = deviation;
  return (
    <>
      <CommandBanner command={close} title="The deviation stays open" failed="The deviation was not closed" />
      <div className={styles['buttons']}>
        <ActionButton
          label="Record agreement"
          onPress={() => {
            onForm('agreement');
          }}
        />
        <ActionButton
          label="Change answers"
          kind="quiet"
          onPress={() => {
            onForm('answers');
          }}
        />
        <ActionButton
          label="Close deviation"
          kind="filled"
          isBusy={close.isBusy}
          onPress={() => {
            close.run({ id, revision });
          }}
        />
      </div>
    </>
  );
}
