import type { libraryContract } from '../../shared/contract/library.ts';
import type { OutputOf } from '../../shared/contract/procedure.ts';
import { standing, type FirmLibrary, type LibraryEntry } from '../../shared/domain/control/firm-library.ts';
import { placeholdersOf, type LibraryText } from '../../shared/domain/control/library-entry.ts';
import type { LibraryControl } from './ports/reference-data.ts';
import { shippedText, shippedVersion } from './shipped-library.ts';

type Contract = typeof libraryContract;
type EntryView = OutputOf<Contract['library.list']>[number];
type WholeView = OutputOf<Contract['library.get']>;
type TextView = WholeView['text'];

/** Both libraries as the list shows them: the firm's by number, then the shipped one in its order. */
export function libraryViews(firm: FirmLibrary, shipped: readonly LibraryControl[]): EntryView[] {
  const replaced = new Map(
    firm.flatMap((entry) => (entry.takenFrom === null ? [] : [[entry.takenFrom, entry.id]])),
  );
  return [
    ...firm.map(firmView).sort((a, b) => (a.code < b.code ? -1 : 1)),
    ...shipped.map((control) => ({
      ...listed(shippedText(control)),
      ...{ id: control.id, origin: 'shipped' as const, version: shippedVersion, isRetired: false },
      ...{ takenFrom: null, replacedBy: replaced.get(control.id) ?? null, changedBy: null, changedAt: null },
    })),
  ];
}

function firmView(entry: LibraryEntry): EntryView {
  const { text, version, isRetired, by, at } = standing(entry);
  return {
    ...listed(text),
    ...{ id: entry.id, origin: 'firm', version, isRetired, takenFrom: entry.takenFrom, replacedBy: null },
    ...{ changedBy: by, changedAt: at },
  };
}

function listed(text: LibraryText) {
  const { code, family, title, frequency } = text;
  return {
    ...{ code, family, title, text: text.text, frequency },
    ...{ criteria: [...text.criteria], attributes: text.attributes.length },
    placeholders: [...placeholdersOf(text)],
  };
}

/** A firm's entry whole, the newest version first. */
export function wholeEntry(entry: LibraryEntry): WholeView {
  const { text, version, isRetired } = standing(entry);
  return {
    ...{ id: entry.id, origin: 'firm', version, isRetired, takenFrom: entry.takenFrom },
    text: textView(text),
    versions: [...entry.versions].reverse().map((one) => ({ ...one, text: textView(one.text) })),
  };
}

/** A shipped control whole; it has no versions of its own. */
export function wholeShipped(control: LibraryControl): WholeView {
  return {
    ...{ id: control.id, origin: 'shipped', version: shippedVersion, isRetired: false, takenFrom: null },
    text: textView(shippedText(control)),
    versions: [],
  };
}

function textView(text: LibraryText): TextView {
  return {
    ...text,
    criteria: [...text.criteria],
    evidenceToRequest: [...text.evidenceToRequest],
    procedures: [...text.procedures],
    attributes: text.attributes.map((attribute) => ({ ...attribute })),
    typicalDeviations: [...text.typicalDeviations],
    parameters: { ...text.parameters },
  };
}
