import { LIMITS } from '../limits.ts';
import { refuse, refuseDamaged } from '../refusal.ts';
import { MAIN_NAMESPACES, REFERENCE_NAMESPACES } from './namespaces.ts';
import { readRelationships } from './relationships.ts';
import type { Relationship } from './relationships.ts';
import { refuseUnknownElement } from './rich-text.ts';
import type { DateSystem } from './serial-date.ts';
import { visitElements } from './xml-elements.ts';
import type { XmlElement } from './xml-elements.ts';
import type { ZipPackage } from './zip-package.ts';

/** A worksheet of a workbook. */
export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly part: string;
}

/** What a workbook is made of, as far as a list needs it. Chart sheets, macros and links to other files are left aside. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly dateSystem: DateSystem;
  readonly stylesPart: string | null;
  readonly stringsPart: string | null;
}

interface NamedSheet {
  readonly name: string;
  readonly state: string;
  readonly id: string;
}

/** `true`, `1` and `on` as XML Schema and older writers put it. */
export const isOn = (value: string | undefined): boolean =>
  value === '1' || value === 'true' || value === 'on';

/** Reads the workbook part and its references. */
export async function readWorkbook(zip: ZipPackage): Promise<Workbook> {
  const part = await findWorkbookPart(zip);
  const named: NamedSheet[] = [];
  let dateSystem: DateSystem = '1900';
  const outermost: string[] = [];
  await visitElements(zip, part, MAIN_NAMESPACES, (element) => {
    if (!element.path.includes('/')) outermost.push(element.path);
    if (element.path === 'workbook/workbookPr') dateSystem = dateSystemOf(element);
    if (element.path === 'workbook/sheets/?') refuseUnknownElement('the list of sheets');
    if (element.path === 'workbook/sheets/sheet') named.push(sheetOf(element));
    if (named.length > LIMITS.workbookItems) refuseDamaged('it names too many sheets');
  });
  if (outermost[0] !== 'workbook')
    refuse('not-a-table', 'This is an office document, but not a workbook. Ask for CSV or XLSX.');
  const relationships = await readRelationships(zip, part);
  return {
    sheets: placeSheets(named, relationships),
    dateSystem,
    stylesPart: findPart(zip, relationships, 'styles'),
    stringsPart: findPart(zip, relationships, 'sharedStrings'),
  };
}

async function findWorkbookPart(zip: ZipPackage): Promise<string> {
  const relationships = await readRelationships(zip, '');
  const [document] = [...relationships.values()].filter(
    (relationship) => relationship.kind === 'officeDocument',
  );
  const part = document?.part ?? '';
  if (part.endsWith('.bin')) {
    refuse('binary-workbook', 'This is a binary workbook (.xlsb). Ask for it to be saved as .xlsx.');
  }
  if (part === '' || !zip.has(part)) {
    refuse('not-a-table', 'This is a ZIP container, but not a workbook. Ask for CSV or XLSX.');
  }
  return part;
}

function dateSystemOf(properties: XmlElement): DateSystem {
  if (isOn(properties.attribute('date1904'))) return '1904';
  const isCompatible = properties.attribute('dateCompatibility') ?? '1';
  return isOn(isCompatible) ? '1900' : '1900-without-leap-day';
}

const sheetOf = (element: XmlElement): NamedSheet => ({
  name: element.attribute('name') ?? '',
  state: element.attribute('state') ?? 'visible',
  id: element.attribute('id', REFERENCE_NAMESPACES) ?? '',
});

function placeSheets(
  named: readonly NamedSheet[],
  relationships: ReadonlyMap<string, Relationship>,
): readonly Sheet[] {
  const seen = new Set<string>();
  return named.flatMap((sheet) => {
    const folded = sheet.name.toLowerCase();
    if (seen.has(folded)) refuseDamaged(`two of its sheets are named ${JSON.stringify(sheet.name)}`);
    seen.add(folded);
    const target = relationships.get(sheet.id);
    if (target === undefined) return refuseDamaged(`its sheet ${JSON.stringify(sheet.name)} has no part`);
    if (target.kind !== 'worksheet') return [];
    if (target.part === null)
      return refuseDamaged(`its sheet ${JSON.stringify(sheet.name)} lies in another file`);
    return [{ name: sheet.name, isHidden: sheet.state !== 'visible', part: target.part }];
  });
}

function findPart(
  zip: ZipPackage,
  relationships: ReadonlyMap<string, Relationship>,
  kind: string,
): string | null {
  const parts = [...relationships.values()].filter((relationship) => relationship.kind === kind);
  if (parts.length > 1) refuseDamaged(`it names more than one part for its ${kind}`);
  const part = parts[0]?.part ?? null;
  if (part !== null && !zip.has(part)) refuseDamaged(`its part ${part} is missing`, { part });
  return part;
}
