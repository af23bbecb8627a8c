import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copiedText, parsePasted } from '../../../../../src-renderer/ui/grid/grid-clipboard.ts';
import { gridItems } from './sample-grid.ts';

describe('copiedText', () => {
  it('writes letters, tabs and line feeds', () => {
    expect(copiedText(gridItems('PD.', 'N!P'), { top: 0, left: 0, bottom: 1, right: 2 })).toBe(
      'P\tD\t\nN\tP\tP',
    );
    expect(copiedText(gridItems('PD.', 'N!P'), { top: 1, left: 1, bottom: 1, right: 1 })).toBe('P');
  });
});

describe('parsePasted', () => {
  it('reads what Excel copies, with its last line end', () => {
    expect(parsePasted('P\tD\r\nN/A\t\r\n')).toEqual({
      isRead: true,
      marks: [
        ['pass', 'deviation'],
        ['not-applicable', 'empty'],
      ],
    });
  });

  it('reads words, signs and quoted cells', () => {
    expect(parsePasted('"pass"\t\u2713\tDeviation\t\u2014')).toEqual({
      isRead: true,
      marks: [['pass', 'pass', 'deviation', 'not-applicable']],
    });
  });

  it('fills short rows with empty cells', () => {
    expect(parsePasted('P\tP\tP\nD')).toEqual({
      isRead: true,
      marks: [
        ['pass', 'pass', 'pass'],
        ['deviation', 'empty', 'empty'],
      ],
    });
  });

  it('refuses the whole block for one text that is no mark', () => {
    expect(parsePasted('P\tmaybe\nmaybe\t7')).toEqual({ isRead: false, unread: ['maybe', '7'] });
    expect(parsePasted('"two\nlines"\tP')).toEqual({ isRead: false, unread: ['two\nlines'] });
  });

  it('reads nothing from nothing', () => {
    expect(parsePasted('')).toEqual({ isRead: true, marks: [] });
  });

  it('reads back what was copied', () => {
    const row = fc
      .array(fc.constantFrom('P', 'D', 'N', '.'), { minLength: 3, maxLength: 3 })
      .map((letters) => letters.join(''));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
        const items = gridItems(...rows);
        const text = copiedText(items, { top: 0, left: 0, bottom: rows.length - 1, right: 2 });
        const marks = items.map((item) => item.cells.map((cell) => cell.mark));
        expect(parsePasted(`${text}\n`)).toEqual({ isRead: true, marks });
      }),
    );
  });
});
