import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFRef } from 'pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { signReport } from '../../../../../src-main/adapters/signing/sign-pdf.ts';
import { verifyReportBytes } from '../../../../../src-main/adapters/signing/verify-report.ts';
import type { FirmKeyHandle } from '../../../../../src-main/services/ports/signing.ts';
import { makeFirmKey, openKeyFile, REQUEST } from '../../../../helpers/signing/firm-keys.ts';
import {
  makeIssuedKeyFile,
  makeKeyFile,
  PASSPHRASE,
  RSA_3072,
} from '../../../../helpers/signing/openssl-keys.ts';
import { hasTool } from '../../../../helpers/signing/outside-tool.ts';
import { makeReportPdf } from '../../../../helpers/signing/report-pdf.ts';

const hasOpenssl = hasTool('openssl', 'version');
let key: FirmKeyHandle;
let unsigned: Uint8Array;
let signed: Uint8Array;
let document: PDFDocument;
let before: PDFDocument;

const name = (text: string): PDFName => PDFName.of(text);

/** The dictionary at the end of a path of keys and positions. */
function at(from: PDFDict | PDFArray, ...path: (string | number)[]): PDFDict {
  let current: unknown = from;
  for (const step of path) {
    if (current instanceof PDFDict && typeof step === 'string') current = current.lookup(name(step));
    else if (current instanceof PDFArray && typeof step === 'number') current = current.lookup(step);
  }
  if (current instanceof PDFDict) return current;
  throw new Error(`no dictionary at ${path.join(' ')}`);
}

beforeAll(async () => {
  key = await makeFirmKey();
  unsigned = makeReportPdf();
  signed = signReport(unsigned, key, REQUEST);
  document = await PDFDocument.load(signed, { updateMetadata: false });
  before = await PDFDocument.load(unsigned, { updateMetadata: false });
});

describe('a signed report', () => {
  it('leaves every byte of the document in place and adds a revision', () => {
    expect(Buffer.from(signed.subarray(0, unsigned.length)).equals(unsigned)).toBe(true);
    expect(signed.length - unsigned.length).toBeLessThan(62_000);
  });

  it('certifies the document against every change', () => {
    const { catalog } = document;
    const signature = at(catalog, 'AcroForm', 'Fields', 0, 'V');
    expect(at(catalog, 'AcroForm').lookup(name('SigFlags'))).toEqual(PDFNumber.of(3));
    expect(at(catalog, 'Perms', 'DocMDP')).toBe(signature);
    expect(signature.lookup(name('SubFilter'))).toBe(name('ETSI.CAdES.detached'));
    expect(signature.lookup(name('M'))?.toString()).toBe('(D:20260714153000Z)');
    expect(signature.lookup(name('Reason'), PDFHexString).decodeText()).toBe(REQUEST.reason);
    const reference = at(signature, 'Reference', 0);
    expect(reference.lookup(name('TransformMethod'))).toBe(name('DocMDP'));
    expect(at(reference, 'TransformParams').lookup(name('P'))).toEqual(PDFNumber.of(1));
  });

  it('has room for 24,000 bytes of signature', () => {
    const signature = at(document.catalog, 'AcroForm', 'Fields', 0, 'V');
    expect(signature.lookup(name('Contents'), PDFHexString).asBytes().length).toBe(24_000);
  });

  it('keeps tags, language, profile, attachments, outline and metadata', () => {
    const kept = [
      'StructTreeRoot',
      'MarkInfo',
      'Lang',
      'OutputIntents',
      'AF',
      'Names',
      'Outlines',
      'Metadata',
    ];
    for (const entry of kept) {
      const [now, then] = [document.catalog.get(name(entry)), before.catalog.get(name(entry))];
      expect(then, entry).toBeDefined();
      expect(String(now), entry).toBe(String(then));
    }
  });

  it('has its field in the tag tree, where a screen reader finds it', () => {
    const root = at(document.catalog, 'StructTreeRoot');
    const field = at(document.catalog, 'AcroForm', 'Fields', 0);
    const nextKey = root.lookup(name('ParentTreeNextKey'), PDFNumber).asNumber();
    const parent = field.lookup(name('StructParent'), PDFNumber).asNumber();
    expect(parent).toBe(nextKey - 1);
    const numbers = at(root, 'ParentTree').lookup(name('Nums'), PDFArray);
    const form = numbers.lookup(numbers.asArray().length - 1, PDFDict);
    expect(String(numbers.get(numbers.size() - 2))).toBe(String(parent));
    expect(form.lookup(name('S'))).toBe(name('Form'));
    expect(at(form, 'K').lookup(name('Type'))).toBe(name('OBJR'));
    expect(at(form, 'K', 'Obj')).toBe(field);
    const top = form.lookup(name('P'), PDFDict);
    expect(top.lookup(name('S'))).toBe(name('Document'));
    expect(top.lookup(name('K'), PDFArray).asArray().at(-1)).toBe(numbers.get(numbers.size() - 1));
  });

  it('has a printed, locked, named field on a page with structure tab order', () => {
    const field = at(document.catalog, 'AcroForm', 'Fields', 0);
    expect(field.lookup(name('F'))).toEqual(PDFNumber.of(132));
    expect(field.lookup(name('TU'), PDFHexString).decodeText()).toBe('Signature of Harbor & Finch, LLP');
    const page = document.getPage(0).node;
    expect(page.lookup(name('Tabs'))).toBe(name('S'));
    expect(at(field, 'P')).toBe(page);
    expect(page.lookup(name('Annots'), PDFArray).asArray()).toContain(
      at(document.catalog, 'AcroForm').lookup(name('Fields'), PDFArray).get(0),
    );
  });

  it('keeps the first half of its identifier and changes the second', () => {
    const trailer = Buffer.from(signed).toString('latin1').split('trailer').at(-1) ?? '';
    const [, first, second] = /\/ID \[ (\(.*\)) <([0-9a-f]{32})> \]/s.exec(trailer) ?? [];
    expect(first).toBeDefined();
    expect(Buffer.from(unsigned).toString('latin1')).toContain(first);
    expect(second).toMatch(/^[0-9a-f]{32}$/);
  });

  it('refers to objects that exist', () => {
    const references = [...document.catalog.values()].filter((value) => value instanceof PDFRef);
    expect(
      references.map((ref) => document.context.lookup(ref)).every((object) => object !== undefined),
    ).toBe(true);
  });
});

describe('signing', () => {
  it('gives other bytes each time with P-256 and still verifies', () => {
    const again = signReport(unsigned, key, REQUEST);
    expect(Buffer.from(again).equals(signed)).toBe(false);
    expect(verifyReportBytes(again, { knownFirmFingerprints: [] }).unchanged).toBe(true);
  });

  it.skipIf(!hasOpenssl)('gives the same bytes each time with RSA', async () => {
    const rsa = await openKeyFile(makeKeyFile(RSA_3072), PASSPHRASE);
    const first = signReport(unsigned, rsa, REQUEST);
    expect(Buffer.from(signReport(unsigned, rsa, REQUEST)).equals(first)).toBe(true);
    const later = signReport(unsigned, rsa, { ...REQUEST, signedAt: '2026-07-14T15:30:01Z' });
    expect(Buffer.from(later).equals(first)).toBe(false);
  });

  it.skipIf(!hasOpenssl)('binds the issuer of a certificate as well', async () => {
    const issued = await openKeyFile(makeIssuedKeyFile(), PASSPHRASE);
    const answer = verifyReportBytes(signReport(unsigned, issued, REQUEST), { knownFirmFingerprints: [] });
    expect(answer.unchanged).toBe(true);
    expect(answer.signature?.issuers.map((issuer) => issuer.name)).toEqual(['Example Authority']);
    expect(answer.remarks.map(({ code }) => code)).not.toContain('certificate-self-signed');
  });

  it('works on a document with many pages and on one for PDF/UA', () => {
    for (const pdf of [makeReportPdf('ua-1'), makeReportPdf('a-3a', 150)]) {
      expect(
        verifyReportBytes(signReport(pdf, key, REQUEST), { knownFirmFingerprints: [] }).problems,
      ).toEqual([]);
    }
  });

  it('extends a parent tree that is spread over kids', async () => {
    const spread = await PDFDocument.load(unsigned, { updateMetadata: false });
    const root = at(spread.catalog, 'StructTreeRoot');
    const numbers = at(root, 'ParentTree').lookup(name('Nums'), PDFArray);
    const limits = [0, root.lookup(name('ParentTreeNextKey'), PDFNumber).asNumber() - 1];
    const kid = spread.context.register(spread.context.obj({ Nums: numbers, Limits: limits }));
    root.set(name('ParentTree'), spread.context.register(spread.context.obj({ Kids: [kid] })));
    const pdf = await spread.save({ useObjectStreams: false, addDefaultPage: false });
    const result = await PDFDocument.load(signReport(pdf, key, REQUEST), { updateMetadata: false });
    const tree = at(result.catalog, 'StructTreeRoot', 'ParentTree');
    const parent = at(result.catalog, 'AcroForm', 'Fields', 0)
      .lookup(name('StructParent'), PDFNumber)
      .asNumber();
    expect(tree.lookup(name('Kids'), PDFArray).size()).toBe(2);
    const added = at(tree, 'Kids', 1);
    expect(String(added.lookup(name('Limits')))).toBe(`[ ${parent} ${parent} ]`);
    expect(added.lookup(name('Nums'), PDFArray).lookup(1, PDFDict).lookup(name('S'))).toBe(name('Form'));
  });

  it('leaves out a location that is not known', () => {
    const answer = verifyReportBytes(signReport(unsigned, key, { ...REQUEST, location: '' }), {
      knownFirmFingerprints: [],
    });
    expect(answer.signature?.location).toBeNull();
  });

  it('does not sign a second time, nor what is no tagged PDF, nor at no time', () => {
    expect(() => signReport(signed, key, REQUEST)).toThrow('signed');
    expect(() => signReport(new TextEncoder().encode('text'), key, REQUEST)).toThrow('not a PDF');
    expect(() => signReport(unsigned, key, { ...REQUEST, signedAt: '14 July 2026' })).toThrow(RangeError);
  });

  it('does not sign a PDF without tags', async () => {
    const plain = await PDFDocument.create();
    plain.addPage();
    const bytes = await plain.save({ useObjectStreams: false });
    expect(() => signReport(bytes, key, REQUEST)).toThrow('not tagged');
  });
});
