import { describe, expect, it } from 'vitest';
import {
  faultyRows,
  headerRowOf,
  readingOf,
  usableHeaders,
} from '../../../../../src-renderer/features/controls/import-columns.ts';

describe('the list of the client’s controls', () => {
  it('is read as the file suggests, but for what was chosen', () => {
    expect(readingOf()).toEqual({ sheet: null, encoding: null, delimiter: null });
    expect(readingOf({ delimiter: ';' })).toEqual({ sheet: null, encoding: null, delimiter: ';' });
  });

  it('has its headers in the row that was typed, if one was', () => {
    expect(['', ' 3 ', '0', '1.5', 'x'].map(headerRowOf)).toEqual([null, 3, null, null, null]);
  });

  it('offers the headers that name one column', () => {
    expect(usableHeaders(['Number', '', 'Text', 'Owner', 'Owner'])).toEqual(['Number', 'Text']);
  });

  it('gathers the faults of a row', () => {
    const faults = [
      { row: 2, column: 'Number', message: 'Stands twice.' },
      { row: 5, column: 'Text', message: 'Is empty.' },
      { row: 2, column: 'Text', message: 'Is empty.' },
    ];
    expect(faultyRows(faults)).toEqual([
      { row: 2, words: ['Number: Stands twice.', 'Text: Is empty.'] },
      { row: 5, words: ['Text: Is empty.'] },
    ]);
  });
});
