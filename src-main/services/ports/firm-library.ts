import type { FirmLibrary } from '../../../shared/domain/control/firm-library.ts';
import type { OfferedLibrary } from '../../../shared/domain/control/library-sheet.ts';

/** The firm's own control library in the profile of this computer's user. */
export interface FirmLibraryPort {
  read(): FirmLibrary;
  /**
   * Replaces the library by what `change` makes of the present one, while no other program writes it. `null` leaves it as
   * it is. Whole or not at all.
   */
  update(change: (library: FirmLibrary) => FirmLibrary | null): void;
  /** The library as a file for another firm or computer, with all versions. */
  exported(library: FirmLibrary): Uint8Array;
  /** Reads such a file: the standing version of each entry, faults by the position of the entry. `null` where it is none. */
  readExported(bytes: Uint8Array): OfferedLibrary | null;
}
