import { Checkbox } from '@mantine/core';
import styles from './CheckField.module.css';

interface CheckFieldProps {
  readonly label: string;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
  /** Stands below the label: what follows from the tick. */
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly isReadOnly?: boolean;
}

/** A yes or no with its words beside it. */
export function CheckField({ label, isChecked, onChange, hint, error, isReadOnly = false }: CheckFieldProps) {
  return (
    <Checkbox
      label={label}
      checked={isChecked}
      description={hint}
      error={error}
      aria-disabled={isReadOnly}
      size="xs"
      classNames={{ root: styles['root'] ?? '', label: styles['label'] ?? '', input: styles['input'] ?? '' }}
      onChange={(event) => {
        if (!isReadOnly) onChange(event.currentTarget.checked);
      }}
    />
  );
}
