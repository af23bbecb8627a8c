import { FieldRow, SelectField } from '../ui/form/FormField.tsx';
import { FactList } from '../ui/form/ReadOnlyField.tsx';

const DELIMITERS = [
  { value: ',', label: 'Comma' },
  { value: ';', label: 'Semicolon' },
  { value: '\t', label: 'Tab' },
  { value: '|', label: 'Bar' },
] as const;
const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;

/** How a file was read, as its preview says. */
interface FoundReading {
  readonly format: 'csv' | 'xlsx';
  readonly sheet: string | null;
  readonly sheets: readonly string[];
  readonly encoding: string | null;
  readonly delimiter: string | null;
}

/** What a person chose instead; the columns may be others then. */
export interface ReadingChoice {
  readonly sheet?: string;
  readonly encoding?: string;
  readonly delimiter?: string;
}

interface ReadingFieldsProps {
  readonly found: FoundReading;
  readonly onChoose: (choice: ReadingChoice) => void;
}

/** How the file was read, as found; where it leaves a choice it can be read otherwise. */
export function ReadingFields({ found, onChoose }: ReadingFieldsProps) {
  return found.format === 'xlsx' ? (
    <SheetField found={found} onChoose={onChoose} />
  ) : (
    <TextFields found={found} onChoose={onChoose} />
  );
}

function SheetField({ found: { sheet, sheets }, onChoose }: ReadingFieldsProps) {
  if (sheets.length < 2) return <FactList facts={[{ label: 'Sheet', value: sheet ?? 'None' }]} />;
  return (
    <SelectField
      label="Sheet"
      value={sheet ?? ''}
      options={sheets.map((name) => ({ value: name, label: name }))}
      onChange={(chosen) => {
        onChoose({ sheet: chosen });
      }}
    />
  );
}

function TextFields({ found: { encoding, delimiter }, onChoose }: ReadingFieldsProps) {
  const encodings = [...new Set([encoding ?? 'utf-8', ...ENCODINGS])];
  return (
    <FieldRow>
      <SelectField
        label="Encoding"
        value={encoding ?? ''}
        options={encodings.map((name) => ({ value: name, label: name.toUpperCase() }))}
        onChange={(chosen) => {
          onChoose({ encoding: chosen });
        }}
      />
      <SelectField
        label="Delimiter"
        value={delimiter ?? ''}
        options={DELIMITERS}
        onChange={(chosen) => {
          onChoose({ delimiter: chosen });
        }}
      />
    </FieldRow>
  );
}
