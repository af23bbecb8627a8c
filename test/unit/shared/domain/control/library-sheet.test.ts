import { describe, expect, it } from 'vitest';
import {
  attributesOfCell,
  readSheet,
  sheetHeads,
  sheetRow,
} from '../../../../../shared/domain/control/library-sheet.ts';
import { libraryContext, libraryText } from '../../../../helpers/library-fixture.ts';

const { knownCriteria } = libraryContext();

describe('a library as a sheet', () => {
  it('comes back as it was written, retired ones too', () => {
    const rows = [sheetRow(libraryText, false), sheetRow({ ...libraryText, code: 'AC-02' }, true)];
    expect(readSheet([...sheetHeads], rows, [2, 3], knownCriteria)).toEqual({
      entries: [
        { row: 2, text: libraryText, isRetired: false, takenFrom: null },
        { row: 3, text: { ...libraryText, code: 'AC-02' }, isRetired: true, takenFrom: null },
      ],
      faults: [],
    });
  });

  it('needs number, title and wording; the other columns may be absent and in any order', () => {
    expect(readSheet(['Title'], [], [], knownCriteria).faults.map(({ column }) => column)).toEqual([
      'Number',
      'Wording',
    ]);
    const read = readSheet([' wording', 'TITLE', 'Number'], [['Text', 'T', 'N-1']], [2], knownCriteria);
    expect(read.entries[0]?.text).toMatchObject({ code: 'N-1', title: 'T', text: 'Text', attributes: [] });
  });

  it('names the row and column of a word that means nothing, and passes over blank rows', () => {
    const header = ['Number', 'Title', 'Wording', 'Nature', 'State'];
    const rows = [
      ['', ' ', '', '', ''],
      ['N-1', 'T', 'W', 'by magic', 'gone'],
    ];
    const read = readSheet(header, rows, [2, 3], knownCriteria);
    expect(read.entries).toHaveLength(1);
    expect(read.faults.map(({ row, column }) => [row, column])).toEqual([
      [3, 'Nature'],
      [3, 'State'],
    ]);
  });

  it('keeps a criterion that is none, so that it is named later', () => {
    const read = readSheet(
      ['Number', 'Title', 'Wording', 'Criteria'],
      [['N-1', 'T', 'W', 'CC 6.2; CC99']],
      [2],
      knownCriteria,
    );
    expect(read.entries[0]?.text.criteria).toContain('CC99');
  });
});

it('gives attributes without a letter that of their line', () => {
  expect(attributesOfCell('First\nc) Third: with a colon\n\nB. Second')).toEqual([
    { key: 'A', test: 'First' },
    { key: 'C', test: 'Third: with a colon' },
    { key: 'B', test: 'Second' },
  ]);
});
