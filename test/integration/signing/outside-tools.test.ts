/** What other programs say about our signatures, and about changes to them. Runs where they are installed. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signReport } from '../../../src-main/adapters/signing/sign-pdf.ts';
import type { FirmKeyHandle } from '../../../src-main/services/ports/signing.ts';
import { append, overwrite, partsOf } from '../../helpers/signing/attacks.ts';
import { makeFirmKey, openKeyFile, REQUEST } from '../../helpers/signing/firm-keys.ts';
import { makeIssuedKeyFile, makeKeyFile, PASSPHRASE, RSA_3072 } from '../../helpers/signing/openssl-keys.ts';
import { hasTool, outputOf } from '../../helpers/signing/outside-tool.ts';
import { makeReportPdf } from '../../helpers/signing/report-pdf.ts';

const hasOpenssl = hasTool('openssl', 'version');
const hasPdfsig = hasTool('pdfsig', '-v');
const hasQpdf = hasTool('qpdf', '--version');
const folder = mkdtempSync(join(tmpdir(), 'outside-tools-'));
const keys: { readonly kind: string; readonly key: FirmKeyHandle }[] = [];

beforeAll(async () => {
  keys.push({ kind: 'made here', key: await makeFirmKey() });
  if (!hasOpenssl) return;
  keys.push({ kind: 'RSA', key: await openKeyFile(makeKeyFile(RSA_3072), PASSPHRASE) });
  keys.push({ kind: 'issued', key: await openKeyFile(makeIssuedKeyFile(), PASSPHRASE) });
});

afterAll(() => rmSync(folder, { recursive: true }));

function save(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

/** Signed with every key, as both kinds of document. */
function editions(): { readonly name: string; readonly key: FirmKeyHandle; readonly signed: Uint8Array }[] {
  return (['a-3a', 'ua-1'] as const).flatMap((standard) =>
    keys.map(({ kind, key }) => {
      const signed = signReport(makeReportPdf(standard), key, REQUEST);
      return { name: `${standard} ${kind}`, key, signed };
    }),
  );
}

/** Asks OpenSSL about the signature apart from the PDF, trusting the last certificate in it. */
function askOpenssl(
  key: FirmKeyHandle,
  signed: Uint8Array,
  content?: Buffer,
): { text: string; status: number } {
  const { text, gapStart, gapEnd, cmsLength } = partsOf(signed);
  const bytes = Buffer.from(signed);
  const covered = content ?? Buffer.concat([bytes.subarray(0, gapStart), bytes.subarray(gapEnd)]);
  const cms = Buffer.from(text.slice(gapStart + 1, gapStart + 1 + 2 * cmsLength), 'hex');
  const trusted = Buffer.from(key.certificates.at(-1) ?? []).toString('base64');
  const pem = `-----BEGIN CERTIFICATE-----\n${trusted.replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;
  const files = ['-in', save('cms.der', cms), '-content', save('content.bin', covered)];
  const trust = [
    '-CAfile',
    save('trusted.pem', Buffer.from(pem)),
    '-partial_chain',
    '-no_check_time',
    '-purpose',
    'any',
  ];
  const output = ['-out', join(folder, 'verified.bin')];
  return outputOf('openssl', [
    'cms',
    '-verify',
    '-cades',
    '-binary',
    '-inform',
    'DER',
    ...files,
    ...trust,
    ...output,
  ]);
}

describe.skipIf(!hasPdfsig)('pdfsig', () => {
  it('finds our signatures valid and covering the whole file', () => {
    for (const { name, key, signed } of editions()) {
      const { text } = outputOf('pdfsig', ['-nocert', save('signed.pdf', signed)]);
      expect(text, name).toContain('Signature is Valid.');
      expect(text, name).toContain('Total document signed');
      expect(text, name).toContain('Signature Type: ETSI.CAdES.detached');
      expect(text, name).toContain('Signing Hash Algorithm: SHA-256');
      expect(text, name).toContain(`Signer Certificate Common Name: ${key.certificate.name}`);
    }
  });

  it('agrees that a changed byte and an appended revision are changes', () => {
    const [edition] = editions();
    if (edition === undefined) throw new Error('no edition');
    const { signed } = edition;
    const changed = overwrite(signed, partsOf(signed).text.indexOf('figures.json'), 'figurez.json');
    expect(outputOf('pdfsig', ['-nocert', save('changed.pdf', changed)]).text).toContain('Digest Mismatch');
    const appended = outputOf('pdfsig', ['-nocert', save('appended.pdf', append(signed, {}))]).text;
    expect(appended).toContain('Not total document signed');
  });
});

describe.skipIf(!hasOpenssl)('OpenSSL', () => {
  it('verifies our signatures as CAdES', () => {
    for (const { name, key, signed } of editions()) {
      const { text, status } = askOpenssl(key, signed);
      expect(text, name).toContain('CAdES Verification successful');
      expect(status, name).toBe(0);
    }
  });

  it('refuses them over other content', () => {
    const [edition] = editions();
    if (edition === undefined) throw new Error('no edition');
    expect(askOpenssl(edition.key, edition.signed, Buffer.from('other')).status).not.toBe(0);
  });
});

describe.skipIf(!hasQpdf)('qpdf', () => {
  it('finds no fault in the structure of a signed report', () => {
    for (const { name, signed } of editions()) {
      const { text, status } = outputOf('qpdf', ['--check', save('structure.pdf', signed)]);
      expect(text, name).toContain('No syntax or stream encoding errors found');
      expect(status, name).toBe(0);
    }
  });
});
