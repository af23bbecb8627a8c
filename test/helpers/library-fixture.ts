import type { FirmLibrary, LibraryContext } from '../../shared/domain/control/firm-library.ts';
import type { LibraryText } from '../../shared/domain/control/library-entry.ts';

/** A text of a library that nothing is wrong with. */
export const libraryText: LibraryText = {
  ...{ code: 'AC-01', family: 'Access', title: 'Leavers', population: 'Leavers of the period' },
  text: 'The {{team}} disables access within {{hours}} hours of the last day.',
  ...{ nature: 'manual', type: 'preventive', frequency: 'perOccurrence' },
  ...{ criteria: ['CC6.2', 'CC6.3'], evidenceToRequest: ['HR roster'], procedures: ['Inspect one leaver'] },
  attributes: [
    { key: 'A', test: 'Disabled within {{hours}} hours' },
    { key: 'B', test: 'Ticket names the last day' },
  ],
  ...{ typicalDeviations: ['Disabled late'], parameters: { hours: '24' } },
};

/** A decision on a library; identities count up from the entries that it has. */
export function libraryContext(library: FirmLibrary = []): LibraryContext {
  let made = library.length;
  return {
    ...{ library, by: 'Dana Pell (DP)', at: '2026-05-04T08:00:00.000Z' },
    newId: () => {
      made += 1;
      return `entry-${String(made)}`;
    },
    knownCriteria: new Set(['CC6.1', 'CC6.2', 'CC6.3']),
  };
}
