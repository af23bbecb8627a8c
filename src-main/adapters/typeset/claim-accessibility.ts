/**
 * Adds the statement of PDF/UA-1 to a document that was exported as PDF/A-3a and passed the accessibility export.
 *
 * The typesetter can state one standard only. The statement is a property in the metadata, declared as PDF/A asks
 * (ISO 19005-3, 6.6.2.3), and the title in the window bar. Two objects are rewritten in place and the classic
 * cross-reference table is moved along; every other byte stays as the typesetter wrote it. Runs before signing.
 */

/** A stretch of the file and what takes its place. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const NAMESPACE = 'http://www.aiim.org/pdfua/ns/id/';

const DECLARATION = [
  '<rdf:li rdf:parseType="Resource">',
  '<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>',
  `<pdfaSchema:namespaceURI>${NAMESPACE}</pdfaSchema:namespaceURI>`,
  '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>',
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">',
  '<pdfaProperty:category>internal</pdfaProperty:category>',
  '<pdfaProperty:description>Part of the PDF/UA standard that the document meets</pdfaProperty:description>',
  '<pdfaProperty:name>part</pdfaProperty:name>',
  '<pdfaProperty:valueType>Integer</pdfaProperty:valueType>',
  '</rdf:li></rdf:Seq></pdfaSchema:property>',
  '</rdf:li>',
].join('');

const STATEMENT = `<pdfuaid:part xmlns:pdfuaid="${NAMESPACE}">1</pdfuaid:part>`;
const SCHEMAS = '<pdfaExtension:schemas><rdf:Bag>';
const DESCRIPTION_END = '</rdf:Description>';
/** A line of the table: ten digits of offset, five of generation, a letter and the line end. */
const ENTRY_LENGTH = 20;

/** The document with the statement. The same bytes in give the same bytes out. */
export function claimAccessibility(pdf: Uint8Array): Uint8Array {
  // Latin-1 keeps one character per byte, so places in the text are places in the file.
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const tableAt = Number(required(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64))?.[1], 'startxref'));
  const offsets = readTable(text, tableAt);
  const trailer = text.slice(text.indexOf('trailer', tableAt));
  const catalogAt = offsetOf(offsets, /\/Root (\d+) 0 R/.exec(trailer)?.[1], 'catalog');
  const catalog = text.slice(catalogAt, text.indexOf('endobj', catalogAt));
  const metadataAt = offsetOf(offsets, /\/Metadata (\d+) 0 R/.exec(catalog)?.[1], 'metadata');
  const edits = [catalogEdit(catalog, catalogAt), ...metadataEdits(text, metadataAt)].sort(
    (one, other) => one.start - other.start,
  );
  return Buffer.from(rewritten(text, tableAt, offsets, edits), 'latin1');
}

function catalogEdit(catalog: string, at: number): Edit {
  const preferences = catalog.indexOf('/ViewerPreferences');
  const opening = preferences === -1 ? -1 : catalog.indexOf('<<', preferences);
  if (opening !== -1)
    return { start: at + opening + 2, end: at + opening + 2, text: ' /DisplayDocTitle true' };
  const start = at + catalog.indexOf('<<') + 2;
  return { start, end: start, text: '\n  /ViewerPreferences << /DisplayDocTitle true >>' };
}

function metadataEdits(text: string, at: number): readonly Edit[] {
  const end = text.indexOf('endstream', at);
  const schemas = text.indexOf(SCHEMAS, at) + SCHEMAS.length;
  const closing = text.indexOf(DESCRIPTION_END, at);
  const length = /\/Length (\d+)/.exec(text.slice(at, at + 200));
  const isFound = schemas >= SCHEMAS.length && schemas < closing && closing < end;
  if (!isFound || length === null)
    throw new Error('the metadata has no place for the accessibility statement');
  const grown = Number(length[1]) + DECLARATION.length + STATEMENT.length;
  const lengthAt = at + length.index;
  return [
    { start: lengthAt, end: lengthAt + length[0].length, text: `/Length ${String(grown)}` },
    { start: schemas, end: schemas, text: DECLARATION },
    { start: closing, end: closing, text: STATEMENT },
  ];
}

/** The file with its edits, the table of places moved along. */
function rewritten(
  text: string,
  tableAt: number,
  offsets: readonly number[],
  edits: readonly Edit[],
): string {
  const shifted = (place: number): number =>
    edits.reduce(
      (sum, { start, end, text: put }) => (start < place ? sum + put.length - (end - start) : sum),
      place,
    );
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end, text: put } of edits) {
    pieces.push(text.slice(from, start), put);
    from = end;
  }
  const firstEntry = entriesAt(text, tableAt);
  pieces.push(text.slice(from, firstEntry));
  offsets.forEach((offset, index) => {
    const line = text.slice(firstEntry + index * ENTRY_LENGTH, firstEntry + (index + 1) * ENTRY_LENGTH);
    pieces.push(line.charAt(17) === 'n' ? `${padded(shifted(offset))}${line.slice(10)}` : line);
  });
  const rest = text.slice(firstEntry + offsets.length * ENTRY_LENGTH);
  pieces.push(rest.replace(/startxref(\s+)\d+/, `startxref$1${String(shifted(tableAt))}`));
  return pieces.join('');
}

const padded = (offset: number): string => String(offset).padStart(10, '0');

/** The offsets of a table with one section, from object 0 on, as the typesetter writes it. */
function readTable(text: string, tableAt: number): readonly number[] {
  const count = Number(required(/^xref\s+0 (\d+)\s/.exec(text.slice(tableAt, tableAt + 40))?.[1], 'xref'));
  const first = entriesAt(text, tableAt);
  return Array.from({ length: count }, (_, index) =>
    Number(text.slice(first + index * ENTRY_LENGTH, first + index * ENTRY_LENGTH + 10)),
  );
}

const entriesAt = (text: string, tableAt: number): number =>
  tableAt + (/^xref\s+0 \d+\s+/.exec(text.slice(tableAt, tableAt + 40))?.[0].length ?? 0);

function offsetOf(offsets: readonly number[], number: string | undefined, name: string): number {
  return required(offsets[Number(required(number, name))], name);
}

function required<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`the typesetter wrote no ${name} where one is expected`);
  return value;
}
