import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCertificate } from '../../../../../src-main/adapters/signing/certificate.ts';
import { encodeCms, encodeSignedAttributes } from '../../../../../src-main/adapters/signing/cms-signature.ts';
import { signReport } from '../../../../../src-main/adapters/signing/sign-pdf.ts';
import { verifyReportBytes } from '../../../../../src-main/adapters/signing/verify-report.ts';
import type { FirmKeyHandle, ReportVerification } from '../../../../../src-main/services/ports/signing.ts';
import type { Attack } from '../../../../helpers/signing/attacks.ts';
import {
  additionsAndCuts,
  append,
  appendedRevisions,
  editsInPlace,
  partsOf,
  savedAgain,
} from '../../../../helpers/signing/attacks.ts';
import {
  changesInsideSignature,
  mirroredSignature,
  withCms,
} from '../../../../helpers/signing/cms-attacks.ts';
import { makeFirmKey, REQUEST } from '../../../../helpers/signing/firm-keys.ts';
import { makeReportPdf } from '../../../../helpers/signing/report-pdf.ts';

let key: FirmKeyHandle;
let strangerKey: FirmKeyHandle;
let unsigned: Uint8Array;
let signed: Uint8Array;

const verify = (bytes: Uint8Array): ReportVerification =>
  verifyReportBytes(bytes, { knownFirmFingerprints: [key.certificate.fingerprint] });

/** Every attack that was not noticed, or not for the reason it should be. */
function missed(attacks: readonly Attack[]): string[] {
  return attacks.flatMap(({ name, bytes, code }) => {
    if (Buffer.from(bytes).equals(signed)) return [`${name}: changes nothing`];
    const { unchanged, firmKnown, problems } = verify(bytes);
    const codes = problems.map((problem) => problem.code);
    if (unchanged || firmKnown || codes.length === 0) return [`${name}: not noticed`];
    return code === undefined || codes.includes(code)
      ? []
      : [`${name}: ${codes.join(', ')} instead of ${code}`];
  });
}

beforeAll(async () => {
  key = await makeFirmKey();
  strangerKey = await makeFirmKey('Somebody Else LLP');
  unsigned = makeReportPdf();
  signed = signReport(unsigned, key, REQUEST);
});

describe('a report as it was signed', () => {
  it('is unchanged, with its firm and time', () => {
    const { remarks, signature, ...answer } = verify(signed);
    expect(answer).toEqual({
      unchanged: true,
      signedBy: 'Harbor & Finch, LLP',
      signedAt: '2026-07-14T15:30:00Z',
      firmKnown: true,
      problems: [],
    });
    expect(remarks.map(({ code }) => code)).toEqual(['certificate-self-signed']);
    expect(signature).toEqual({
      certificate: key.certificate,
      issuers: [],
      algorithm: 'ECDSA P-256 with SHA-256',
      reason: REQUEST.reason,
      location: REQUEST.location,
      coversWholeFile: true,
      permitsNoChange: true,
    });
  });

  it('is of an unknown firm where its certificate is not on record', () => {
    const answer = verifyReportBytes(signed, {
      knownFirmFingerprints: [strangerKey.certificate.fingerprint],
    });
    expect(answer).toMatchObject({ unchanged: true, firmKnown: false });
  });

  it('says where the certificate was not valid at the time', () => {
    const early = signReport(unsigned, key, { ...REQUEST, signedAt: '2025-12-31T23:59:59Z' });
    const { unchanged, remarks } = verify(early);
    expect(unchanged).toBe(true);
    expect(remarks.map(({ code }) => code)).toContain('certificate-outside-validity');
  });

  it('is unchanged in ten editions out of ten', () => {
    const editions = (['a-3a', 'ua-1'] as const).flatMap((standard) =>
      [1, 2, 5, 9, 30].map((pages) => signReport(makeReportPdf(standard, pages), key, REQUEST)),
    );
    expect(editions.map((edition) => verify(edition).problems)).toEqual(editions.map(() => []));
  });
});

describe('a report that was changed', () => {
  it('is noticed for edits in place', () => {
    expect(missed(editsInPlace(signed))).toEqual([]);
  });

  it('is noticed for additions and cuts', () => {
    expect(missed(additionsAndCuts(signed))).toEqual([]);
  });

  it('is noticed for appended revisions', () => {
    expect(missed(appendedRevisions(signed))).toEqual([]);
  });

  it('is noticed when saved again', async () => {
    const attacks = [
      { name: 'saved again', bytes: await savedAgain(signed, false) },
      {
        name: 'saved again with object streams',
        bytes: await savedAgain(signed, true),
        code: 'cross-reference-stream',
      },
    ];
    expect(missed(attacks)).toEqual([]);
  });

  it('still names the signer of the part that was signed, without vouching for the file', () => {
    const answer = verify(append(signed, {}));
    expect(answer).toMatchObject({ unchanged: false, firmKnown: false, signedBy: 'Harbor & Finch, LLP' });
    expect(answer.signature?.coversWholeFile).toBe(false);
  });

  it('is noticed for any digit of the signature and any byte elsewhere', () => {
    const { gapStart, cmsLength } = partsOf(signed);
    const unnoticed: number[] = [];
    const flip = (at: number, mask: number): void => {
      const changed = Buffer.from(signed);
      changed.writeUInt8(changed.readUInt8(at) ^ mask, at);
      if (verify(changed).unchanged) unnoticed.push(at);
    };
    for (let at = gapStart; at < gapStart + 2 * cmsLength + 4; at += 5) flip(at, 1);
    for (let at = 0; at < signed.length; at += 401) flip(at, 0x20);
    expect(unnoticed).toEqual([]);
  }, 120_000);
});

describe('a signature that was changed inside', () => {
  it('is noticed in every part', () => {
    const { gapStart, gapEnd } = partsOf(signed);
    const bytes = Buffer.from(signed);
    const digest = createHash('sha256')
      .update(bytes.subarray(0, gapStart))
      .update(bytes.subarray(gapEnd))
      .digest();
    const certificates = key.certificates.map((der) => readCertificate(der));
    const strangers = strangerKey.certificates.map((der) => readCertificate(der));
    const [stranger] = strangers;
    if (stranger === undefined) throw new Error('no stranger');
    const signature = key.sign(encodeSignedAttributes(certificates, digest));
    expect(verify(withCms(signed, encodeCms(certificates, digest, signature))).unchanged).toBe(true);
    const mirrored = encodeCms(certificates, digest, mirroredSignature(signature));
    expect(missed(changesInsideSignature(signed, { certificates, digest, signature, stranger }))).toEqual([]);
    expect(
      missed([{ name: 'the mirrored value', bytes: withCms(signed, mirrored), code: 'signature-false' }]),
    ).toEqual([]);
  });

  it('is noticed when it comes from another report', () => {
    const other = signReport(makeReportPdf('a-3a', 3), key, REQUEST);
    const { text, gapStart, gapEnd } = partsOf(other);
    const cms = Buffer.from(text.slice(gapStart + 1, gapEnd - 1), 'hex');
    expect(missed([{ name: 'transplanted', bytes: withCms(signed, cms), code: 'content-changed' }])).toEqual(
      [],
    );
  });

  it('of somebody else under the same name is not the firm’s', async () => {
    const impostor = await makeFirmKey();
    const answer = verify(signReport(unsigned, impostor, REQUEST));
    expect(answer).toMatchObject({ unchanged: true, signedBy: 'Harbor & Finch, LLP', firmKnown: false });
  });
});

describe('a file that is no signed report', () => {
  it.each([
    ['empty', '', 'empty-file'],
    ['text', 'hello', 'not-a-pdf'],
    ['a zip', 'PK\u0003\u0004', 'not-a-pdf'],
    ['a header only', '%PDF-1.7', 'end-missing'],
    ['an end that leads nowhere', '%PDF-1.7\nstartxref\n9999\n%%EOF', 'cross-reference-unreadable'],
    ['an end that leads to itself', '%PDF-1.7\nstartxref\n9\n%%EOF', 'cross-reference-unreadable'],
    [
      'a table in a circle',
      '%PDF-1.7\nxref\n0 0\ntrailer\n<< /Prev 9 >>\nstartxref\n9\n%%EOF',
      'cross-reference-unreadable',
    ],
    [
      'a table without end',
      '%PDF-1.7\nxref\n0 9999999999\nstartxref\n9\n%%EOF',
      'cross-reference-unreadable',
    ],
    ['no catalog', '%PDF-1.7\nxref\n0 0\ntrailer\n<< >>\nstartxref\n9\n%%EOF', 'catalog-unreadable'],
    [
      'arrays without end',
      `%PDF-1.7\nxref\n0 0\ntrailer\n${'['.repeat(200_000)}\nstartxref\n9\n%%EOF`,
      'cross-reference-unreadable',
    ],
    [
      'dictionaries without end',
      `%PDF-1.7\nxref\n0 0\ntrailer\n${'<</A'.repeat(200_000)}\nstartxref\n9\n%%EOF`,
      'cross-reference-unreadable',
    ],
  ])('is answered with a reason: %s', (_, text, code) => {
    const answer = verify(Buffer.from(text, 'latin1'));
    expect(answer).toMatchObject({ unchanged: false, signedBy: null, signedAt: null, firmKnown: false });
    expect(answer.problems.map((problem) => problem.code)).toContain(code);
  });

  it('is answered for a report before it was signed', () => {
    expect(verify(unsigned).problems.map(({ code }) => code)).toEqual(['not-signed']);
  });

  it('is answered for a table in a circle through two places', () => {
    const first = '%PDF-1.7\nxref\n0 0\ntrailer\n<< /Prev 60 >>'.padEnd(60);
    const file = Buffer.from(`${first}xref\n0 0\ntrailer\n<< /Prev 9 >>\nstartxref\n60\n%%EOF`);
    expect(verify(file).problems.map(({ code }) => code)).toEqual(['cross-reference-unreadable']);
  });

  it.each(['in place', 'with bytes moved'])(
    'is answered, never thrown at, whatever stands in it: %s',
    (how) => {
      const text = Buffer.from(signed).toString('latin1');
      const pieces = fc.constantFrom(
        '[',
        '<<',
        '(',
        'obj',
        '>>',
        'R',
        '/',
        '9999',
        '\0',
        'stream',
        '-',
        'null',
      );
      fc.assert(
        fc.property(fc.nat(signed.length - 10), pieces, fc.nat(40), (at, piece, removed) => {
          const end = at + (how === 'in place' ? piece.length : removed);
          const changed = Buffer.from(text.slice(0, at) + piece + text.slice(end), 'latin1');
          const { unchanged, problems } = verify(changed);
          if (changed.equals(signed)) return unchanged;
          return !unchanged && problems.length > 0 && problems.every(({ message }) => message.endsWith('.'));
        }),
        { numRuns: 300 },
      );
    },
  );
});
