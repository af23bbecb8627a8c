import { Select, Textarea, TextInput } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { UiIcon } from '../icon/UiIcon.tsx';
import styles from './Fields.module.css';

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Stands below the field: what belongs here, or what follows from it. */
  readonly hint?: string;
  /** Stands at the field and in the banner. */
  readonly error?: string | undefined;
  readonly isRequired?: boolean;
  readonly placeholder?: string;
}

const ORDER: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];

/** One line of text. `unit` stands at the right end of the field. */
export function TextField(props: FieldProps & { readonly unit?: string; readonly isNumber?: boolean }) {
  return (
    <TextInput
      label={props.label}
      value={props.value}
      onChange={(event) => {
        props.onChange(event.currentTarget.value);
      }}
      description={props.hint}
      error={props.error}
      required={props.isRequired === true}
      withAsterisk={false}
      placeholder={props.placeholder ?? ''}
      inputWrapperOrder={ORDER}
      inputMode={props.isNumber === true ? 'decimal' : 'text'}
      rightSectionWidth={props.unit === undefined ? 0 : 56}
      rightSection={
        props.unit === undefined ? undefined : <span className={styles['unit']}>{props.unit}</span>
      }
    />
  );
}

/** Text of several lines; the field grows with it. */
export function TextAreaField(props: FieldProps & { readonly minRows?: number }) {
  return (
    <Textarea
      label={props.label}
      value={props.value}
      onChange={(event) => {
        props.onChange(event.currentTarget.value);
      }}
      description={props.hint}
      error={props.error}
      required={props.isRequired === true}
      withAsterisk={false}
      placeholder={props.placeholder ?? ''}
      minRows={props.minRows ?? 3}
      inputWrapperOrder={ORDER}
    />
  );
}

/** How a list of choices opens: within the part of the page that asks, so that it belongs to its dialog or drawer. */
export const LIST_OF_CHOICES = {
  withinPortal: false,
  floatingStrategy: 'fixed',
  shadow: 'none',
  transitionProps: { duration: 100 },
} as const;

/** Escape closes a list that stands open, and nothing around it: what was typed beside it stays. */
export function keepEscape(event: KeyboardEvent<HTMLElement>): void {
  const isOpen = event.currentTarget.getAttribute('aria-expanded') === 'true';
  if (isOpen && event.key === 'Escape') event.preventDefault();
}

/** A choice from a list; typing searches it. */
export function SelectField(
  props: FieldProps & { readonly options: readonly { readonly value: string; readonly label: string }[] },
) {
  return (
    <Select
      label={props.label}
      value={props.value}
      data={props.options.map(({ value, label }) => ({ value, label }))}
      onChange={(value) => {
        if (value !== null) props.onChange(value);
      }}
      description={props.hint}
      error={props.error}
      withAsterisk={false}
      rightSection={<UiIcon icon={IconChevronDown} />}
      searchable={props.options.length > 8}
      placeholder={props.placeholder ?? ''}
      inputWrapperOrder={ORDER}
      comboboxProps={LIST_OF_CHOICES}
      onKeyDown={keepEscape}
    />
  );
}

/** Fields side by side in equal columns, one below the other where there is no room. */
export function FieldRow({
  children,
  columns = 2,
}: {
  readonly children: ReactNode;
  readonly columns?: 2 | 3 | 4;
}) {
  return (
    <div className={styles['row']} style={{ '--columns': columns }}>
      {children}
    </div>
  );
}
