import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { CsvRecords } from '../../../../../../src-main/adapters/tabular/csv/csv-records.ts';
import { TableRefusal } from '../../../../../../src-main/adapters/tabular/refusal.ts';
import { differentialRuns } from '../../../../../helpers/differential-runs.ts';

interface Read {
  readonly records: readonly (readonly string[])[];
  readonly refused?: string;
}

/** Reads a text handed over in pieces of the given lengths. */
function readPieces(text: string, delimiter: string, lengths: readonly number[]): Read {
  const records: (readonly string[])[] = [];
  const reader = new CsvRecords(delimiter, (cells) => {
    records.push(cells.all());
    return true;
  });
  try {
    let at = 0;
    for (const length of lengths) {
      reader.write(text.slice(at, at + length));
      at += length;
    }
    reader.write(text.slice(at));
    reader.end();
  } catch (error) {
    if (error instanceof TableRefusal) return { records, refused: error.failure.code };
    throw error;
  }
  return { records };
}

const read = (text: string, delimiter = ','): Read => readPieces(text, delimiter, []);

const NEWLINES = ['\r\n', '\n', '\r'] as const;
const DELIMITERS = [',', ';', '\t', '|'] as const;

const cell = fc.oneof(
  fc.string({ maxLength: 6 }),
  fc.stringMatching(/^[",;\t|\r\na ]{0,8}$/),
  fc.constantFrom('', '"', '""', '\r', '\n', '\r\n', ' x ', '=1+1', '007'),
);

const table = fc
  .integer({ min: 1, max: 5 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
  );

const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** Writes a cell with quotes where they are needed, or where `always` says so. */
const write = (text: string, delimiter: string, always: boolean): string =>
  always || text === '' || /["\r\n]/.test(text) || text.includes(delimiter) ? quote(text) : text;

describe('CsvRecords', () => {
  it('gives back every table, in every dialect, however the text is cut', () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(...DELIMITERS),
        fc.array(fc.constantFrom(...NEWLINES), { minLength: 8, maxLength: 8 }),
        fc.boolean(),
        fc.boolean(),
        fc.array(fc.integer({ min: 0, max: 7 }), { maxLength: 12 }),
        (rows, delimiter, newlines, always, endsWithNewline, lengths) => {
          const lines = rows.map((row) => row.map((text) => write(text, delimiter, always)).join(delimiter));
          const text = lines
            .map(
              (line, index) =>
                line + (index < lines.length - 1 || endsWithNewline ? (newlines[index] ?? '\n') : ''),
            )
            .join('');
          expect(readPieces(text, delimiter, lengths)).toEqual({ records: rows });
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('reads as papaparse does wherever papaparse finds no fault and one kind of line end is used', () => {
    const noisy = fc.stringMatching(/^[",a\n ]{0,24}$/);
    fc.assert(
      fc.property(noisy, fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 6 }), (text, lengths) => {
        const other = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n' });
        const ours = readPieces(text, ',', lengths);
        const faults = other.errors.filter((error) => error.type === 'Quotes');
        // It reports quotation marks it could not make sense of; we refuse there.
        if (faults.length > 0) {
          expect(ours.refused).toBeDefined();
          return;
        }
        if (ours.refused !== undefined) {
          // It passes over spaces after a closing quotation mark.
          expect(text).toMatch(/" +(?:[,\n]|$)/);
          return;
        }
        // It gives one more record, of one empty cell, after a line end at the end of the text.
        const records = text === '' ? [] : text.endsWith('\n') ? other.data.slice(0, -1) : other.data;
        expect(ours.records).toEqual(records);
      }),
      { numRuns: differentialRuns(3000, 50_000) },
    );
  });

  it('reads generated lists as papaparse does', () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(...DELIMITERS),
        fc.constantFrom(...NEWLINES),
        fc.boolean(),
        fc.array(fc.integer({ min: 0, max: 7 }), { maxLength: 12 }),
        (rows, delimiter, newline, always, lengths) => {
          const lines = rows.map((row) => row.map((text) => write(text, delimiter, always)).join(delimiter));
          const text = lines.join(newline);
          const other = Papa.parse<string[]>(text, { delimiter, newline });
          expect(other.errors).toEqual([]);
          expect(readPieces(text, delimiter, lengths).records).toEqual(other.data);
        },
      ),
      { numRuns: differentialRuns(2000, 50_000) },
    );
  });

  it('gives the same records or the same refusal however the text is cut', () => {
    const wild = fc.stringMatching(/^[",a\r\n ]{0,30}$/);
    fc.assert(
      fc.property(wild, fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 20 }), (text, lengths) => {
        expect(readPieces(text, ',', lengths)).toEqual(read(text));
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['a trailing delimiter at the end', 'a,b,', [['a', 'b', '']]],
    ['a line of delimiters', ',,\n', [['', '', '']]],
    ['a quoted empty cell', '""', [['']]],
    ['a quotation mark within a cell', 'a"b,c', [['a"b', 'c']]],
    ['a space before a quotation mark', ' "a",b', [[' "a"', 'b']]],
  ])('reads %s', (_name, text, records) => {
    expect(read(text)).toEqual({ records });
  });

  it.each([
    ['text after a closing quotation mark', 'a\n"b"c\n', 'malformed-quote'],
    ['a quotation mark that is never closed', 'a\n"b\n', 'unclosed-quote'],
    ['a record of more than a million characters', `a\n"${'x'.repeat(1_000_001)}`, 'record-too-long'],
    ['a cell of more than a million characters', 'x'.repeat(1_000_001), 'record-too-long'],
    ['more than two thousand columns', `${','.repeat(2001)}\n`, 'too-many-columns'],
  ])('refuses %s', (_name, text, code) => {
    expect(read(text).refused).toBe(code);
  });

  it('tells lines with nothing on them from records', () => {
    const seen: [number, boolean][] = [];
    const reader = new CsvRecords(',', (_cells, record, isBlank) => {
      seen.push([record, isBlank]);
      return true;
    });
    reader.write('a\n\n""\r\n\r\nb');
    reader.end();
    expect(seen).toEqual([
      [1, false],
      [2, true],
      [3, false],
      [4, true],
      [5, false],
    ]);
  });

  it('stops when no more records are wanted', () => {
    const seen: string[] = [];
    const reader = new CsvRecords(',', (cells) => {
      seen.push(cells.at(0));
      return seen.length < 2;
    });
    expect(reader.write('a\nb\nc\n')).toBe(false);
    reader.end();
    expect(seen).toEqual(['a', 'b']);
  });
});
