/** Which column of a client's file is which field of a list, and how its cells are to be read. */
import { isListKind, listDefinitionOf, type ListKind } from './access-list.ts';

/** Which number comes first where a date is written with two of them first, such as 03/04/2026. */
export type DateOrder = 'unambiguous' | 'dayFirst' | 'monthFirst';

/** How the columns of a file are read. */
export interface ListMapping {
  /** Header of the column by field. */
  readonly columns: Readonly<Record<string, string>>;
  /** A value that holds for every row, by field: the system of a list that does not name it. */
  readonly fixed: Readonly<Record<string, string>>;
  readonly dateOrder: DateOrder;
  /** `entitlements`: one row for each role of an account, so that rows of one account belong together. */
  readonly rowsAre: 'records' | 'entitlements';
  /** Roles that make an account privileged, where no column says so; compared without case. */
  readonly privilegedRoles: readonly string[];
}

/** A mapping that says nothing. */
export const emptyMapping: ListMapping = {
  columns: {},
  fixed: {},
  dateOrder: 'unambiguous',
  rowsAre: 'records',
  privilegedRoles: [],
};

/** Why a mapping cannot be used. */
export interface MappingFault {
  readonly code: 'missing-field' | 'no-such-column' | 'repeated-column' | 'unknown-field';
  readonly field: string;
  readonly words: string;
}

/** What stands against reading a file with this mapping; empty where nothing does. */
export function mappingFaults(
  kind: ListKind,
  mapping: ListMapping,
  header: readonly string[],
): readonly MappingFault[] {
  const { fields, title } = listDefinitionOf(kind);
  const missing = fields
    .filter(({ name, isRequired }) => isRequired && !carries(mapping, name))
    .map(({ name, label }): MappingFault => {
      const words = `${title}: no column is named for “${label}”, which this list needs.`;
      return { code: 'missing-field', field: name, words };
    });
  const columns = Object.entries(mapping.columns).flatMap(([name, column]): readonly MappingFault[] => {
    const times = header.filter((cell) => cell === column).length;
    if (!fields.some((field) => field.name === name))
      return [{ code: 'unknown-field', field: name, words: `${title} have no field “${name}”.` }];
    if (times === 1) return [];
    const words =
      times === 0 ? `The file has no column “${column}”.` : `The file has several columns “${column}”.`;
    return [{ code: times === 0 ? 'no-such-column' : 'repeated-column', field: name, words }];
  });
  return [...missing, ...columns];
}

/** Whether a mapping gives a field a column or a fixed value. */
export function carries({ columns, fixed }: ListMapping, field: string): boolean {
  return columns[field] !== undefined || (fixed[field] ?? '') !== '';
}

/** The mapping that the headers suggest, compared without case, spaces and marks; each column serves one field. */
export function suggestMapping(kind: ListKind, header: readonly string[]): ListMapping {
  const taken = new Set<number>();
  const columns: Record<string, string> = {};
  const simple = header.map(simplified);
  const isSingle = (index: number) => header.filter((cell) => cell === header[index]).length === 1;
  for (const { name, heads } of listDefinitionOf(kind).fields) {
    const index = heads
      .map((head) => simple.findIndex((cell, at) => cell === head && !taken.has(at) && isSingle(at)))
      .find((at) => at >= 0);
    const column = index === undefined ? undefined : header[index];
    if (index === undefined || column === undefined) continue;
    taken.add(index);
    columns[name] = column;
  }
  return { ...emptyMapping, columns };
}

const simplified = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/** The mapping as short texts, as the journal keeps it. */
export function mappingTexts(mapping: ListMapping): readonly string[] {
  const { columns, fixed, dateOrder, rowsAre, privilegedRoles } = mapping;
  const sorted = (entries: Readonly<Record<string, string>>, word: string) =>
    Object.entries(entries)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => `${word} ${name}=${value}`);
  return [
    ...sorted(columns, 'column'),
    ...sorted(fixed, 'fixed'),
    `dates=${dateOrder}`,
    `rows=${rowsAre}`,
    ...privilegedRoles.map((role) => `privileged=${role}`),
  ];
}

/** The mapping that short texts say; texts of a later version are passed over. */
export function mappingOfTexts(texts: readonly string[]): ListMapping {
  const columns: Record<string, string> = {};
  const fixed: Record<string, string> = {};
  const privilegedRoles: string[] = [];
  let { dateOrder, rowsAre } = emptyMapping;
  for (const text of texts) {
    const at = text.indexOf('=');
    const [head, value] = [text.slice(0, at), text.slice(at + 1)];
    if (head.startsWith('column ')) columns[head.slice(7)] = value;
    else if (head.startsWith('fixed ')) fixed[head.slice(6)] = value;
    else if (head === 'privileged') privilegedRoles.push(value);
    else if (head === 'dates' && (value === 'dayFirst' || value === 'monthFirst')) dateOrder = value;
    else if (head === 'rows' && value === 'entitlements') rowsAre = value;
  }
  return { columns, fixed, dateOrder, rowsAre, privilegedRoles };
}

/** A mapping that was used before for a list of the same kind whose columns are all in this file. */
export function knownMapping(
  kind: ListKind,
  header: readonly string[],
  used: readonly { readonly kind: string; readonly mapping: ListMapping }[],
): ListMapping | null {
  const fits = used.filter(
    (entry) =>
      isListKind(entry.kind) &&
      entry.kind === kind &&
      mappingFaults(kind, entry.mapping, header).length === 0,
  );
  return fits.at(-1)?.mapping ?? null;
}
