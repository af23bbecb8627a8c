/** The placeholders of the controls that are taken from a library: each is filled once for all controls that mean the same. */
import { fillPlaceholders } from './control-text.ts';
import { placeholdersOf, type LibraryAttribute } from './library-entry.ts';

/** A control whose placeholders are filled. */
export interface PlaceholderSource {
  readonly libraryId: string;
  readonly code: string;
  readonly text: string;
  readonly attributes: readonly LibraryAttribute[];
  /** Usual values by name. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** A placeholder to fill: its name, its usual value, and the controls that it stands in. */
export interface PlaceholderGroup {
  readonly name: string;
  /** `null` where the library has none. */
  readonly usual: string | null;
  readonly libraryIds: readonly string[];
  readonly codes: readonly string[];
}

/** A value for a placeholder in the controls named. */
export interface PlaceholderValue {
  readonly name: string;
  readonly libraryIds: readonly string[];
  readonly value: string;
}

/**
 * The distinct placeholders of controls, by name. The same name with another usual value is another placeholder: thirty
 * days to acknowledge a policy are not the thirty days of another control.
 */
export function placeholderGroups(sources: readonly PlaceholderSource[]): readonly PlaceholderGroup[] {
  const groups = new Map<string, PlaceholderGroup>();
  for (const source of sources)
    for (const name of placeholdersOf(source)) {
      const usual = source.parameters[name] ?? null;
      const key = JSON.stringify([name, usual]);
      const group = groups.get(key) ?? { name, usual, libraryIds: [], codes: [] };
      groups.set(key, {
        ...group,
        libraryIds: [...group.libraryIds, source.libraryId],
        codes: [...group.codes, source.code],
      });
    }
  return [...groups.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** The values for one control: its usual ones, under those that were given. A blank value leaves the place open. */
export function valuesFor(
  source: PlaceholderSource,
  given: readonly PlaceholderValue[],
): Readonly<Record<string, string>> {
  const own = given.filter(({ libraryIds }) => libraryIds.includes(source.libraryId));
  const values = {
    ...source.parameters,
    ...Object.fromEntries(own.map(({ name, value }) => [name, value.trim()])),
  };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
}

/** Values as a control keeps them, `name=value`, so that its attributes are filled with the same later. */
export function writtenValues(values: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(values).map(([name, value]) => `${name}=${value}`);
}

/** The values that a control keeps. */
export function readValues(written: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    written.map((line) => {
      const at = line.indexOf('=');
      return [line.slice(0, at), line.slice(at + 1)];
    }),
  );
}

/** The attributes of a library text as they are tested, filled. */
export function filledAttributes(
  attributes: readonly LibraryAttribute[],
  values: Readonly<Record<string, string | number>>,
): readonly { readonly key: string; readonly text: string }[] {
  return attributes.map(({ key, test }) => ({ key, text: fillPlaceholders(test, values) }));
}
