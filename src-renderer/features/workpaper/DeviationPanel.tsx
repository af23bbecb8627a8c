import { IconCircleCheckFilled, IconCircleDashed } from '@tabler/icons-react';
import { useState } from 'react';
import { useQuery } from '../../app/client.ts';
import { useHasKept } from '../../app/use-kept-texts.ts';
import { CellGlyph } from '../../ui/grid/CellGlyph.tsx';
import { UiIcon } from '../../ui/icon/UiIcon.tsx';
import { StatusChip } from '../../ui/status/StatusChip.tsx';
import { AgreementForm, DeviationForm, evaluationPlace } from './DeviationForm.tsx';
import { DeviationSteps } from './DeviationSteps.tsx';
import type { DeviationStep } from './DeviationSteps.tsx';
import { answersOf, deviationState } from './deviation-words.ts';
import type { Deviation } from './deviation-words.ts';
import { Retests } from './Retests.tsx';
import styles from './Deviation.module.css';

interface DeviationPanelProps {
  readonly deviation: Deviation;
  /** What was written at the cell; stands above the questions. */
  readonly note?: string;
  /** Opens the form at once, after "Evaluate". */
  readonly startsOpen?: boolean;
}

/** A deviation with its questions: those answered, those open, and the next step. */
export function DeviationPanel({ deviation, note = '', startsOpen = false }: DeviationPanelProps) {
  const [form, setForm] = useOpenForm(deviation, startsOpen);
  const done = (): void => {
    setForm('none');
  };
  return (
    <div className={styles['stack']}>
      <div className={styles['head']}>
        <CellGlyph mark="deviation" />
        <h3>Deviation {deviation.code}</h3>
        <StatusChip {...deviationState(deviation)} />
      </div>
      <Words deviation={deviation} note={note} />
      {form === 'answers' ? (
        <DeviationForm key={deviation.revision} deviation={deviation} onDone={done} />
      ) : (
        <Answers deviation={deviation} />
      )}
      {form === 'none' ? <Retests deviation={deviation} /> : null}
      {form === 'agreement' ? <AgreementForm deviation={deviation} onDone={done} /> : null}
      {form === 'none' && deviation.withdrawnReason === null ? (
        <DeviationSteps deviation={deviation} onForm={setForm} />
      ) : null}
    </div>
  );
}

/** The form that is open: the one asked for, else that of answers that were typed and not recorded. */
function useOpenForm(deviation: Deviation, startsOpen: boolean) {
  const hasKept = useHasKept(evaluationPlace(deviation));
  const [asked, ask] = useState<DeviationStep | 'none' | undefined>(startsOpen ? 'answers' : undefined);
  return [asked ?? (hasKept ? 'answers' : 'none'), ask] as const;
}

/** What was written at the cell, unless the nature says the same; and why the deviation does not stand. */
function Words({ deviation, note }: { readonly deviation: Deviation; readonly note: string }) {
  const { nature, withdrawnReason } = deviation;
  return (
    <>
      {note === '' || note === nature ? null : <p className={styles['note']}>{note}</p>}
      {withdrawnReason === null ? null : <p className={styles['note']}>Taken back: {withdrawnReason}</p>}
    </>
  );
}

function Answers({ deviation }: { readonly deviation: Deviation }) {
  const controls = useQuery('control.list', {});
  const codes = new Map((controls.data ?? []).map(({ id, code }) => [id, code]));
  return (
    <dl className={styles['answers']}>
      {answersOf(deviation, codes).map(({ label, text, isAnswered }) => (
        <div key={label}>
          <dt>
            <span className={styles['icon']}>
              <UiIcon
                icon={isAnswered ? IconCircleCheckFilled : IconCircleDashed}
                size={14}
                className={isAnswered ? styles['done'] : styles['open']}
              />
              <span className={styles['spoken']}>{isAnswered ? 'Answered: ' : 'Open: '}</span>
            </span>
            {label}
          </dt>
          <dd className={isAnswered ? undefined : styles['open']}>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
