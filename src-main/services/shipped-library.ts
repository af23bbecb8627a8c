import type { LibraryText } from '../../shared/domain/control/library-entry.ts';
import type { LibraryControl } from './ports/reference-data.ts';

/** The version of the library that ships with the program, as a whole. */
export const shippedVersion = 1;

/** A control of the shipped library in the form in which a firm edits it. */
export function shippedText(control: LibraryControl): LibraryText {
  const { id, typeISteps, descriptionTemplate, parameters, ...rest } = control;
  const { family, title, criteria, population, evidenceToRequest, attributes, typicalDeviations } = rest;
  return {
    ...{ code: id, family, title, text: descriptionTemplate, procedures: typeISteps, type: 'preventive' },
    nature: control.nature as LibraryText['nature'], // the library's words are the catalogue's, proved by a test
    frequency: control.frequency as LibraryText['frequency'], // likewise
    ...{ criteria, population, evidenceToRequest, attributes, typicalDeviations },
    parameters: Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, String(value)])),
  };
}
