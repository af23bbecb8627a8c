import { MultiSelect } from '@mantine/core';
import { keepEscape, LIST_OF_CHOICES } from './FormField.tsx';

interface MultiSelectFieldProps {
  readonly label: string;
  readonly values: readonly string[];
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (values: readonly string[]) => void;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly placeholder?: string;
}

/** Several choices from a list; typing searches it, Backspace takes the last one away. */
export function MultiSelectField(props: MultiSelectFieldProps) {
  return (
    <MultiSelect
      label={props.label}
      value={[...props.values]}
      data={props.options.map(({ value, label }) => ({ value, label }))}
      onChange={props.onChange}
      description={props.hint}
      error={props.error}
      placeholder={props.values.length === 0 ? (props.placeholder ?? '') : ''}
      searchable
      hidePickedOptions
      nothingFoundMessage="Nothing fits"
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      comboboxProps={LIST_OF_CHOICES}
      onKeyDown={keepEscape}
    />
  );
}
