import { useId } from 'react';
import type { KeyboardEvent } from 'react';
import { classNames } from '../class-names.ts';
import { neighbourIndex } from '../keys/neighbour-index.ts';
import styles from './Choices.module.css';

/** One of a few choices. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  /** A line below the label, on cards. */
  readonly detail?: string;
}

interface ChoiceProps {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
  /** The label is only spoken: where the words beside the choice say it already. */
  readonly isLabelHidden?: boolean;
  /** Fixed: the choice stays readable and takes no press. */
  readonly isReadOnly?: boolean;
}

/** A few choices in one bar; the chosen one is boxed in the accent. */
export function SegmentedChoice(props: ChoiceProps) {
  const labelId = useId();
  return (
    <div>
      <div id={labelId} className={labelClass(props)}>
        {props.label}
      </div>
      <div
        role="radiogroup"
        aria-labelledby={labelId}
        aria-readonly={props.isReadOnly === true}
        className={styles['segments']}
        onKeyDown={(event) => {
          moveChoice(event, props);
        }}
      >
        {props.choices.map((choice, index) => (
          <button
            key={choice.value}
            type="button"
            {...radio(choice, index, props)}
            className={classNames(styles['segment'], choice.value === props.value && styles['chosen'])}
          >
            {choice.label}
          </button>
        ))}
      </div>
    </div>
  );
}

/** A few choices as cards, each with a line of what it means. */
export function RadioCards(props: ChoiceProps) {
  const labelId = useId();
  return (
    <div>
      <div id={labelId} className={labelClass(props)}>
        {props.label}
      </div>
      <div
        role="radiogroup"
        aria-labelledby={labelId}
        aria-readonly={props.isReadOnly === true}
        className={styles['cards']}
        onKeyDown={(event) => {
          moveChoice(event, props);
        }}
      >
        {props.choices.map((choice, index) => (
          <button
            key={choice.value}
            type="button"
            {...radio(choice, index, props)}
            className={classNames(styles['card'], choice.value === props.value && styles['chosenCard'])}
          >
            <span className={styles['knob']} aria-hidden="true" />
            <span>
              <span className={styles['cardLabel']}>{choice.label}</span>
              <span className={styles['detail']}>{choice.detail}</span>
            </span>
          </button>
        ))}
      </div>
    </div>
  );
}

const labelClass = ({ isLabelHidden }: ChoiceProps): string | undefined =>
  isLabelHidden === true ? styles['spoken'] : styles['label'];

function radio(choice: Choice, index: number, props: ChoiceProps) {
  const isChosen = choice.value === props.value;
  const isFirstStop = props.value === undefined && index === 0;
  return {
    role: 'radio',
    'aria-checked': isChosen,
    tabIndex: isChosen || isFirstStop ? 0 : -1,
    'data-choice': choice.value,
    onClick: () => {
      if (props.isReadOnly !== true) props.onChange(choice.value);
    },
  };
}

function moveChoice(event: KeyboardEvent<HTMLElement>, props: ChoiceProps): void {
  if (props.isReadOnly === true) return;
  const index = props.choices.findIndex((choice) => choice.value === props.value);
  const next = props.choices[neighbourIndex(event.key, Math.max(0, index), props.choices.length) ?? -1];
  if (next === undefined) return;
  event.preventDefault();
  props.onChange(next.value);
  event.currentTarget.querySelector<HTMLElement>(`[data-choice="${CSS.escape(next.value)}"]`)?.focus();
}
