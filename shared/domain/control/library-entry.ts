/** The text of a control in a library: what it says, how it is tested, and what keeps it from being offered. */
import type { Row } from '../journal/entities.ts';
import { openPlaceholders } from './control-text.ts';

/** What is tested on each item of a sample: a column of the grid, under its letter. */
export interface LibraryAttribute {
  readonly key: string;
  readonly test: string;
}

/** A control of a library as a starting text: wording with `{{placeholders}}`, criteria, and the tests that are suggested. */
export interface LibraryText {
  /** The number of the control, unique within a library. */
  readonly code: string;
  readonly family: string;
  readonly title: string;
  /** Who does what, when and on what; placeholders are filled for each engagement. */
  readonly text: string;
  readonly nature: Row<'control'>['nature'];
  readonly type: Row<'control'>['type'];
  readonly frequency: Row<'control'>['frequency'];
  readonly criteria: readonly string[];
  /** The list from which a sample is drawn. */
  readonly population: string;
  readonly evidenceToRequest: readonly string[];
  /** Procedures suggested for the test of design. */
  readonly procedures: readonly string[];
  readonly attributes: readonly LibraryAttribute[];
  readonly typicalDeviations: readonly string[];
  /** Usual values of placeholders. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** Something in a library text that keeps it from being stored. */
export interface LibraryFault {
  readonly field: keyof LibraryText;
  readonly message: string;
}

/** Longest number of a control; the same as where one is typed into an engagement. */
const longestCode = 40;
/** Most attributes: one for each letter. */
const mostAttributes = 26;

/** Everything that keeps a text from standing in a library, by field. Criteria are those of the set that the program knows. */
export function libraryFaults(
  text: LibraryText,
  knownCriteria: ReadonlySet<string>,
): readonly LibraryFault[] {
  return [...wordFaults(text), ...criteriaFaults(text, knownCriteria), ...attributeFaults(text)];
}

function wordFaults(text: LibraryText): readonly LibraryFault[] {
  const blank = (['code', 'title', 'text'] as const)
    .filter((field) => text[field].trim() === '')
    .map((field) => ({ field, message: `${blankWords[field]} is blank.` }));
  const tooLong: readonly LibraryFault[] =
    text.code.length > longestCode
      ? [{ field: 'code', message: `The number is longer than ${String(longestCode)} characters.` }]
      : [];
  return [...blank, ...tooLong, ...placeholderFaults('text', text.text)];
}

const blankWords = { code: 'The number', title: 'The title', text: 'The wording' } as const;

/** A brace that opens a placeholder and does not close it would be printed as it stands. */
function placeholderFaults(field: 'text' | 'attributes', words: string): readonly LibraryFault[] {
  const rest = words.replace(/\{\{\s*[A-Za-z][\w-]*\s*\}\}/g, '');
  return rest.includes('{{') || rest.includes('}}')
    ? [
        {
          field,
          message:
            'A placeholder is not of the form {{name}}: letters, digits, hyphens, begun with a letter.',
        },
      ]
    : [];
}

function criteriaFaults(text: LibraryText, known: ReadonlySet<string>): readonly LibraryFault[] {
  const unknown = [...new Set(text.criteria.filter((code) => !known.has(code)))];
  if (unknown.length === 0) return [];
  const verb = unknown.length === 1 ? 'is no criterion' : 'are no criteria';
  return [{ field: 'criteria', message: `${unknown.join(', ')} ${verb} of the set.` }];
}

function attributeFaults({ attributes }: LibraryText): readonly LibraryFault[] {
  const keys = attributes.map(({ key }) => key);
  const found = [
    ...(attributes.length > mostAttributes ? ['There are more attributes than letters.'] : []),
    ...(keys.every((key) => /^[A-Z]$/.test(key)) ? [] : ['An attribute has no letter from A to Z.']),
    ...(new Set(keys).size === keys.length ? [] : ['Two attributes have the same letter.']),
    ...(attributes.every(({ test }) => test.trim() !== '')
      ? []
      : ['An attribute does not say what is tested.']),
  ];
  return [
    ...found.map((message) => ({ field: 'attributes' as const, message })),
    ...placeholderFaults('attributes', attributes.map(({ test }) => test).join('\n')),
  ];
}

/** Names of the placeholders of a library text, of its wording and its attributes, each once. */
export function placeholdersOf(text: {
  readonly text: string;
  readonly attributes: readonly LibraryAttribute[];
}): readonly string[] {
  return openPlaceholders([text.text, ...text.attributes.map(({ test }) => test)].join('\n'));
}

/** A text as it is stored: repeated criteria taken once, usual values only of placeholders that it has. */
export function tidyText(text: LibraryText): LibraryText {
  const names = new Set(placeholdersOf(text));
  return {
    ...text,
    code: text.code.trim(),
    title: text.title.trim(),
    criteria: [...new Set(text.criteria)],
    parameters: Object.fromEntries(
      Object.entries(text.parameters)
        .filter(([name]) => names.has(name))
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  };
}
