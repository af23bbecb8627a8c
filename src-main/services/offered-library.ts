import { standing, type FirmLibrary, type LibraryEntry } from '../../shared/domain/control/firm-library.ts';
import type { LibraryText } from '../../shared/domain/control/library-entry.ts';
import type { FieldsOf } from '../../shared/domain/journal/entities.ts';
import type { FirmLibraryPort } from './ports/firm-library.ts';
import type { ReferenceDataPort } from './ports/reference-data.ts';
import { shippedText, shippedVersion } from './shipped-library.ts';

/** A control as the libraries offer it to an engagement. */
export interface OfferedControl {
  /** The shipped identity, also of a control that the firm took over; else that of the firm's entry. */
  readonly libraryId: string;
  readonly origin: 'shipped' | 'firm';
  readonly version: number;
  readonly text: LibraryText;
  readonly securityBaseline: boolean;
}

/** Both libraries, as services look into them. */
export interface Libraries {
  readonly reference: ReferenceDataPort;
  readonly library: FirmLibraryPort;
}

/**
 * What an engagement may take: the firm's entries that are not retired, and the shipped controls that the firm did not take
 * over. One that the firm took over and retired is not offered at all.
 */
export function offeredControls({ reference, library }: Libraries): readonly OfferedControl[] {
  const firm = library.read();
  const shipped = reference.controlLibrary();
  const baseline = new Set(shipped.filter((control) => control.securityBaseline).map(({ id }) => id));
  const replaced = new Set(firm.map(({ takenFrom }) => takenFrom));
  return [
    ...firm
      .filter((entry) => !standing(entry).isRetired)
      .map((entry): OfferedControl => {
        const { text, version } = standing(entry);
        const libraryId = libraryIdOf(entry);
        return { libraryId, origin: 'firm', version, text, securityBaseline: baseline.has(libraryId) };
      }),
    ...shipped
      .filter(({ id }) => !replaced.has(id))
      .map((control): OfferedControl => ({
        ...{ libraryId: control.id, origin: 'shipped', version: shippedVersion },
        ...{ text: shippedText(control), securityBaseline: control.securityBaseline },
      })),
  ];
}

/** The text that a control was taken from, at its version; `null` for a control of the client's own or a library elsewhere. */
export function libraryTextOf(
  { reference, library }: Libraries,
  control: Pick<FieldsOf<'control'>, 'libraryId' | 'libraryOrigin' | 'libraryVersion'> | undefined,
): LibraryText | null {
  if (control === undefined || control.libraryId === null) return null;
  if (control.libraryOrigin === 'firm')
    return versionText(library.read(), control.libraryId, control.libraryVersion);
  const shipped = reference.controlLibrary().find(({ id }) => id === control.libraryId);
  return shipped === undefined ? null : shippedText(shipped);
}

function versionText(firm: FirmLibrary, libraryId: string, version: number | null): LibraryText | null {
  const entry = firm.find((known) => libraryIdOf(known) === libraryId);
  return entry?.versions.find((known) => known.version === version)?.text ?? null;
}

const libraryIdOf = ({ id, takenFrom }: LibraryEntry): string => takenFrom ?? id;
