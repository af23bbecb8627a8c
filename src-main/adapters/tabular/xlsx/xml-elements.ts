import { SaxesParser } from 'saxes';
import type { SaxesAttributeNS, SaxesTagNS } from 'saxes';
import { LIMITS } from '../limits.ts';
import { TableRefusal, refuse, refuseDamaged } from '../refusal.ts';
import { refuseDocumentType } from './xml-scanner.ts';
import { xmlText } from './xml-text.ts';
import type { ZipPackage } from './zip-package.ts';

/** One element of a part that describes the workbook. */
export interface XmlElement {
  /** Local names from the outermost element to this one, as in `workbook/sheets/sheet`; elements of other namespaces are `?`. */
  readonly path: string;
  /** Value of an attribute; without namespaces, of one that has no prefix. */
  attribute(local: string, namespaces?: ReadonlySet<string>): string | undefined;
}

/** Visits the elements of a small part in order; text between them is of no interest. */
export async function visitElements(
  zip: ZipPackage,
  part: string,
  namespaces: ReadonlySet<string>,
  visit: (element: XmlElement) => void,
): Promise<void> {
  const parser = new SaxesParser({ xmlns: true });
  const path: string[] = [];
  parser.on('doctype', () => refuseDocumentType(part));
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    path.push(namespaces.has(tag.uri) ? tag.local : '?');
    if (path.length > LIMITS.xmlDepth)
      refuseDamaged(`its part ${part} nests its elements too deeply`, { part });
    visit({ path: path.join('/'), attribute: (local, of) => findAttribute(tag, local, of) });
  });
  parser.on('closetag', () => path.pop());
  let size = 0;
  for await (const text of xmlText(part, zip.read(part))) {
    size += text.length;
    if (size > LIMITS.descriptionBytes) {
      refuse('expands-too-much', `The part ${part} is larger than is accepted.`, {
        part,
        limit: LIMITS.descriptionBytes,
      });
    }
    translate(part, () => parser.write(text));
  }
  translate(part, () => parser.close());
}

function translate(part: string, step: () => void): void {
  try {
    step();
  } catch (error) {
    if (error instanceof TableRefusal) throw error;
    refuseDamaged(`its part ${part} is not well-formed XML`, { part });
  }
}

function findAttribute(tag: SaxesTagNS, local: string, namespaces?: ReadonlySet<string>): string | undefined {
  const fits = (attribute: SaxesAttributeNS): boolean =>
    attribute.local === local &&
    (namespaces === undefined ? attribute.prefix === '' : namespaces.has(attribute.uri));
  return Object.values(tag.attributes).find(fits)?.value;
}
