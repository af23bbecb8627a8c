import { describe, expect, it } from 'vitest';
import {
  libraryFaults,
  placeholdersOf,
  tidyText,
  type LibraryText,
} from '../../../../../shared/domain/control/library-entry.ts';
import { libraryContext, libraryText } from '../../../../helpers/library-fixture.ts';

const { knownCriteria } = libraryContext();
const fieldsOf = (changed: Partial<LibraryText>) =>
  libraryFaults({ ...libraryText, ...changed }, knownCriteria).map(({ field }) => field);

describe('what keeps a text out of a library', () => {
  it('is nothing in a whole one, nor in one without attributes', () => {
    expect([fieldsOf({}), fieldsOf({ attributes: [] })]).toEqual([[], []]);
  });

  it('is a blank or over-long number, title or wording', () => {
    expect(fieldsOf({ code: ' ', title: '', text: '\n' })).toEqual(['code', 'title', 'text']);
    expect([fieldsOf({ code: 'x'.repeat(40) }), fieldsOf({ code: 'x'.repeat(41) })]).toEqual([[], ['code']]);
  });

  it('is a placeholder that is not closed or has no name', () => {
    const bad = ['Within {{hours hours', 'Within {{}} hours', 'Within hours}}', 'Within {{two words}} hours'];
    expect(bad.map((text) => fieldsOf({ text }))).toEqual(bad.map(() => ['text']));
    expect(fieldsOf({ attributes: [{ key: 'A', test: 'Within {{hours' }] })).toEqual(['attributes']);
  });

  it('is a criterion that the set does not have, named', () => {
    expect(libraryFaults({ ...libraryText, criteria: ['CC6.2', 'CC66', 'X'] }, knownCriteria)).toEqual([
      { field: 'criteria', message: 'CC66, X are no criteria of the set.' },
    ]);
  });

  it('is an attribute without a letter, with one twice, or without words', () => {
    expect(fieldsOf({ attributes: [{ key: 'a', test: 'x' }] })).toEqual(['attributes']);
    const twice = [
      { key: 'A', test: 'x' },
      { key: 'A', test: 'y' },
    ];
    expect(fieldsOf({ attributes: twice })).toEqual(['attributes']);
    expect(fieldsOf({ attributes: [{ key: 'A', test: ' ' }] })).toEqual(['attributes']);
  });
});

it('names the placeholders of wording and attributes, each once', () => {
  const attributes = [{ key: 'A', test: 'By {{owner}} in {{hours}} hours' }];
  expect(placeholdersOf({ ...libraryText, attributes })).toEqual(['team', 'hours', 'owner']);
});

it('keeps each criterion once and only usual values of placeholders that stand', () => {
  const text = { ...libraryText, criteria: ['CC6.2', 'CC6.2'], parameters: { hours: '8', days: '1' } };
  expect(tidyText(text)).toMatchObject({ criteria: ['CC6.2'], parameters: { hours: '8' } });
  expect(Object.keys(tidyText(text).parameters)).toEqual(['hours']);
});
