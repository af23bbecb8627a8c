import { DateField } from '../../ui/form/DateField.tsx';
import { FieldRow, TextField } from '../../ui/form/FormField.tsx';
import type { AccessListDraft } from './access-list-draft.ts';

interface ListFieldsProps {
  readonly draft: AccessListDraft;
  readonly onChange: (part: Partial<AccessListDraft>) => void;
}

/** What is known of a list besides its rows: where it comes from, who extracted it, and what the system showed. */
export function ListFields({ draft, onChange }: ListFieldsProps) {
  const text = (name: 'title' | 'stated' | 'sourceSystem' | 'query' | 'extractedBy') => ({
    value: draft[name],
    onChange: (value: string) => {
      onChange({ [name]: value });
    },
  });
  return (
    <>
      <FieldRow columns={4}>
        <TextField label="Title of the list" {...text('title')} />
        <DateField
          label="As of"
          value={draft.asOf}
          onChange={(asOf) => {
            onChange({ asOf });
          }}
        />
        <TextField label="Count in the system" {...text('stated')} isNumber />
        <TextField label="Source system" {...text('sourceSystem')} />
      </FieldRow>
      <FieldRow>
        <TextField label="Query or report, with its parameters" {...text('query')} />
        <TextField label="Extracted by" {...text('extractedBy')} />
      </FieldRow>
    </>
  );
}
