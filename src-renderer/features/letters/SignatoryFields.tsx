import { IconPlus, IconX } from '@tabler/icons-react';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { IconButton } from '../../ui/button/IconButton.tsx';
import { TextField } from '../../ui/form/FormField.tsx';
import type { TypedSignatory } from './letter-draft.ts';
import styles from './LettersPage.module.css';

interface SignatoryFieldsProps {
  readonly signatories: readonly TypedSignatory[];
  readonly onChange: (signatories: readonly TypedSignatory[]) => void;
  readonly error: string | undefined;
}

/** Who signed the letter, each with the title. */
export function SignatoryFields({ signatories, onChange, error }: SignatoryFieldsProps) {
  const edit = (key: number, part: Partial<TypedSignatory>): void => {
    onChange(signatories.map((person) => (person.key === key ? { ...person, ...part } : person)));
  };
  return (
    <fieldset className={styles['signatories']}>
      <legend>Signed by</legend>
      {signatories.map((person, index) => (
        <div key={person.key} className={styles['signatory']}>
          <TextField
            label="Name"
            value={person.name}
            onChange={(name) => {
              edit(person.key, { name });
            }}
            error={index === 0 ? error : undefined}
          />
          <TextField
            label="Title"
            value={person.title}
            onChange={(title) => {
              edit(person.key, { title });
            }}
          />
          {signatories.length === 1 ? null : (
            <IconButton
              label={`Remove person ${String(index + 1)}`}
              icon={IconX}
              onPress={() => {
                onChange(signatories.filter((other) => other.key !== person.key));
              }}
            />
          )}
        </div>
      ))}
      {signatories.length >= 20 ? null : (
        <ActionButton
          label="Add person"
          icon={IconPlus}
          kind="quiet"
          onPress={() => {
            const key = Math.max(...signatories.map((person) => person.key)) + 1;
            onChange([...signatories, { key, name: '', title: '' }]);
          }}
        />
      )}
    </fieldset>
  );
}
