import type { Input, Output } from '../../app/client.ts';

/** The columns as the person mapped them. */
export type Columns = NonNullable<Input<'control.import'>['columns']>;
/** What the preview found. */
export type Preview = Output<'control.importPreview'>;

/** The fields of a control in the order of the form. */
export const COLUMN_FIELDS: readonly {
  readonly key: keyof Columns;
  readonly label: string;
  readonly isNeeded: boolean;
}[] = [
  { key: 'code', label: 'Number', isNeeded: true },
  { key: 'text', label: 'Text', isNeeded: true },
  { key: 'title', label: 'Title', isNeeded: false },
  { key: 'criteria', label: 'Criteria', isNeeded: false },
  { key: 'owner', label: 'Owner', isNeeded: false },
  { key: 'ownerTitle', label: 'Title of the owner', isNeeded: false },
  { key: 'frequency', label: 'Frequency', isNeeded: false },
  { key: 'nature', label: 'Nature', isNeeded: false },
  { key: 'type', label: 'Type', isNeeded: false },
  { key: 'risk', label: 'Risk', isNeeded: false },
];

/** Faults of one row together. */
export interface FaultyRow {
  readonly row: number;
  readonly words: readonly string[];
}

/** The faults row by row, in the order of the file. */
export function faultyRows(faults: NonNullable<Preview['read']>['faults']): readonly FaultyRow[] {
  const rows = new Map<number, string[]>();
  for (const { row, column, message } of faults) {
    const words = rows.get(row) ?? [];
    words.push(`${column}: ${message}`);
    rows.set(row, words);
  }
  return [...rows].map(([row, words]) => ({ row, words }));
}

/** Headers that name one column: blank ones name none, and one that stands twice does not say which is meant. */
export const usableHeaders = (headers: readonly string[]): readonly string[] =>
  headers.filter((name) => name.trim() !== '' && headers.filter((other) => other === name).length === 1);

/** The row that was typed, from 1; `null` where none is. */
export function headerRowOf(typed: string): number | null {
  const row = Number(typed.trim());
  return typed.trim() !== '' && Number.isInteger(row) && row >= 1 ? row : null;
}

/** How a file is read; `null` finds it in the file. */
export type Reading = Readonly<Record<'sheet' | 'encoding' | 'delimiter', string | null>>;

/** What was chosen, and for the rest what the file suggests. */
export function readingOf(choice: Partial<Reading> = {}): Reading {
  return { sheet: null, encoding: null, delimiter: null, ...choice };
}
