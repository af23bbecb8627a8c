import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
  decodePDFRawStream,
} from 'pdf-lib';

/** The content of a file attached to a PDF document by the catalog's list of associated files; `null` where there is none. */
export async function attachedFile(pdf: Uint8Array, name: string): Promise<Uint8Array | null> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const attached = document.catalog.lookupMaybe(PDFName.of('AF'), PDFArray);
  const specifications = attached?.asArray().map((_, index) => attached.lookup(index, PDFDict)) ?? [];
  const found = specifications.find((specification) => nameOf(specification) === name);
  const stream = found?.lookup(PDFName.of('EF'), PDFDict).lookup(PDFName.of('F'));
  return stream instanceof PDFRawStream ? decodePDFRawStream(stream).decode() : null;
}

function nameOf(specification: PDFDict): string | undefined {
  const name = specification.lookupMaybe(PDFName.of('UF'), PDFString, PDFHexString);
  return (name ?? specification.lookupMaybe(PDFName.of('F'), PDFString, PDFHexString))?.decodeText();
}
