/**
 * A firm's own control library. Every change is a new version with who, when and why; nothing is deleted. An entry that is
 * retired is not offered any more and stays readable. The library that ships with the program is never changed by it.
 */
import { err, ok, type Result } from '../../lib/result.ts';
import { rule, type Refusal } from '../gates/refusal.ts';
import { libraryFaults, tidyText, type LibraryText } from './library-entry.ts';

/** One version of an entry, from 1. */
export interface LibraryVersion {
  readonly version: number;
  readonly text: LibraryText;
  readonly isRetired: boolean;
  /** Who made it, by name and initials as this computer knows them. */
  readonly by: string;
  /** Instant, ISO 8601 UTC. */
  readonly at: string;
  readonly why: string;
}

/** An entry with all its versions, the oldest first; there is at least one. */
export interface LibraryEntry {
  readonly id: string;
  /** The control of the shipped library that it was taken over from. */
  readonly takenFrom: string | null;
  readonly versions: readonly LibraryVersion[];
}

/** The entries of the firm, in the order in which they came. */
export type FirmLibrary = readonly LibraryEntry[];

/** What a decision on the library may look at. */
export interface LibraryContext {
  readonly library: FirmLibrary;
  readonly by: string;
  readonly at: string;
  readonly newId: () => string;
  readonly knownCriteria: ReadonlySet<string>;
}

/** The library as it becomes, and the entry that was made or changed. */
export type LibraryDecision = Result<
  { readonly library: FirmLibrary; readonly entry: LibraryEntry },
  Refusal
>;

/** An entry by its identity at the version that was shown; a stale one is refused. */
export interface LibraryRef {
  readonly id: string;
  readonly version: number;
}

/** Fewest characters of a reason that says something. */
const shortestReason = 4;

/** The version of an entry that stands. */
export function standing(entry: LibraryEntry): LibraryVersion {
  const last = entry.versions.at(-1);
  return last ?? { version: 0, text: emptyText, isRetired: true, by: '', at: '', why: '' };
}

const emptyText: LibraryText = {
  ...{ code: '', family: '', title: '', text: '', population: '' },
  ...{ nature: 'manual', type: 'preventive', frequency: 'perOccurrence' },
  ...{ criteria: [], evidenceToRequest: [], procedures: [], attributes: [], typicalDeviations: [] },
  parameters: {},
};

/** Adds an entry: of the firm's own, or taken over from the shipped library and from then on the firm's. */
export function addEntry(
  context: LibraryContext,
  given: LibraryText,
  takenFrom: string | null,
  why: string,
): LibraryDecision {
  const text = tidyText(given);
  const taken =
    takenFrom === null ? undefined : context.library.find((entry) => entry.takenFrom === takenFrom);
  if (taken !== undefined) return err(alreadyTaken(taken, takenFrom ?? ''));
  const refusal = refusalOfText(context, text, null) ?? refusalOfReason(why);
  if (refusal !== null) return err(refusal);
  const entry = { id: context.newId(), takenFrom, versions: [versionOf(context, 1, text, false, why)] };
  return ok({ library: [...context.library, entry], entry });
}

/** Changes the text of an entry: a new version. A text that stays the same is refused, a retired entry too. */
export function editEntry(
  context: LibraryContext,
  ref: LibraryRef,
  given: LibraryText,
  why: string,
): LibraryDecision {
  const entry = current(context, ref);
  if (!entry.ok) return entry;
  const text = tidyText(given);
  const { isRetired } = standing(entry.value);
  const refusal = isRetired
    ? rule('wrong-state', `${standing(entry.value).text.code} is retired.`, 'Bring it back first.')
    : (refusalOfText(context, text, ref.id) ?? refusalOfReason(why) ?? refusalOfSame(entry.value, text));
  return refusal === null ? ok(changed(context, entry.value, text, false, why)) : err(refusal);
}

/** Retires an entry, or brings a retired one back: a new version of the same text. */
export function retireEntry(
  context: LibraryContext,
  ref: LibraryRef,
  isRetired: boolean,
  why: string,
): LibraryDecision {
  const entry = current(context, ref);
  if (!entry.ok) return entry;
  const { text, isRetired: was } = standing(entry.value);
  const state = was ? 'retired' : 'offered';
  const refusal =
    was === isRetired
      ? rule('wrong-state', `${text.code} is ${state} already.`, 'Look at its versions.', { code: text.code })
      : (refusalOfReason(why) ?? (isRetired ? null : refusalOfText(context, text, ref.id)));
  return refusal === null ? ok(changed(context, entry.value, text, isRetired, why)) : err(refusal);
}

/** Whether two texts say the same. */
export function isSameText(a: LibraryText, b: LibraryText): boolean {
  return written(a) === written(b);
}

function written(given: LibraryText): string {
  const text = tidyText(given);
  return JSON.stringify([
    ...[text.code, text.family, text.title, text.text, text.nature, text.type, text.frequency],
    ...[text.criteria, text.population, text.evidenceToRequest, text.procedures],
    text.attributes.map(({ key, test }) => [key, test]),
    ...[text.typicalDeviations, Object.entries(text.parameters)],
  ]);
}

/** An offered entry that has the number already, other than `exceptId`; numbers are compared without case. */
export function holderOf(
  library: FirmLibrary,
  code: string,
  exceptId: string | null,
): LibraryEntry | undefined {
  const wanted = code.trim().toLowerCase();
  return library.find((entry) => {
    const { text, isRetired } = standing(entry);
    return !isRetired && entry.id !== exceptId && text.code.toLowerCase() === wanted;
  });
}

function changed(
  context: LibraryContext,
  entry: LibraryEntry,
  text: LibraryText,
  isRetired: boolean,
  why: string,
): { readonly library: FirmLibrary; readonly entry: LibraryEntry } {
  const next = versionOf(context, standing(entry).version + 1, text, isRetired, why);
  const after = { ...entry, versions: [...entry.versions, next] };
  return { library: context.library.map((known) => (known.id === entry.id ? after : known)), entry: after };
}

function versionOf(
  { by, at }: LibraryContext,
  version: number,
  text: LibraryText,
  isRetired: boolean,
  why: string,
): LibraryVersion {
  return { version, text, isRetired, by, at, why: why.trim() };
}

function current({ library }: LibraryContext, ref: LibraryRef): Result<LibraryEntry, Refusal> {
  const entry = library.find(({ id }) => id === ref.id);
  if (entry === undefined)
    return err(rule('not-found', 'The firm’s library has no such entry.', 'Choose from the library.'));
  const { version, text } = standing(entry);
  if (version === ref.version) return ok(entry);
  return err(
    rule(
      'stale-revision',
      `${text.code} was changed meanwhile: version ${String(version)} stands.`,
      'Look at it again, then repeat the change.',
      { version },
    ),
  );
}

function refusalOfText(context: LibraryContext, text: LibraryText, id: string | null): Refusal | null {
  const faults = libraryFaults(text, context.knownCriteria);
  if (faults.length > 0)
    return rule(
      'invalid-value',
      faults.map(({ message }) => message).join(' '),
      'Correct the entry, then repeat the action.',
      { fields: [...new Set(faults.map(({ field }) => field))] },
    );
  if (holderOf(context.library, text.code, id) === undefined) return null;
  return rule(
    'already-exists',
    `The firm’s library has an entry with the number ${text.code} already.`,
    'Choose another number, or change that entry.',
    { code: text.code },
  );
}

function refusalOfReason(why: string): Refusal | null {
  if (why.trim().length >= shortestReason) return null;
  return rule('invalid-value', 'The change has no reason.', 'Say why, for those who use the library later.');
}

function refusalOfSame(entry: LibraryEntry, text: LibraryText): Refusal | null {
  if (!isSameText(standing(entry).text, text)) return null;
  return rule('invalid-value', 'Nothing differs from the version that stands.', 'Change the text first.');
}

function alreadyTaken(entry: LibraryEntry, shippedId: string): Refusal {
  const { text, isRetired } = standing(entry);
  return rule(
    'already-exists',
    `${shippedId} was taken over as ${text.code} already${isRetired ? ' and is retired' : ''}.`,
    isRetired ? 'Bring that entry back.' : 'Change that entry.',
    { code: text.code },
  );
}
