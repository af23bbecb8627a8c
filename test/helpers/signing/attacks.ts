/**
 * Changes to a signed report that a forger or a careless program might make. Every one has to be noticed.
 *
 * The named families (universal signature forgery, incremental saving, signature wrapping, evil annotation, sneaky
 * signature, shadow) are those of the published research on PDF signatures.
 */
import { PDFDocument } from 'pdf-lib';

/** A changed file and, where one answer is the right one, the code that has to be among the problems. */
export interface Attack {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly code?: string;
}

/** The parts of a signed report that attacks aim at. */
export interface SignedParts {
  readonly text: string;
  readonly gapStart: number;
  readonly gapEnd: number;
  /** Length of the CMS in bytes. */
  readonly cmsLength: number;
  readonly root: string;
  readonly size: number;
  readonly crossReferenceAt: string;
  readonly signatureRef: string;
}

/** Takes a signed report apart. */
export function partsOf(signed: Uint8Array): SignedParts {
  const text = Buffer.from(signed).toString('latin1');
  const gapStart = text.lastIndexOf('/Contents <') + '/Contents '.length;
  const gapEnd = text.indexOf('>', gapStart) + 1;
  const cms = Buffer.from(text.slice(gapStart + 1, gapEnd - 1), 'hex');
  const tail = text.slice(text.lastIndexOf('trailer'));
  return {
    text,
    gapStart,
    gapEnd,
    cmsLength: 4 + cms.readUInt16BE(2),
    root: match(tail, /\/Root (\d+) 0 R/),
    size: Number(match(tail, /\/Size (\d+)/)),
    crossReferenceAt: match(tail, /startxref\s+(\d+)/),
    signatureRef: match(text, /\/DocMDP (\d+ 0 R)/),
  };
}

/** A revision behind the file, as any PDF program appends one. */
export function append(
  signed: Uint8Array,
  objects: Readonly<Record<string, string>>,
  trailer = '',
): Uint8Array {
  const { root, size, crossReferenceAt } = partsOf(signed);
  let body = '';
  let table = 'xref\n';
  for (const [number, content] of Object.entries(objects)) {
    table += `${number} 1\n${String(signed.length + body.length).padStart(10, '0')} 00000 n\r\n`;
    body += `${number} 0 obj\n${content}\nendobj\n`;
  }
  const end = `trailer\n<< /Size ${size + 9} /Root ${root} 0 R /Prev ${crossReferenceAt} ${trailer} >>\nstartxref\n${signed.length + body.length}\n%%EOF\n`;
  return Buffer.concat([signed, Buffer.from(body + table + end, 'latin1')]);
}

/** The newest version of an object, as text. */
function objectText(text: string, number: string): string {
  const start = text.lastIndexOf(`\n${number} 0 obj\n`) + `\n${number} 0 obj\n`.length;
  return text.slice(start, text.indexOf('\nendobj', start));
}

function match(text: string, pattern: RegExp): string {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new Error(`${pattern.source} is not in the report`);
  return found;
}

/** Writes other text of the same length over the bytes at a place. */
export function overwrite(bytes: Uint8Array, at: number, text: string): Uint8Array {
  const changed = Buffer.from(bytes);
  if (at < 0 || at + text.length > changed.length) throw new Error('nothing to overwrite there');
  changed.write(text, at, 'latin1');
  return changed;
}

/** Bytes changed in place. */
export function editsInPlace(signed: Uint8Array): Attack[] {
  const { text, gapStart, gapEnd, cmsLength } = partsOf(signed);
  const date = text.lastIndexOf('/M (D:');
  const range = text.lastIndexOf('/ByteRange [');
  const hex = text.slice(gapStart, gapEnd);
  const stream = text.indexOf('stream\n') + 40;
  const edit = (name: string, at: number, value: string, code?: string): Attack => ({
    name,
    bytes: overwrite(signed, at, value),
    ...(code === undefined ? {} : { code }),
  });
  const lastDigit = gapStart + 2 * cmsLength;
  return [
    edit('a byte of a page', stream, text[stream] === 'A' ? 'B' : 'A', 'content-changed'),
    edit('a word of the tags', text.indexOf('/S /Table'), '/S /TablX', 'content-changed'),
    edit('the attached figures', text.indexOf('figures.json'), 'figurez.json', 'content-changed'),
    edit('the date of the signature', date, '/M (D:2025', 'content-changed'),
    edit('the reason', text.indexOf('/Reason <FEFF0049'), '/Reason <FEFF0050', 'content-changed'),
    edit('the permission of the certification', text.lastIndexOf('/P 1'), '/P 3', 'content-changed'),
    edit('the field flags', text.indexOf('/F 132'), '/F 130', 'content-changed'),
    edit('a comment byte after the header', 10, '#', 'content-changed'),
    edit('a digit of the signature', lastDigit, text[lastDigit] === '0' ? '1' : '0', 'signature-false'),
    edit('the padding behind the signature', lastDigit + 1, '1', 'padding-changed'),
    edit('the last digit of the padding', gapEnd - 2, '1', 'padding-changed'),
    edit('capital digits', gapStart, hex.toUpperCase(), 'signature-text-changed'),
    edit('one capital digit', gapStart + hex.search(/[a-f]/), 'A', 'signature-text-changed'),
    edit('white space in the padding', gapEnd - 3, '  ', 'signature-text-changed'),
    edit('an empty signature', gapStart, `<>${' '.repeat(hex.length - 2)}`),
    edit('a signature of zeros', gapStart, `<${'0'.repeat(hex.length - 2)}>`, 'signature-unreadable'),
    edit('no ByteRange', range, '/ByteRangX ', 'byte-range-malformed'),
    edit('a ByteRange that is nothing', range, '/ByteRange null'.padEnd(40), 'byte-range-malformed'),
    edit('a ByteRange of two numbers', range, '/ByteRange [0 10]'.padEnd(48), 'byte-range-malformed'),
    edit('a ByteRange of six numbers', range, '/ByteRange [0 1 2 3 4 5]'.padEnd(48), 'byte-range-malformed'),
    edit('a ByteRange with a minus', range, '/ByteRange [0 -1 2 3]'.padEnd(48), 'byte-range-malformed'),
    edit(
      'a ByteRange beyond the file',
      range,
      '/ByteRange [0 9 99 99999999]'.padEnd(48),
      'byte-range-outside-file',
    ),
    edit('a ByteRange over nothing', range, '/ByteRange [0 0 0 0]'.padEnd(48), 'byte-range-outside-file'),
    edit(
      'a ByteRange that leaves out more',
      range,
      `/ByteRange [0 9 ${gapEnd} ${signed.length - gapEnd}]`.padEnd(48),
      'gap-not-signature',
    ),
    edit('another kind of signature', text.lastIndexOf('/SubFilter'), '/SubFilter /adbe.x509.rsa_sha1'),
    edit('a field of another type', text.lastIndexOf('/FT /Sig'), '/FT /Btn', 'not-signed'),
    edit('an encryption entry', text.lastIndexOf('/Info '), '/Encrypt 1 0 R'.slice(0, 9)),
    edit('the start of the cross-reference', text.lastIndexOf('startxref\n') + 10, '1'),
    edit(
      'a cross-reference that names itself before',
      text.lastIndexOf('/Prev '),
      `/Prev ${partsOf(signed).crossReferenceAt}`.slice(0, 10),
    ),
  ];
}

/** Bytes added, removed or moved. */
export function additionsAndCuts(signed: Uint8Array): Attack[] {
  const { text, gapStart, gapEnd } = partsOf(signed);
  const join = (...parts: (Uint8Array | string)[]): Uint8Array =>
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));
  const firstEnd = text.lastIndexOf('%%EOF', gapStart) + 5;
  return [
    { name: 'a line feed added', bytes: join(signed, '\n'), code: 'bytes-after-signature' },
    { name: 'eight bytes added', bytes: join(signed, '12345678'), code: 'bytes-after-signature' },
    { name: 'a comment added', bytes: join(signed, '% note\n'), code: 'end-displaced' },
    { name: 'a second end mark added', bytes: join(signed, '%%EOF\n') },
    {
      name: 'a zip added',
      bytes: join(signed, 'PK\u0003\u0004', new Uint8Array(400)),
      code: 'end-displaced',
    },
    { name: 'the report twice', bytes: join(signed, signed) },
    { name: 'bytes before the header', bytes: join('\n', signed), code: 'not-a-pdf' },
    { name: 'a space inside a page', bytes: join(signed.subarray(0, 900), ' ', signed.subarray(900)) },
    { name: 'a byte less in a page', bytes: join(signed.subarray(0, 900), signed.subarray(901)) },
    { name: 'the last byte cut', bytes: signed.subarray(0, -1), code: 'byte-range-outside-file' },
    { name: 'the last kilobyte cut', bytes: signed.subarray(0, -1000), code: 'end-displaced' },
    { name: 'cut in the middle', bytes: signed.subarray(0, signed.length / 2) },
    { name: 'cut to a hundred bytes', bytes: signed.subarray(0, 100), code: 'end-missing' },
    { name: 'cut inside the signature', bytes: signed.subarray(0, gapEnd - 500) },
    { name: 'the signature taken off', bytes: signed.subarray(0, firstEnd), code: 'not-signed' },
    { name: 'line ends changed', bytes: Buffer.from(text.replaceAll('\n', '\r\n'), 'latin1') },
    { name: 'the end with zeros instead of bytes', bytes: join(signed.subarray(0, -20), new Uint8Array(20)) },
  ];
}

/** Revisions behind the report: incremental saving, sneaky and shadow attacks, evil annotations. */
export function appendedRevisions(signed: Uint8Array): Attack[] {
  return [...otherContent(signed), ...otherSignature(signed), ...otherStructure(signed)];
}

type Revision = readonly [name: string, code: string, objects: Record<string, string>, trailer?: string];

function revise(signed: Uint8Array, revisions: readonly Revision[]): Attack[] {
  return revisions.map(([name, code, objects, trailer]) => ({
    name,
    code,
    bytes: append(signed, objects, trailer),
  }));
}

function otherContent(signed: Uint8Array): Attack[] {
  const { text, root, size } = partsOf(signed);
  const catalog = objectText(text, root);
  const page = match(text.slice(text.lastIndexOf('/TU ')), /\/P (\d+) 0 R/);
  const pageText = objectText(text, page);
  const note = '<< /Type /Annot /Subtype /FreeText /Rect [0 0 600 800] /Contents (Qualified) >>';
  const script = '/OpenAction << /S /JavaScript /JS (x) >> /Type';
  const annotated = pageText.replace('/Annots [', `/Annots [${size} 0 R `);
  return [
    ...revise(signed, [
      ['an empty revision', 'bytes-after-signature', {}],
      [
        'other contents of the page',
        'bytes-after-signature',
        { [page]: pageText.replace('/Contents', '/Old') },
      ],
      ['a note on the page', 'bytes-after-signature', { [size]: note, [page]: annotated }],
      ['a script on opening', 'active-content', { [root]: catalog.replace('/Type', script) }],
    ]),
    {
      name: 'objects without a cross-reference',
      bytes: Buffer.concat([signed, Buffer.from(`${page} 0 obj\n${pageText}\nendobj\n`, 'latin1')]),
      code: 'end-displaced',
    },
  ];
}

function otherSignature(signed: Uint8Array): Attack[] {
  const { text, root, size, signatureRef } = partsOf(signed);
  const catalog = objectText(text, root);
  const number = match(signatureRef, /^(\d+)/);
  const signature = objectText(text, number);
  const noRange = signature.replace(/\/ByteRange \[[^\]]*\]/, '');
  const emptied = signature.replace(/\/Contents <[^>]*>/, '/Contents <>');
  const oneMore = catalog.replace(/\/Fields \[/, `/Fields [${size} 0 R `);
  const sameValue = `<< /FT /Sig /T (x) /V ${signatureRef} >>`;
  const circle = `<< /T (x) /Kids [${size} 0 R ${size} 0 R] >>`;
  return [
    ...revise(signed, [
      ['another permission', 'not-certified', { [root]: catalog.replace('/DocMDP', '/UR3') }],
      ['the form removed', 'not-signed', { [root]: catalog.replace('/AcroForm', '/Xcroform') }],
      ['the form emptied', 'not-signed', { [root]: catalog.replace(/\/Fields \[[^\]]*\]/, '/Fields []') }],
      ['a second signature', 'several-signatures', { [root]: oneMore, [size]: sameValue }],
      ['a field in a circle', 'signature-unreadable', { [root]: oneMore, [size]: circle }],
      ['a signature without ByteRange', 'byte-range-malformed', { [number]: noRange }],
      ['a signature without bytes', 'gap-not-signature', { [number]: emptied }],
      ['a missing signature', 'signature-unreadable', { [number]: 'null' }],
    ]),
    { name: 'signature wrapping', bytes: wrapped(signed), code: 'gap-not-signature' },
  ];
}

function otherStructure(signed: Uint8Array): Attack[] {
  const { root, size } = partsOf(signed);
  const stream = `${size} 0 obj\n<< /Type /XRef >>\nstream\n\nendstream\nendobj\n`;
  const end = `startxref\n${signed.length}\n%%EOF\n`;
  return [
    ...revise(signed, [
      ['encryption', 'encrypted', {}, '/Encrypt << /Filter /Standard >>'],
      ['no catalog', 'catalog-unreadable', { [root]: '42' }],
      ['two kinds of cross-reference', 'cross-reference-unreadable', {}, '/XRefStm 10'],
    ]),
    {
      name: 'a cross-reference as a stream',
      bytes: Buffer.concat([signed, Buffer.from(stream + end)]),
      code: 'cross-reference-stream',
    },
  ];
}

/**
 * Signature wrapping: the second signed part moves to the end of the file; at the place that its startxref names stands
 * a table of the forger's, which leads a viewer to the objects where they now are, or to any others.
 */
function wrapped(signed: Uint8Array): Uint8Array {
  const { text, gapEnd, crossReferenceAt } = partsOf(signed);
  const tableAt = Number(crossReferenceAt);
  const table = text.slice(tableAt, text.lastIndexOf('startxref'));
  const shift = tableAt - gapEnd + table.length;
  const movedTable = table.replace(/(\d{10}) (\d{5}) n\r\n/g, (_, offset: string, generation: string) => {
    const moved = Number(offset) > gapEnd ? Number(offset) + shift : Number(offset);
    return `${String(moved).padStart(10, '0')} ${generation} n\r\n`;
  });
  const first = text
    .slice(0, gapEnd)
    .replace(/\/ByteRange \[0 (\d+) \d+ (\d+)\] */, (whole, length: string, rest: string) =>
      `/ByteRange [0 ${length} ${gapEnd + shift} ${rest}]`.padEnd(whole.length),
    );
  const between = '\n>>\nendobj\n'.padEnd(tableAt - gapEnd) + movedTable;
  return Buffer.from(first + between + text.slice(gapEnd), 'latin1');
}

/** Saved again by another program, which writes every object anew. */
export async function savedAgain(signed: Uint8Array, useObjectStreams: boolean): Promise<Uint8Array> {
  const document = await PDFDocument.load(signed, { updateMetadata: false });
  return document.save({ useObjectStreams, updateFieldAppearances: false, addDefaultPage: false });
}
