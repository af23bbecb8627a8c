import { PasswordInput } from '@mantine/core';

interface PassphraseFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
  readonly hint?: string;
  /** For a passphrase that is being set. */
  readonly isNew?: boolean;
  readonly hasInitialFocus?: boolean;
}

/** A passphrase with an eye that shows it; the browser is asked not to keep it. */
export function PassphraseField(props: PassphraseFieldProps) {
  return (
    <PasswordInput
      label={props.label}
      value={props.value}
      error={props.error}
      description={props.hint}
      autoComplete={props.isNew === true ? 'new-password' : 'off'}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      visibilityToggleButtonProps={{ 'aria-label': 'Show what is typed', tabIndex: 0 }}
      data-autofocus={props.hasInitialFocus === true ? true : undefined}
      onChange={(event) => {
        props.onChange(event.currentTarget.value);
      }}
    />
  );
}
