/**
 * The signature field and all that a tagged PDF/A document needs around it, as one further revision with room for
 * the signature. The field itself is invisible: the words that a reader sees stand on the page, set by the typesetter.
 */
import { createHash } from 'node:crypto';
import type { PDFObject } from 'pdf-lib';
import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFRef } from 'pdf-lib';
import type { SignatureRequest } from '../../services/ports/signing.ts';
import { toPdfDate } from './pdf-date.ts';
import type { PdfFile } from './pdf-file.ts';
import { arrayAt, dictAt, entryOf, hasName, numberIn, readObject, resolve } from './pdf-file.ts';
import type { PdfRevision } from './pdf-revision.ts';
import { beginRevision } from './pdf-revision.ts';

/** A file with an empty place for the signature. */
export interface PreparedPdf {
  readonly bytes: Buffer;
  /** Of the `<` that opens the place, and just behind the `>` that closes it. */
  readonly gapStart: number;
  readonly gapEnd: number;
}

/** Room for a signature, in bytes: an elliptic one takes about 1,000, a long RSA chain with issuers 10,000. */
export const RESERVED_BYTES = 24_000;

/** Printed and locked (ISO 32000-1, 12.5.3). */
const WIDGET_FLAGS = 132;
/** Signatures exist; append only (12.7.2). */
const SIGNATURE_FLAGS = 3;
const BYTE_RANGE_WIDTH = 40;

/** What is being added, as the steps below share it. */
interface Addition {
  readonly file: PdfFile;
  readonly revision: PdfRevision;
  readonly catalogRef: PDFRef;
  readonly catalog: PDFDict;
  readonly pageRef: PDFRef;
  readonly signatureRef: PDFRef;
  readonly widgetRef: PDFRef;
  readonly formRef: PDFRef;
}

/** Adds the field. Throws where the document is not a tagged one of our typesetter: a defect, not a refusal. */
export function prepareSignature(file: PdfFile, signerName: string, request: SignatureRequest): PreparedPdf {
  const addition = beginAddition(file);
  const { revision, signatureRef } = addition;
  const structParent = addToStructure(addition);
  addToCatalog(addition);
  addToPage(addition);
  revision.put(addition.widgetRef, widget(addition, signerName, structParent));
  const signature = signatureText(signerName, request);
  revision.put(signatureRef, Buffer.from(signature, 'latin1'));
  const identifier = createHash('sha256').update(file.bytes).update(signature).digest().subarray(0, 16);
  const { bytes, positions } = revision.finish(identifier);
  const position = positions.get(signatureRef) ?? 0;
  const gapStart = position + signature.indexOf('/Contents <') + '/Contents '.length;
  const gapEnd = gapStart + 2 * RESERVED_BYTES + 2;
  const byteRange = `[0 ${gapStart} ${gapEnd} ${bytes.length - gapEnd}]`.padEnd(BYTE_RANGE_WIDTH);
  bytes.write(byteRange, position + signature.indexOf('/ByteRange ') + '/ByteRange '.length, 'latin1');
  return { bytes, gapStart, gapEnd };
}

function beginAddition(file: PdfFile): Addition {
  const catalogRef = entryOf(file.trailer, 'Root');
  const catalog = catalogRef instanceof PDFRef ? readObject(file, catalogRef) : undefined;
  if (!(catalogRef instanceof PDFRef) || !(catalog instanceof PDFDict))
    throw new Error('the PDF has no catalog');
  for (const key of ['AcroForm', 'Perms']) {
    if (entryOf(catalog, key) !== undefined)
      throw new Error(`the PDF has ${key} already: it was signed or is a form`);
  }
  const revision = beginRevision(file);
  const [signatureRef, widgetRef, formRef] = [revision.reserve(), revision.reserve(), revision.reserve()];
  return {
    file,
    revision,
    catalogRef,
    catalog,
    pageRef: firstPage(file, catalog),
    signatureRef,
    widgetRef,
    formRef,
  };
}

function firstPage(file: PdfFile, catalog: PDFDict): PDFRef {
  let node = dictAt(file, catalog, 'Pages');
  for (let depth = 0; node !== undefined && depth < 32; depth += 1) {
    const kid: PDFObject | undefined = arrayAt(file, node, 'Kids')?.get(0);
    if (!(kid instanceof PDFRef)) break;
    const child = resolve(file, kid);
    if (!(child instanceof PDFDict)) break;
    if (hasName(file, child, 'Type', 'Page')) return kid;
    node = child;
  }
  throw new Error('the PDF has no first page');
}

/** Catalog: the form with its one field, and the certification that permits no change. */
function addToCatalog({ file, revision, catalogRef, catalog, widgetRef, signatureRef }: Addition): void {
  const form = dictOf(file, [
    ['Fields', arrayOf(file, [widgetRef])],
    ['SigFlags', PDFNumber.of(SIGNATURE_FLAGS)],
  ]);
  catalog.set(PDFName.of('AcroForm'), form);
  catalog.set(PDFName.of('Perms'), dictOf(file, [['DocMDP', signatureRef]]));
  revision.put(catalogRef, catalog);
}

function addToPage({ file, revision, pageRef, widgetRef }: Addition): void {
  const page = readObject(file, pageRef);
  if (!(page instanceof PDFDict)) throw new Error('the first page of the PDF is no dictionary');
  const annotations = arrayOf(file, arrayAt(file, page, 'Annots')?.asArray() ?? []);
  annotations.push(widgetRef);
  page.set(PDFName.of('Annots'), annotations);
  page.set(PDFName.of('Tabs'), PDFName.of('S'));
  revision.put(pageRef, page);
}

function widget(
  { file, pageRef, signatureRef }: Addition,
  signerName: string,
  structParent: number,
): PDFDict {
  const zero = PDFNumber.of(0);
  return dictOf(file, [
    ['Type', PDFName.of('Annot')],
    ['Subtype', PDFName.of('Widget')],
    ['FT', PDFName.of('Sig')],
    ['T', PDFHexString.fromText('FirmSignature')],
    ['TU', PDFHexString.fromText(`Signature of ${signerName}`)],
    ['V', signatureRef],
    ['P', pageRef],
    ['Rect', arrayOf(file, [zero, zero, zero, zero])],
    ['F', PDFNumber.of(WIDGET_FLAGS)],
    ['StructParent', PDFNumber.of(structParent)],
  ]);
}

/** Puts the field into the tag tree as a Form under the Document element; answers its key in the parent tree. */
function addToStructure(addition: Addition): number {
  const { file, revision, catalog, formRef, widgetRef, pageRef } = addition;
  const rootRef = entryOf(catalog, 'StructTreeRoot');
  const root = resolve(file, rootRef);
  if (!(rootRef instanceof PDFRef) || !(root instanceof PDFDict)) throw new Error('the PDF is not tagged');
  const documentRef = documentElement(file, root);
  const document = readObject(file, documentRef);
  if (!(document instanceof PDFDict)) throw new Error('the Document element of the PDF is no dictionary');
  const kids = resolve(file, entryOf(document, 'K'));
  const children =
    kids instanceof PDFArray ? kids.asArray() : [entryOf(document, 'K')].filter((kid) => kid !== undefined);
  document.set(PDFName.of('K'), arrayOf(file, [...children, formRef]));
  revision.put(documentRef, document);
  const content = dictOf(file, [
    ['Type', PDFName.of('OBJR')],
    ['Obj', widgetRef],
    ['Pg', pageRef],
  ]);
  revision.put(
    formRef,
    dictOf(file, [
      ['Type', PDFName.of('StructElem')],
      ['S', PDFName.of('Form')],
      ['P', documentRef],
      ['Pg', pageRef],
      ['K', content],
    ]),
  );
  const key = addToParentTree(addition, root);
  revision.put(rootRef, root);
  return key;
}

function documentElement(file: PdfFile, root: PDFDict): PDFRef {
  const kids = resolve(file, entryOf(root, 'K'));
  const candidates = kids instanceof PDFArray ? kids.asArray() : [entryOf(root, 'K')];
  for (const candidate of candidates) {
    const element = resolve(file, candidate);
    if (
      candidate instanceof PDFRef &&
      element instanceof PDFDict &&
      hasName(file, element, 'S', 'Document')
    ) {
      return candidate;
    }
  }
  throw new Error('the tag tree of the PDF has no Document element');
}

/** The parent tree is a number tree (7.9.7): either its numbers stand in the root, or in kids with limits. */
function addToParentTree({ file, revision, formRef }: Addition, root: PDFDict): number {
  const key = numberIn(root, 'ParentTreeNextKey');
  const treeRef = entryOf(root, 'ParentTree');
  const tree = resolve(file, treeRef);
  if (key === undefined || !(tree instanceof PDFDict))
    throw new Error('the tag tree of the PDF has no parent tree');
  const numbers = [PDFNumber.of(key), formRef];
  const kids = arrayAt(file, tree, 'Kids');
  if (kids === undefined) {
    const present = arrayAt(file, tree, 'Nums')?.asArray() ?? [];
    tree.set(PDFName.of('Nums'), arrayOf(file, [...present, ...numbers]));
  } else {
    const kidRef = revision.reserve();
    const limits = arrayOf(file, [PDFNumber.of(key), PDFNumber.of(key)]);
    revision.put(
      kidRef,
      dictOf(file, [
        ['Limits', limits],
        ['Nums', arrayOf(file, numbers)],
      ]),
    );
    tree.set(PDFName.of('Kids'), arrayOf(file, [...kids.asArray(), kidRef]));
  }
  if (treeRef instanceof PDFRef) revision.put(treeRef, tree);
  else root.set(PDFName.of('ParentTree'), tree);
  root.set(PDFName.of('ParentTreeNextKey'), PDFNumber.of(key + 1));
  return key;
}

/** The signature dictionary as text, because the places of two of its values have to be known to the byte. */
function signatureText(signerName: string, { reason, signedAt, location }: SignatureRequest): string {
  const parameters = '<< /Type /TransformParams /P 1 /V /1.2 >>';
  const entries = [
    '/Type /Sig',
    '/Filter /Adobe.PPKLite',
    '/SubFilter /ETSI.CAdES.detached',
    `/Name ${textString(signerName)}`,
    `/M (${toPdfDate(signedAt)})`,
    `/Reason ${textString(reason)}`,
    ...(location === '' ? [] : [`/Location ${textString(location)}`]),
    `/Reference [<< /Type /SigRef /TransformMethod /DocMDP /TransformParams ${parameters} >>]`,
    `/ByteRange ${' '.repeat(BYTE_RANGE_WIDTH)}`,
    `/Contents <${'0'.repeat(2 * RESERVED_BYTES)}>`,
  ];
  return `<<\n${entries.join('\n')}\n>>`;
}

function textString(text: string): string {
  return PDFHexString.fromText(text).toString();
}

function dictOf(file: PdfFile, entries: readonly (readonly [string, PDFObject])[]): PDFDict {
  const dict = PDFDict.withContext(file.context);
  for (const [key, value] of entries) dict.set(PDFName.of(key), value);
  return dict;
}

function arrayOf(file: PdfFile, items: readonly PDFObject[]): PDFArray {
  const array = PDFArray.withContext(file.context);
  for (const item of items) array.push(item);
  return array;
}
