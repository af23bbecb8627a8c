import { FieldRow, SelectField, TextAreaField, TextField } from '../../ui/form/FormField.tsx';
import { FREQUENCIES, NATURES, TYPES } from '../../app/control-choices.ts';
import { attributesOf, linesOf, valueLines, valuesOf, type EntryText } from './library-words.ts';

/** The fields as they are typed: lists are lines. */
export type EntryDraft = Readonly<
  Record<
    'code' | 'family' | 'title' | 'text' | 'criteria' | 'attributes' | 'procedures' | 'parameters',
    string
  >
> &
  Pick<EntryText, 'nature' | 'type' | 'frequency'>;

/** An entry as it is typed. */
export function draftOf(text: EntryText): EntryDraft {
  const { code, family, title, nature, type, frequency } = text;
  return {
    ...{ code, family, title, text: text.text, nature, type, frequency },
    criteria: text.criteria.join(', '),
    attributes: text.attributes.map(({ test }) => test).join('\n'),
    procedures: text.procedures.join('\n'),
    parameters: valueLines(text.parameters),
  };
}

/** What was typed, over what the form does not show. */
export function textOf(before: EntryText, draft: EntryDraft): EntryText {
  return {
    ...before,
    ...draft,
    criteria: draft.criteria.split(/[\s,;]+/).filter((code) => code !== ''),
    attributes: attributesOf(draft.attributes),
    procedures: linesOf(draft.procedures),
    parameters: valuesOf(draft.parameters),
  };
}

interface EntryFieldsProps {
  readonly draft: EntryDraft;
  readonly change: (values: Partial<EntryDraft>) => void;
}

/** The fields of an entry. */
export function EntryFields({ draft, change }: EntryFieldsProps) {
  const bind = (
    key: 'code' | 'family' | 'title' | 'text' | 'criteria' | 'attributes' | 'procedures' | 'parameters',
  ) => ({
    value: draft[key],
    onChange: (value: string) => {
      change({ [key]: value });
    },
  });
  return (
    <>
      <FieldRow columns={3}>
        <TextField label="Number" {...bind('code')} />
        <TextField label="Title" {...bind('title')} />
        <TextField label="Family" {...bind('family')} />
      </FieldRow>
      <TextAreaField
        label="Wording"
        hint="Who does what, when and on what. {{name}} is filled in once for each engagement."
        {...bind('text')}
      />
      <ChoiceFields draft={draft} change={change} />
      <FieldRow>
        <TextAreaField label="Attributes" hint="One a line; they become A, B, C" {...bind('attributes')} />
        <TextAreaField label="Suggested procedures" hint="One a line" {...bind('procedures')} />
      </FieldRow>
      <FieldRow>
        <TextField label="Criteria" hint="Codes with commas" {...bind('criteria')} />
        <TextAreaField
          label="Usual values"
          hint="name = value, one a line"
          minRows={1}
          {...bind('parameters')}
        />
      </FieldRow>
    </>
  );
}

function ChoiceFields({ draft, change }: EntryFieldsProps) {
  return (
    <FieldRow columns={3}>
      <SelectField
        label="Frequency"
        value={draft.frequency}
        options={FREQUENCIES}
        onChange={(typed) => {
          const frequency = FREQUENCIES.find(({ value }) => value === typed)?.value;
          if (frequency !== undefined) change({ frequency });
        }}
      />
      <SelectField
        label="Nature"
        value={draft.nature}
        options={NATURES}
        onChange={(typed) => {
          const nature = NATURES.find(({ value }) => value === typed)?.value;
          if (nature !== undefined) change({ nature });
        }}
      />
      <SelectField
        label="Type"
        value={draft.type}
        options={TYPES}
        onChange={(typed) => {
          const type = TYPES.find(({ value }) => value === typed)?.value;
          if (type !== undefined) change({ type });
        }}
      />
    </FieldRow>
  );
}
