/** The whole structure of a tagged document, read from the file itself. */
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib';
import type { PDFObject } from 'pdf-lib';

/** An element of the structure. */
export interface StructureElement {
  readonly role: string;
  readonly alt: string | null;
  /** Nothing below it is content. */
  readonly isEmpty: boolean;
  /** The scope of a head cell, as `/Column`; empty for other elements. */
  readonly scope: string;
}

/** Every element in reading order. */
export async function readStructure(pdf: Uint8Array): Promise<readonly StructureElement[]> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const found: StructureElement[] = [];
  const look = (object: PDFObject | undefined): PDFObject | undefined => document.context.lookup(object);
  const kidsOf = (dict: PDFDict): readonly (PDFObject | undefined)[] => {
    const kids = look(dict.get(PDFName.of('K')));
    if (kids instanceof PDFArray) return kids.asArray().map(look);
    return kids === undefined ? [] : [kids];
  };
  /** Adds the element and what is below it; answers whether it holds content. */
  const walk = (object: PDFObject | undefined): boolean => {
    if (!(object instanceof PDFDict) || !object.has(PDFName.of('S'))) return object !== undefined;
    const place = found.length;
    const role = String(object.get(PDFName.of('S'))).slice(1);
    found.push({ role, alt: altOf(object), isEmpty: true, scope: scopeOf(object, look) });
    const isFull = kidsOf(object).map(walk).includes(true);
    const element = found[place];
    if (isFull && element !== undefined) found[place] = { ...element, isEmpty: false };
    return isFull;
  };
  const root = look(document.catalog.get(PDFName.of('StructTreeRoot')));
  if (root instanceof PDFDict) kidsOf(root).forEach(walk);
  return found;
}

function altOf(dict: PDFDict): string | null {
  const alt = dict.get(PDFName.of('Alt'));
  return alt instanceof PDFString || alt instanceof PDFHexString ? alt.decodeText() : null;
}

function scopeOf(dict: PDFDict, look: (object: PDFObject | undefined) => PDFObject | undefined): string {
  const attributes = look(dict.get(PDFName.of('A')));
  const all = attributes instanceof PDFArray ? attributes.asArray().map(look) : [attributes];
  const scopes = all.flatMap((one) => (one instanceof PDFDict ? [one.get(PDFName.of('Scope'))] : []));
  return scopes.map((scope) => (scope === undefined ? '' : String(scope))).join('');
}
