import type { Input, Output } from '../../app/client.ts';

/** An entry of either library, as the list shows it. */
export type Listed = Output<'library.list'>[number];
/** An entry whole. */
export type Entry = Output<'library.get'>;
/** What an entry says. */
export type EntryText = Input<'library.add'>['text'];

/** Where an entry comes from, at which version, and whether it is offered. */
export function standingWords(entry: Listed): string {
  if (entry.origin === 'shipped') return 'Shipped';
  const words = `Firm, version ${String(entry.version)}`;
  return entry.isRetired ? `${words}, retired` : words;
}

/** The list as it is shown: a shipped control that the firm took over stands in the firm's wording only. */
export function shownEntries(entries: readonly Listed[], filter: string): readonly Listed[] {
  const words = filter.toLowerCase().split(/\s+/);
  return entries.filter((entry) => {
    const text = [entry.code, entry.title, entry.text, entry.family, standingWords(entry), ...entry.criteria]
      .join(' ')
      .toLowerCase();
    return entry.replacedBy === null && words.every((word) => text.includes(word));
  });
}

/** An entry with nothing in it. */
export const EMPTY_TEXT: EntryText = {
  ...{ code: '', family: '', title: '', text: '', population: '' },
  ...{ nature: 'manual', type: 'preventive', frequency: 'perOccurrence' },
  ...{ criteria: [], evidenceToRequest: [], procedures: [], attributes: [], typicalDeviations: [] },
  parameters: {},
};

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Lines of a field as a list, blank ones left out. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** One attribute a line; they become A, B, C. */
export function attributesOf(text: string): EntryText['attributes'] {
  return linesOf(text)
    .slice(0, LETTERS.length)
    .map((test, index) => ({ key: LETTERS.charAt(index), test }));
}

/** Usual values, `name = value` a line. */
export function valuesOf(text: string): EntryText['parameters'] {
  return Object.fromEntries(
    linesOf(text).flatMap((line) => {
      const at = line.indexOf('=');
      return at < 1 ? [] : [[line.slice(0, at).trim(), line.slice(at + 1).trim()]];
    }),
  );
}

/** Usual values as lines. */
export const valueLines = (values: EntryText['parameters']): string =>
  Object.entries(values)
    .map(([name, value]) => `${name} = ${value}`)
    .join('\n');
