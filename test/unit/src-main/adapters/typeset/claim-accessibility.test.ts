import { describe, expect, it } from 'vitest';
import { claimAccessibility } from '../../../../../src-main/adapters/typeset/claim-accessibility.ts';

const METADATA =
  '<rdf:Description><pdfaExtension:schemas><rdf:Bag></rdf:Bag></pdfaExtension:schemas></rdf:Description>';

/** A small file in the way the typesetter writes one; objects are given in the order of their numbers. */
function file(objects: readonly string[]): string {
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${String(index + 1)} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const entries = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n\r\n`).join('');
  const size = String(objects.length + 1);
  const table = `xref\n0 ${size}\n0000000000 65535 f\r\n${entries}`;
  return `${text}${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${String(text.length)}\n%%EOF`;
}

const catalog = (extra = ''): string => `<< /Type /Catalog /Metadata 2 0 R${extra} >>`;
const metadata = (xml = METADATA): string =>
  `<< /Type /Metadata /Length ${String(xml.length)} >>\nstream\n${xml}\nendstream`;

const claimed = (text: string): string =>
  Buffer.from(claimAccessibility(Buffer.from(text, 'latin1'))).toString('latin1');

/** Every entry of the table leads to its object. */
function misplaced(text: string): readonly number[] {
  const at = Number(/startxref\s(\d+)/.exec(text)?.[1]);
  const entries = [...text.slice(at).matchAll(/(\d{10}) \d{5} n/g)].map((match) => Number(match[1]));
  return entries.flatMap((offset, index) =>
    text.startsWith(`${String(index + 1)} 0 obj`, offset) ? [] : [index + 1],
  );
}

describe('claimAccessibility', () => {
  it('adds the statement and moves the table along', () => {
    const out = claimed(file([catalog(), metadata(), '<< /Other (ä) >>']));
    expect(out).toMatch(
      /<pdfuaid:part xmlns:pdfuaid="http:\/\/www\.aiim\.org\/pdfua\/ns\/id\/">1<\/pdfuaid:part>/,
    );
    expect(out).toContain('PDF/UA identification schema');
    expect(out).toContain('/DisplayDocTitle true');
    expect(misplaced(out)).toEqual([]);
    const length = Number(/\/Length (\d+)/.exec(out)?.[1]);
    expect(out.slice(out.indexOf('stream\n') + 7, out.indexOf('\nendstream'))).toHaveLength(length);
    expect(out.startsWith('xref', Number(/startxref\s(\d+)/.exec(out)?.[1]))).toBe(true);
  });

  it('keeps viewer preferences that are there, wherever the objects stand', () => {
    const out = claimed(file([catalog(' /ViewerPreferences << /Direction /L2R >>'), metadata()]));
    expect(out).toContain('/ViewerPreferences << /DisplayDocTitle true /Direction /L2R >>');
    expect(misplaced(out)).toEqual([]);
  });

  it('throws rather than write a file that states nothing', () => {
    expect(() => claimed(file([catalog(), metadata('<x/>')]))).toThrow(
      /no place for the accessibility statement/,
    );
    expect(() => claimed(file(['<< /Type /Catalog >>', metadata()]))).toThrow(/metadata/);
    expect(() => claimed('no document')).toThrow(/startxref/);
  });
});
