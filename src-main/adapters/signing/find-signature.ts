/** Finding the one signature of a report the way a viewer does: catalog, form, field, value; never by searching text. */
import type { PDFObject } from 'pdf-lib';
import { PDFArray, PDFDict, PDFHexString, PDFName, PDFRef, PDFString } from 'pdf-lib';
import type { ReportFinding } from '../../services/ports/signing.ts';
import type { Result } from '../../../shared/lib/result.ts';
import { err, ok } from '../../../shared/lib/result.ts';
import type { PdfFile } from './pdf-file.ts';
import { arrayAt, dictAt, entryOf, hasName, numberIn, readObject, resolve } from './pdf-file.ts';

/** The signature as the document presents it; nothing of it has been checked yet. */
export interface FoundSignature {
  /** The four numbers, or undefined where they are not four plain numbers. */
  readonly byteRange: readonly [number, number, number, number] | undefined;
  /** The hexadecimal text of Contents. */
  readonly contents: string;
  readonly subFilter: string;
  /** M, as it stands. */
  readonly date: string;
  readonly reason: string | null;
  readonly location: string | null;
  readonly permitsNoChange: boolean;
  /** Scripts and actions that run when the document is opened. */
  readonly hasActiveContent: boolean;
}

const MOST_FIELDS = 256;

/** Finds it; a document with none or several is refused. */
export function findSignature(file: PdfFile): Result<FoundSignature, ReportFinding> {
  if (entryOf(file.trailer, 'Encrypt') !== undefined) {
    return err({ code: 'encrypted', message: 'The file is encrypted; a report signed by Tickmark is not.' });
  }
  const catalog = dictAt(file, file.trailer, 'Root');
  if (catalog === undefined) {
    return err({ code: 'catalog-unreadable', message: 'The catalog of the PDF cannot be read.' });
  }
  const values = signatureValues(file, catalog);
  if (!values.ok) return values;
  const [value, ...others] = values.value;
  if (value === undefined) return err({ code: 'not-signed', message: 'The document holds no signature.' });
  if (others.length > 0) {
    const message = `The document holds ${values.value.length} signatures; a report signed by Tickmark holds one.`;
    return err({ code: 'several-signatures', message });
  }
  const signature = value instanceof PDFRef ? readObject(file, value) : undefined;
  if (!(signature instanceof PDFDict)) return err(unreadable('its dictionary is missing'));
  const contents = entryOf(signature, 'Contents');
  if (!(contents instanceof PDFHexString)) return err(unreadable('it has no Contents in hexadecimal'));
  return ok({
    byteRange: byteRangeOf(signature),
    contents: contents.asString(),
    subFilter: nameText(entryOf(signature, 'SubFilter')),
    date: textOf(entryOf(signature, 'M')) ?? '',
    reason: textOf(entryOf(signature, 'Reason')),
    location: textOf(entryOf(signature, 'Location')),
    permitsNoChange: isCertification(file, catalog, signature, value),
    hasActiveContent: hasActiveContent(file, catalog),
  });
}

interface Field {
  readonly object: PDFObject;
  /** The type comes down from the field above where the field itself has none. */
  readonly isBelowSignature: boolean;
}

/** The values of all signature fields; the walk over a hostile tree of fields ends at a limit. */
function signatureValues(file: PdfFile, catalog: PDFDict): Result<readonly PDFObject[], ReportFinding> {
  const form = dictAt(file, catalog, 'AcroForm');
  const waiting = form === undefined ? [] : fieldsAt(file, form, 'Fields', false);
  const values: PDFObject[] = [];
  for (const { object, isBelowSignature } of waiting) {
    if (waiting.length > MOST_FIELDS) return err(unreadable('the form has more fields than any report'));
    const field = resolve(file, object);
    if (!(field instanceof PDFDict)) return err(unreadable('a field of the form is missing'));
    const type = entryOf(field, 'FT');
    const isSignature = type === undefined ? isBelowSignature : resolve(file, type) === PDFName.of('Sig');
    const value = entryOf(field, 'V');
    if (isSignature && value !== undefined) values.push(value);
    // The loop goes on over what is added to its end.
    waiting.push(...fieldsAt(file, field, 'Kids', isSignature));
  }
  return ok(values);
}

function fieldsAt(file: PdfFile, dict: PDFDict, key: string, isBelowSignature: boolean): Field[] {
  const objects = arrayAt(file, dict, key)?.asArray() ?? [];
  return objects.slice(0, MOST_FIELDS + 1).map((object) => ({ object, isBelowSignature }));
}

function byteRangeOf(signature: PDFDict): FoundSignature['byteRange'] {
  const array = entryOf(signature, 'ByteRange');
  if (!(array instanceof PDFArray) || array.size() !== 4) return undefined;
  const [start, length, next, rest] = array.asArray().map((item) => {
    const text = item.toString();
    return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
  });
  if (start === undefined || length === undefined || next === undefined || rest === undefined)
    return undefined;
  return [start, length, next, rest];
}

/** The catalog names this signature as the one that certifies, and its transform permits nothing. */
function isCertification(file: PdfFile, catalog: PDFDict, signature: PDFDict, value: PDFObject): boolean {
  const permissions = dictAt(file, catalog, 'Perms');
  // References are one object per number in pdf-lib, so identity compares them.
  if (permissions === undefined || entryOf(permissions, 'DocMDP') !== value) return false;
  const references = arrayAt(file, signature, 'Reference');
  const reference = references?.size() === 1 ? resolve(file, references.get(0)) : undefined;
  if (!(reference instanceof PDFDict) || !hasName(file, reference, 'TransformMethod', 'DocMDP')) return false;
  const parameters = dictAt(file, reference, 'TransformParams');
  return parameters !== undefined && numberIn(parameters, 'P') === 1;
}

function hasActiveContent(file: PdfFile, catalog: PDFDict): boolean {
  if (entryOf(catalog, 'AA') !== undefined) return true;
  const names = dictAt(file, catalog, 'Names');
  if (names !== undefined && entryOf(names, 'JavaScript') !== undefined) return true;
  const action = dictAt(file, catalog, 'OpenAction');
  return action !== undefined && !hasName(file, action, 'S', 'GoTo');
}

function nameText(object: PDFObject | undefined): string {
  return object instanceof PDFName ? object.decodeText() : '';
}

function textOf(object: PDFObject | undefined): string | null {
  return object instanceof PDFHexString || object instanceof PDFString ? object.decodeText() : null;
}

function unreadable(why: string): ReportFinding {
  return { code: 'signature-unreadable', message: `The signature cannot be read: ${why}.` };
}
