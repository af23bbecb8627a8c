/** Taking entries of a file into the firm's library: by their number, as new entries or as new versions. */
import { err, ok, type Result } from '../../lib/result.ts';
import { rule, type Refusal } from '../gates/refusal.ts';
import {
  addEntry,
  editEntry,
  holderOf,
  isSameText,
  retireEntry,
  standing,
  type FirmLibrary,
  type LibraryContext,
} from './firm-library.ts';
import { libraryFaults, tidyText } from './library-entry.ts';
import type { OfferedEntry, OfferedLibrary, SheetFault } from './library-sheet.ts';

/** What a file would do to an entry; `leave` passes over what is retired there and not known here. */
export type ImportEffect = 'add' | 'change' | 'retire' | 'same' | 'leave';

/** An entry of a file without a fault, and what would come of it. */
export interface PlannedEntry {
  readonly offered: OfferedEntry;
  readonly effect: ImportEffect;
}

/** What would be imported, and the faults of the other rows. */
export interface ImportPlan {
  readonly entries: readonly PlannedEntry[];
  readonly faults: readonly SheetFault[];
}

/** The library after an import, with how many entries it added, changed and retired. */
export interface ImportedLibrary {
  readonly library: FirmLibrary;
  readonly added: number;
  readonly changed: number;
  readonly retired: number;
  readonly leftOut: number;
}

/** Checks every entry of a file and says what would come of it. A number that stands twice is a fault of the later row. */
export function planImport(context: LibraryContext, file: OfferedLibrary): ImportPlan {
  const faults = [...file.faults];
  const faulty = new Set(faults.map(({ row }) => row));
  const offeredAt = new Map<string, number>();
  for (const entry of file.entries) {
    const code = entry.text.code.trim().toLowerCase();
    const before = offeredAt.get(code);
    const found = [
      ...libraryFaults(tidyText(entry.text), context.knownCriteria),
      ...(before === undefined || entry.isRetired || code === ''
        ? []
        : [
            {
              field: 'code' as const,
              message: `The number ${entry.text.code} stands in row ${String(before)} already.`,
            },
          ]),
    ];
    faults.push(
      ...found.map(({ field, message }) => ({ row: entry.row, column: columnWords[field], message })),
    );
    if (found.length > 0) faulty.add(entry.row);
    if (!entry.isRetired && before === undefined) offeredAt.set(code, entry.row);
  }
  const entries = file.entries
    .filter(({ row }) => !faulty.has(row))
    .map((offered) => ({ offered, effect: effectOf(context.library, offered, offeredAt) }));
  return { entries, faults };
}

const columnWords: Readonly<Record<keyof OfferedEntry['text'], string>> = {
  ...{ code: 'Number', family: 'Family', title: 'Title', text: 'Wording', criteria: 'Criteria' },
  ...{ nature: 'Nature', type: 'Type', frequency: 'Frequency', attributes: 'Attributes' },
  ...{ procedures: 'Procedures', population: 'Population', evidenceToRequest: 'Evidence to request' },
  ...{ typicalDeviations: 'Typical deviations', parameters: 'Usual values' },
};

function effectOf(
  library: FirmLibrary,
  { text, isRetired }: OfferedEntry,
  offeredAt: ReadonlyMap<string, number>,
): ImportEffect {
  const holder = holderOf(library, text.code, null);
  const standsToo = offeredAt.has(text.code.trim().toLowerCase());
  if (isRetired) return holder === undefined || standsToo ? 'leave' : 'retire';
  if (holder === undefined) return 'add';
  return isSameText(standing(holder).text, text) ? 'same' : 'change';
}

/** Imports a file as one change. Refused where rows have faults, unless the person chose to leave those rows out. */
export function importLibrary(
  context: LibraryContext,
  file: OfferedLibrary,
  leaveOutFaulty: boolean,
  why: string,
): Result<ImportedLibrary, Refusal> {
  const { entries, faults } = planImport(context, file);
  const rows = [...new Set(faults.map(({ row }) => row))];
  if (rows.length > 0 && !leaveOutFaulty) return err(faultyRows(rows));
  const doing = entries.filter(({ effect }) => effect !== 'same' && effect !== 'leave');
  if (doing.length === 0)
    return err(
      rule('invalid-value', 'The file brings nothing new.', 'Choose another file, or correct its rows.', {
        rows,
      }),
    );
  let { library } = context;
  for (const planned of doing) {
    const done = apply({ ...context, library }, planned, why);
    if (!done.ok) return done;
    library = done.value;
  }
  const count = (effect: ImportEffect): number => doing.filter((planned) => planned.effect === effect).length;
  return ok({
    library,
    ...{ added: count('add'), changed: count('change'), retired: count('retire') },
    leftOut: rows.length,
  });
}

function apply(
  context: LibraryContext,
  { offered, effect }: PlannedEntry,
  why: string,
): Result<FirmLibrary, Refusal> {
  const { text, takenFrom } = offered;
  const holder = holderOf(context.library, text.code, null);
  const isTaken = context.library.some((entry) => entry.takenFrom === takenFrom);
  const ref = { id: holder?.id ?? '', version: holder === undefined ? 0 : standing(holder).version };
  const done =
    effect === 'add'
      ? addEntry(context, text, isTaken ? null : takenFrom, why)
      : effect === 'change'
        ? editEntry(context, ref, text, why)
        : retireEntry(context, ref, true, why);
  return done.ok ? ok(done.value.library) : done;
}

function faultyRows(rows: readonly number[]): Refusal {
  return rule(
    'invalid-value',
    `${String(rows.length)} ${rows.length === 1 ? 'row has' : 'rows have'} a fault.`,
    'Correct the rows in the file, or leave them out.',
    { rows: [...rows] },
  );
}
