import type { TestGrid } from './grid-view.ts';

/** An attribute as it is typed. */
export interface AttributeRow {
  readonly key: string;
  readonly text: string;
  readonly tickmark: string;
}

const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');

/** The attributes on record. */
export const rowsOf = ({ attributes }: Pick<TestGrid, 'attributes'>): readonly AttributeRow[] =>
  attributes.map(({ key, text, tickmark }) => ({ key, text, tickmark }));

/** The rows with one more, under the first letter that is free; the same rows where none is. */
export function withNewRow(rows: readonly AttributeRow[]): readonly AttributeRow[] {
  const key = LETTERS.find((letter) => rows.every((row) => row.key !== letter));
  return key === undefined ? rows : [...rows, { key, text: '', tickmark: '' }];
}

/** The rows with a part of one changed. */
export const withRow = (
  rows: readonly AttributeRow[],
  key: string,
  part: Partial<AttributeRow>,
): readonly AttributeRow[] => rows.map((row) => (row.key === key ? { ...row, ...part } : row));

/** Rows as one text, in which a form keeps them. */
export const textOfRows = (rows: readonly AttributeRow[]): string => JSON.stringify(rows);

/** The rows of a text that `textOfRows` made. */
export const rowsOfText = (text: string): readonly AttributeRow[] =>
  JSON.parse(text) as readonly AttributeRow[]; // kept by this form alone
