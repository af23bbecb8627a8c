import { shownDate } from '../../../ui/form/typed-date.ts';
import { Card } from '../../../ui/page/Card.tsx';
import { countOf } from '../../../ui/text/format-number.ts';
import type { Preview } from './population-words.ts';
import styles from './Population.module.css';

type MappedRow = NonNullable<Preview['mapped']>['rows'][number];

interface FirstRowsProps {
  readonly preview: Preview;
  /** The same rows as the population would hold them; none before a key is chosen. */
  readonly mapped: readonly MappedRow[];
}

/** The first rows exactly as they would be imported, and what a person could misread in the file. */
export function FirstRows({ preview, mapped }: FirstRowsProps) {
  const { rows, rowsInFile, problems } = preview;
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
          <RowsTable preview={preview} mapped={mapped} />
        </section>
      </Card>
    </>
  );
}

function RowsTable({ preview: { columns, rows }, mapped }: FirstRowsProps) {
  const isMapped = mapped.length > 0;
  return (
    <table className={styles['cells']}>
      <thead>
        <tr>
          <th scope="col">Row</th>
          {isMapped ? <MappedHeads /> : null}
          {columns.map((column, index) => (
            <th key={`${String(index)} ${column}`} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, row) => (
          <tr key={String(row)} data-left-out={mapped[row]?.included === false}>
            <td>{mapped[row]?.rowNumber ?? row + 1}</td>
            {isMapped ? <MappedCells row={mapped[row]} /> : null}
            {columns.map((column, index) => (
              <td key={`${String(index)} ${column}`}>{cells[index]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function MappedHeads() {
  return (
    <>
      <th scope="col">Key</th>
      <th scope="col">Day</th>
    </>
  );
}

function MappedCells({ row }: { readonly row: MappedRow | undefined }) {
  return (
    <>
      <td>{row?.key}</td>
      <td>{dayWords(row)}</td>
    </>
  );
}

/** The day as the population would hold it; a dash where the row gives none. */
function dayWords(row: MappedRow | undefined): string {
  if (row === undefined) return '';
  if (!row.included) return 'left out';
  return row.occurredOn === null ? '–' : shownDate(row.occurredOn);
}
