import type { libraryContract } from '../../shared/contract/library.ts';
import type { OutputOf } from '../../shared/contract/procedure.ts';
import {
  addEntry,
  editEntry,
  retireEntry,
  standing,
  type FirmLibrary,
  type LibraryContext,
  type LibraryDecision,
} from '../../shared/domain/control/firm-library.ts';
import { importLibrary, planImport } from '../../shared/domain/control/import-library.ts';
import { rule, type Refusal } from '../../shared/domain/gates/refusal.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import type { Handlers } from './handlers.ts';
import { given } from './inputs.ts';
import { readLibraryFile, saveLibraryFile, type LibraryFilePorts } from './library-files.ts';
import { libraryViews, wholeEntry, wholeShipped } from './library-views.ts';
import type { IdsPort } from './ports/ids.ts';
import type { ProfilePort } from './ports/profile.ts';
import type { ReferenceDataPort } from './ports/reference-data.ts';
import type { Session } from './session.ts';
import { shippedText } from './shipped-library.ts';

/** What the firm's library works with. */
export interface LibraryServicePorts extends LibraryFilePorts {
  readonly session: Session;
  readonly profile: Pick<ProfilePort, 'persons'>;
  readonly reference: ReferenceDataPort;
  readonly ids: IdsPort;
}

type Contract = typeof libraryContract;
type Writing = 'add' | 'takeOver' | 'edit' | 'retire' | 'reinstate';
type Part<Names extends string> = Pick<Handlers<Contract>, Extract<keyof Contract, `library.${Names}`>>;

/** The criteria that entries are mapped to. */
const criteriaSet = 'tsc-2017';

/** The firm's own control library, in the profile. */
export function createLibraryService(ports: LibraryServicePorts): Handlers<Contract> {
  return { ...readingHandlers(ports), ...writingHandlers(ports), ...fileHandlers(ports) };
}

function readingHandlers({ library, reference }: LibraryServicePorts): Part<'list' | 'get'> {
  return {
    'library.list': () => ok(libraryViews(library.read(), reference.controlLibrary())),
    'library.get': ({ id }) => {
      const entry = library.read().find((known) => known.id === id);
      if (entry !== undefined) return ok(wholeEntry(entry));
      const control = reference.controlLibrary().find((known) => known.id === id);
      return control === undefined ? err(unknownEntry()) : ok(wholeShipped(control));
    },
  };
}

function writingHandlers(ports: LibraryServicePorts): Part<Writing> {
  return {
    'library.add': ({ text, why }) => change(ports, (context) => addEntry(context, text, null, why)),
    'library.takeOver': ({ shippedId, why }) =>
      change(ports, (context) => {
        const control = ports.reference.controlLibrary().find(({ id }) => id === shippedId);
        return control === undefined
          ? err(unknownEntry())
          : addEntry(context, shippedText(control), shippedId, why);
      }),
    'library.edit': ({ id, version, text, why }) =>
      change(ports, (context) => {
        const entry = context.library.find((known) => known.id === id);
        if (entry === undefined) return err(unknownEntry());
        return editEntry(context, { id, version }, { ...standing(entry).text, ...given(text) }, why);
      }),
    'library.retire': ({ why, ...ref }) => change(ports, (context) => retireEntry(context, ref, true, why)),
    'library.reinstate': ({ why, ...ref }) =>
      change(ports, (context) => retireEntry(context, ref, false, why)),
  };
}

function fileHandlers(ports: LibraryServicePorts): Part<'export' | 'importPreview' | 'import'> {
  return {
    'library.export': ({ token, format }) => saveLibraryFile(ports, token, format),
    'library.importPreview': async ({ token }, call) => {
      const read = await readLibraryFile(ports, token, knownCriteria(ports), call);
      return read.ok ? ok(previewOf(ports, read.value)) : read;
    },
    'library.import': async ({ token, leaveOutFaulty, why }, call) => {
      const read = await readLibraryFile(ports, token, knownCriteria(ports), call);
      if (!read.ok) return read;
      const reason = why === '' ? `Imported from ${read.value.name}` : `${why} (from ${read.value.name})`;
      const done = decide(ports, (context) =>
        importLibrary(context, read.value.offered, leaveOutFaulty, reason),
      );
      if (!done.ok) return done;
      ports.files.spend(token);
      const { added, changed, retired, leftOut } = done.value;
      return ok({ added, changed, retired, leftOut });
    },
  };
}

function previewOf(
  ports: LibraryServicePorts,
  { name, offered }: Extract<Awaited<ReturnType<typeof readLibraryFile>>, { readonly ok: true }>['value'],
): OutputOf<Contract['library.importPreview']> {
  const plan = planImport(contextOf(ports, ports.library.read(), ''), offered);
  return {
    name,
    entries: plan.entries.map(({ offered: { row, text }, effect }) => ({
      ...{ row, code: text.code, title: text.title, effect },
    })),
    faults: plan.faults.map((fault) => ({ ...fault })),
  };
}

function change(
  ports: LibraryServicePorts,
  decideOn: (context: LibraryContext) => LibraryDecision,
): Result<{ id: string; version: number }, Refusal> {
  const done = decide(ports, decideOn);
  return done.ok ? ok({ id: done.value.entry.id, version: standing(done.value.entry).version }) : done;
}

/** Decides on the library as it lies there now and writes what comes of it, while no other program writes it. */
function decide<T extends { readonly library: FirmLibrary }>(
  ports: LibraryServicePorts,
  decideOn: (context: LibraryContext) => Result<T, Refusal>,
): Result<T, Refusal> {
  const actor = ports.session.actor();
  const person = ports.profile.persons().find(({ id }) => id === actor?.personId);
  if (person === undefined)
    return err(
      rule('no-person', 'Nobody is signed in, so nothing can be recorded.', 'Unlock your signing key first.'),
    );
  let decision: Result<T, Refusal> = err(unknownEntry());
  ports.library.update((library) => {
    decision = decideOn(contextOf(ports, library, `${person.name} (${person.initials})`));
    return decision.ok ? decision.value.library : null;
  });
  return decision;
}

function contextOf(ports: LibraryServicePorts, library: FirmLibrary, by: string): LibraryContext {
  return {
    ...{ library, by, at: ports.clock.now(), newId: () => ports.ids.newId() },
    knownCriteria: knownCriteria(ports),
  };
}

const knownCriteria = ({ reference }: LibraryServicePorts): ReadonlySet<string> =>
  new Set(reference.criteria(criteriaSet).map(({ code }) => code));

const unknownEntry = (): Refusal =>
  rule('not-found', 'There is no such entry in the libraries.', 'Choose from the library.');
