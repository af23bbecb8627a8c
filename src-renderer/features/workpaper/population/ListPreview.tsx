import { FactList } from '../../../ui/form/ReadOnlyField.tsx';
import { FieldRow, SelectField } from '../../../ui/form/FormField.tsx';
import { Card } from '../../../ui/page/Card.tsx';
import { countOf } from '../../../ui/text/format-number.ts';
import type { ListDraft } from './list-draft.ts';
import type { Preview } from './population-words.ts';
import styles from './Population.module.css';

const DELIMITERS = [
  { value: ',', label: 'Comma' },
  { value: ';', label: 'Semicolon' },
  { value: '\t', label: 'Tab' },
  { value: '|', label: 'Bar' },
] as const;
const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;

interface ReadingFieldsProps {
  readonly preview: Preview;
  readonly change: (part: Partial<ListDraft>) => void;
}

/** How the file was read, as found; where it leaves a choice it can be read otherwise. */
export function ReadingFields({ preview, change }: ReadingFieldsProps) {
  const { format, sheet, sheets, encoding, delimiter } = preview;
  if (format === 'xlsx')
    return sheets.length > 1 ? (
      <SelectField
        label="Sheet"
        value={sheet ?? ''}
        options={sheets.map((name) => ({ value: name, label: name }))}
        onChange={(chosen) => {
          change({ sheet: chosen, keyColumn: undefined, dateColumn: undefined, secondKey: '' });
        }}
      />
    ) : (
      <FactList facts={[{ label: 'Sheet', value: sheet ?? 'None' }]} />
    );
  const encodings = [...new Set([encoding ?? 'utf-8', ...ENCODINGS])];
  return (
    <FieldRow>
      <SelectField
        label="Encoding"
        value={encoding ?? ''}
        options={encodings.map((name) => ({ value: name, label: name.toUpperCase() }))}
        onChange={(chosen) => {
          change({ encoding: chosen, keyColumn: undefined, dateColumn: undefined, secondKey: '' });
        }}
      />
      <SelectField
        label="Delimiter"
        value={delimiter ?? ''}
        options={DELIMITERS}
        onChange={(chosen) => {
          change({ delimiter: chosen, keyColumn: undefined, dateColumn: undefined, secondKey: '' });
        }}
      />
    </FieldRow>
  );
}

/** The first rows exactly as they would be imported, and what a person could misread in the file. */
export function FirstRows({ preview }: { readonly preview: Preview }) {
  const { columns, rows, rowsInFile, problems } = preview;
  return (
    <>
      {problems.length === 0 ? null : (
        <Card title="In the file" aside={countOf(problems.length, 'remark')}>
          <ul className={styles['problems']}>
            {problems.map(({ code, words }) => (
              <li key={`${code} ${words}`}>{words}</li>
            ))}
          </ul>
        </Card>
      )}
      <Card
        title="First rows"
        aside={`${countOf(rows.length, 'row')} of ${countOf(rowsInFile, 'row')}`}
        isFlush
      >
        <section className={styles['scroll']} tabIndex={0} aria-label="First rows of the list">
          <table className={styles['cells']}>
            <thead>
              <tr>
                <th scope="col">#</th>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((cells, row) => (
                <tr key={String(row)}>
                  <td>{row + 1}</td>
                  {columns.map((column, index) => (
                    <td key={column}>{cells[index]}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </Card>
    </>
  );
}
