import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextStore } from '../../../../../../shared/domain/population/text-store.ts';
import { ProblemLog } from '../../../../../../src-main/adapters/tabular/problem-log.ts';
import { TableRefusal } from '../../../../../../src-main/adapters/tabular/refusal.ts';
import { GENERAL, builtInFormat } from '../../../../../../src-main/adapters/tabular/xlsx/number-format.ts';
import { CellReader } from '../../../../../../src-main/adapters/tabular/xlsx/sheet-cell.ts';
import { SheetListener } from '../../../../../../src-main/adapters/tabular/xlsx/sheet-listener.ts';
import { XmlScanner } from '../../../../../../src-main/adapters/tabular/xlsx/xml-scanner.ts';
import { sheetXml } from '../../../../../fixtures/hostile/workbook-builder.ts';

const STRINGS = ['zero', 'one', '', 'three'];

function textsOf(strings: readonly string[]): TextStore {
  const texts = new TextStore();
  for (const text of strings) texts.add(text);
  return texts;
}

interface Read {
  readonly rows: readonly (readonly [number, readonly string[]])[];
  readonly problems: readonly string[];
  readonly refused?: string;
}

function read(xml: string, pieceLength: number): Read {
  const rows: [number, readonly string[]][] = [];
  const problems = new ProblemLog();
  const listener: SheetListener = new SheetListener(
    'sheet',
    new CellReader(
      { formats: [GENERAL, builtInFormat(14)], dateSystem: '1900', note: (code) => listener.note(code) },
      textsOf(STRINGS),
    ),
    problems,
    (row, cells) => rows.push([row, cells.all()]) > 0,
  );
  const scanner = new XmlScanner('sheet', listener);
  const told = (): readonly string[] =>
    problems.list().map((problem) => `${problem.code} ${problem.rows.join(' ')}`);
  try {
    for (let at = 0; at < xml.length; at += pieceLength) scanner.write(xml.slice(at, at + pieceLength));
    scanner.end();
  } catch (error) {
    if (!(error instanceof TableRefusal)) throw error;
    return { rows, problems: told(), refused: error.failure.code };
  }
  return { rows, problems: told() };
}

const value = fc.constantFrom(
  '0',
  '1',
  '2',
  '3',
  '4',
  '-1',
  '',
  '45292',
  '12.50',
  '1E3',
  'x',
  '12345678901234567',
  ' 7',
  'TRUE',
  '007',
  '1&amp;2',
);
const type = fc.constantFrom('', 's', 'n', 'b', 'e', 'str', 'd', 'inlineStr');
const style = fc.constantFrom('', '0', '1', '2');
const reference = fc.constantFrom('A', 'B', 'C', 'ZZ', 'XFD', 'XFE', 'AAAA', '');

const cell = fc.tuple(reference, style, type, value, fc.boolean());
const rowsOfCells = fc.array(fc.array(cell, { maxLength: 3 }), { maxLength: 3 });

type Cell = readonly [string, string, string, string, boolean];

/** The same cells in the form most programs write, or with a comment in each, which only the general way takes. */
const writeRows = (rows: readonly (readonly Cell[])[], note: string): string =>
  rows
    .map((cells, index) => {
      const row = index * 2 + 1;
      const written = cells.map(([letters, styleNumber, typeName, text, isEmpty]) => {
        const attributes = [
          letters === '' ? '' : ` r="${letters}${row}"`,
          styleNumber === '' ? '' : ` s="${styleNumber}"`,
          typeName === '' ? '' : ` t="${typeName}"`,
        ].join('');
        return isEmpty ? `<c${attributes}>${note}</c>` : `<c${attributes}>${note}<v>${text}</v></c>`;
      });
      return `<row r="${row}">${written.join('')}</row>`;
    })
    .join('');

describe('SheetListener', () => {
  it('reads cells of the usual form as it reads all others, however the sheet is cut', () => {
    fc.assert(
      fc.property(rowsOfCells, fc.integer({ min: 1, max: 60 }), (rows, pieceLength) => {
        const usual = read(sheetXml(writeRows(rows, '')), pieceLength);
        const general = read(sheetXml(writeRows(rows, '<!-- -->')), 10_000);
        expect(usual).toEqual(general);
      }),
      { numRuns: 4000 },
    );
  });

  it('reads row tags that say the same as it reads all others, however the sheet is cut', () => {
    const tail = fc.constantFrom(
      ...['', ' spans="1:2"', ' hidden="1"', ' hidden="0"', ' ht="0"', ' x="a&gt;b"', ' x="a>b"', " ht='0'"],
      ...[' r="9"', ' xmlns:q="urn:q"', ' q:z="1"', ' customHeight="1" ht="12.5"', '\n', ' bad', '/'],
    );
    const rows = fc.array(fc.tuple(tail, fc.integer({ min: 1, max: 2 })), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 80 }), (all, pieceLength) => {
        let number = 0;
        const write = (lead: string): string =>
          all
            .map(([text, step]) => {
              number += step;
              const cells = text === '/' ? '' : `<c r="A${number}"><v>${number}</v></c></row>`;
              return `<row${lead}r="${number}"${text}>${cells}`;
            })
            .join('');
        const usual = read(sheetXml(write(' ')), pieceLength);
        number = 0;
        expect(usual).toEqual(read(sheetXml(write('  ')), 100_000));
      }),
      { numRuns: 2000 },
    );
  });

  it('takes whole numbers as they are written, also those with zeros before them', () => {
    const values = ['7', '07', '0', '00', '123456789', '1234567890', '99999', '100000', '45292'];
    const cells = (style: number, letters: string) =>
      values.map(
        (text, index) =>
          `<row r="${index + 1}"><c r="${letters}${index + 1}" s="${style}"><v>${text}</v></c></row>`,
      );
    expect(read(sheetXml(cells(0, 'A').join('')), 1000).rows.map(([, [cell]]) => cell)).toEqual(values);
    const twice = [
      ...cells(1, 'A'),
      ...cells(1, 'A').map((row) => row.replaceAll(/r="(A?)(\d)"/g, 'r="$11$2"')),
    ];
    const days = read(sheetXml(twice.join('')), 1000);
    expect(days.rows.slice(0, 9).map(([, cells]) => cells)).toEqual(
      days.rows.slice(9).map(([, cells]) => cells),
    );
    expect(days.rows[8]).toEqual([9, ['2024-01-01']]);
    expect(days.problems.join()).toMatch(/^not-a-calendar-date [\d ]+$/);
  });

  it('numbers rows and cells that carry no number', () => {
    expect(
      read(
        sheetXml(
          '<row><c><v>1</v></c><c/><c><v>3</v></c></row><row r="5"/><row><c r="B6" t="s"><v>1</v></c></row>',
        ),
        7,
      ).rows,
    ).toEqual([
      [1, ['1', '', '3']],
      [6, ['', 'one']],
    ]);
  });

  it('takes rows of no height and rows hidden unless they say otherwise for hidden', () => {
    const rows =
      '<row r="1" ht="0"><c><v>1</v></c></row><row r="2" hidden="0"><c><v>2</v></c></row><row r="3"><c><v>3</v></c></row>';
    expect(read(sheetXml(rows), 100).problems).toEqual(['hidden-rows 1']);
    expect(read(sheetXml(rows, '<sheetFormatPr zeroHeight="1"/>'), 100).problems).toEqual([
      'hidden-rows 1 3',
    ]);
  });

  it.each([
    ['a row after one with a higher number', '<row r="2"/><row r="1"/>'],
    ['a row beyond the last', '<row r="1048577"/>'],
    ['a row numbered zero', '<row r="0"/>'],
    ['a cell before one with a higher column', '<row r="1"><c r="B1"/><c r="A1"/></row>'],
    ['a cell with two values', '<row r="1"><c r="A1"><v>1</v><v>2</v></c></row>'],
    [
      'a cell with a value and an inline text',
      '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is><v>2</v></c></row>',
    ],
    ['an inline text in a cell of another type', '<row r="1"><c r="A1"><is><t>a</t></is></c></row>'],
    ['an element within a value', '<row r="1"><c r="A1"><v>1<v>2</v></v></c></row>'],
    ['a text of the table that does not exist', '<row r="1"><c r="A1" t="s"><v>9</v></c></row>'],
    ['a style that does not exist', '<row r="1"><c r="A1" s="9"><v>9</v></c></row>'],
    [
      'a cell of more characters than a cell holds',
      `<row r="1"><c r="A1" t="str"><v>${'x'.repeat(32_768)}</v></c></row>`,
    ],
  ])('refuses %s', (_name, rows) => {
    expect(['damaged', 'cell-too-long']).toContain(read(sheetXml(rows), 100_000).refused);
  });
});
