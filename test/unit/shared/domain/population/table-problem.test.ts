import { describe, expect, it } from 'vitest';
import {
  blocksImport,
  columnLetters,
  describeTableProblem,
  findHeaderProblems,
} from '../../../../../shared/domain/population/table-problem.ts';
import type { TableProblem } from '../../../../../shared/domain/population/table-problem.ts';

const problem = (part: Partial<TableProblem>): TableProblem => ({
  code: 'duplicate-key',
  rows: [],
  count: 0,
  names: [],
  ...part,
});

describe('columnLetters', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [51, 'AZ'],
    [52, 'BA'],
    [701, 'ZZ'],
    [702, 'AAA'],
    [16_383, 'XFD'],
  ])('names column %i as %s', (index, letters) => {
    expect(columnLetters(index)).toBe(letters);
  });
});

describe('findHeaderProblems', () => {
  it('finds nothing in a plain header', () => {
    expect(findHeaderProblems(['id', 'ID', 'name'], 1)).toEqual([]);
  });

  it('names blank headers by their letters, repeated ones once, and those with characters that cannot be seen', () => {
    expect(findHeaderProblems(['id', '', 'id', ' ', 'id', '\uFEFFname', 'a\u00A0b'], 3)).toEqual([
      { code: 'blank-header', rows: [3], count: 2, names: ['B', 'D'] },
      { code: 'duplicate-header', rows: [3], count: 1, names: ['id'] },
      { code: 'invisible-header-text', rows: [3], count: 2, names: ['\uFEFFname', 'a\u00A0b'] },
    ]);
  });

  it('does not take the names of object properties for repeated headers', () => {
    expect(findHeaderProblems(['__proto__', 'constructor', 'toString'], 1)).toEqual([]);
  });
});

describe('blocksImport', () => {
  it('holds rows of unequal length back, and nothing else', () => {
    expect([problem({ code: 'ragged-row' }), problem({ code: 'blank-header' })].map(blocksImport)).toEqual([
      true,
      false,
    ]);
  });
});

describe('describeTableProblem', () => {
  it('says what, which and where', () => {
    expect(describeTableProblem(problem({ rows: [2, 7], count: 2 }))).toBe(
      'The same key stands in more than one row (row 2, 7).',
    );
    expect(describeTableProblem(problem({ rows: [2, 7], count: 900 }))).toBe(
      'The same key stands in more than one row (row 2, 7 … (900 in all)).',
    );
    expect(describeTableProblem(problem({ code: 'other-sheets', names: ['Q2', 'Q"3'], count: 2 }))).toBe(
      'Other visible sheets hold data and were not read: "Q2", "Q\\"3".',
    );
  });
});
