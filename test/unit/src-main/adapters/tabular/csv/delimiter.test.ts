import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chosenDelimiter, findDelimiter } from '../../../../../../src-main/adapters/tabular/csv/delimiter.ts';

const found = (text: string) => findDelimiter(text, true);

describe('findDelimiter', () => {
  it('finds the delimiter of every table of two or more columns whose cells hold no other delimiter', () => {
    const word = fc.stringMatching(/^[a-z0-9 .:"]{1,8}$/);
    const table = fc
      .integer({ min: 2, max: 6 })
      .chain((width) =>
        fc.array(fc.array(word, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 9 }),
      );
    fc.assert(
      fc.property(table, fc.constantFrom(',', ';', '\t', '|'), (rows, delimiter) => {
        const text = rows
          .map((row) =>
            row
              .map((cell) => (cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell))
              .join(delimiter),
          )
          .join('\n');
        expect(found(text)).toEqual({ delimiter, reported: delimiter, alternatives: [] });
      }),
    );
  });

  it.each([
    ['decimal commas', 'id;amount\n1;2,50\n2;3,75\n', ';', []],
    ['commas within quotes', 'id;note\n1;"a,b"\n2;"c,d"\n', ';', []],
    ['two delimiters that both give a table', 'a,b;c,d\n1,2;3,4\n', ',', [';']],
    ['one ragged row', 'a,b\n1,2\n3\n4,5\n', ',', []],
    ['a title above the table', 'Report\na,b\n1,2\n', ',', []],
  ])('with %s', (_name, text, delimiter, alternatives) => {
    expect(found(text)).toMatchObject({ reported: delimiter, alternatives });
  });

  it('finds none in a list of one column, and says where one could be meant', () => {
    expect(found('id\n1\n2\n')).toMatchObject({ reported: null, alternatives: [] });
    expect(found('title\na\nb, c\nd\n')).toMatchObject({ reported: null, alternatives: [','] });
    expect(found('"title"\n"a; b"\n')).toMatchObject({ reported: null, alternatives: [] });
  });

  it('takes a chosen delimiter of one character that is no quotation mark or line end', () => {
    expect(chosenDelimiter(':')).toMatchObject({ reported: ':' });
    for (const wrong of ['', '::', '"', '\n'])
      expect(() => chosenDelimiter(wrong)).toThrow('cannot be a delimiter');
  });
});
