import { createPublicKey, verify, X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFirmKey } from '../../../../../src-main/adapters/signing/create-firm-key.ts';
import { openFirmKey } from '../../../../../src-main/adapters/signing/firm-key.ts';
import { openKeyFile } from '../../../../helpers/signing/firm-keys.ts';
import {
  makeIssuedKeyFile,
  makeKeyFile,
  P_256,
  PASSPHRASE,
  RSA_3072,
} from '../../../../helpers/signing/openssl-keys.ts';
import { hasTool, outputOf } from '../../../../helpers/signing/outside-tool.ts';

const hasOpenssl = hasTool('openssl', 'version');
const MESSAGE = new TextEncoder().encode('what is signed');
const REQUEST = {
  firmName: 'Harbor & Finch, LLP',
  city: 'Akron',
  state: '',
  passphrase: PASSPHRASE,
  createdAt: '2026-01-01T00:00:00Z',
};

describe('a key made by the program', () => {
  it('opens with its passphrase and says that it is self-signed', async () => {
    const made = await createFirmKey(REQUEST);
    const key = await openKeyFile(made.p12, PASSPHRASE);
    expect(key.certificate).toEqual(made.certificate);
    const { serialNumber, fingerprint, ...facts } = made.certificate;
    expect(serialNumber).toMatch(/^[4-7][0-9a-f]{31}$/);
    expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
    const name = 'CN=Harbor & Finch\\, LLP, O=Harbor & Finch\\, LLP, L=Akron';
    expect(facts).toEqual({
      name: 'Harbor & Finch, LLP',
      subject: name,
      issuer: name,
      validFrom: '2026-01-01T00:00:00Z',
      validTo: '2036-01-01T00:00:00Z',
      selfSigned: true,
      key: 'P-256',
    });
  });

  it('is for signing documents', async () => {
    const { p12 } = await createFirmKey(REQUEST);
    const { certificates } = await openKeyFile(p12, PASSPHRASE);
    const certificate = new X509Certificate(certificates[0] ?? new Uint8Array());
    expect(certificate.keyUsage).toEqual(['1.3.6.1.5.5.7.3.36']);
    expect(certificate.ca).toBe(false);
  });

  it('refuses another passphrase', async () => {
    const { p12 } = await createFirmKey(REQUEST);
    expect(await openFirmKey(p12, `${PASSPHRASE}!`)).toEqual({ ok: false, error: 'wrong-passphrase' });
    expect(await openFirmKey(p12, '')).toEqual({ ok: false, error: 'wrong-passphrase' });
  });

  it.skipIf(!hasOpenssl)('opens in OpenSSL, with 600,000 rounds on both ways in', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'firm-key-'));
    const { p12 } = await createFirmKey(REQUEST);
    writeFileSync(join(folder, 'key.p12'), p12);
    const args = [
      'pkcs12',
      '-in',
      join(folder, 'key.p12'),
      '-passin',
      `pass:${PASSPHRASE}`,
      '-info',
      '-nodes',
    ];
    const { text, status } = outputOf('openssl', args);
    rmSync(folder, { recursive: true });
    expect(status).toBe(0);
    expect(text).toContain('BEGIN PRIVATE KEY');
    expect(text).toContain('MAC: sha256, Iteration 600000');
    expect(text).toContain('PBES2, PBKDF2, AES-256-CBC, Iteration 600000');
  });
});

describe.skipIf(!hasOpenssl)('a key made by OpenSSL', () => {
  it.each([
    ['RSA-3072', RSA_3072],
    ['P-256', P_256],
  ])('opens and signs: %s', async (name, request) => {
    const key = await openKeyFile(makeKeyFile(request), PASSPHRASE);
    expect(key.certificate).toMatchObject({ key: name, name: 'Example Firm LLP', selfSigned: true });
    const { publicKey } = new X509Certificate(key.certificates[0] ?? new Uint8Array());
    expect(verify('sha256', MESSAGE, publicKey, key.sign(MESSAGE))).toBe(true);
  });

  it('brings its issuer along', async () => {
    const key = await openKeyFile(makeIssuedKeyFile(), PASSPHRASE);
    expect(key.certificates.map((der) => new X509Certificate(der).subject)).toEqual([
      'O=Example Firm LLP\nCN=Example Firm LLP',
      'O=Example Authority\nCN=Example Authority',
    ]);
    expect(key.certificate.selfSigned).toBe(false);
  });

  it('is refused where its kind is not one of ours', async () => {
    const p384 = makeKeyFile({ newKey: ['ec', '-pkeyopt', 'ec_paramgen_curve:P-384'] });
    const short = makeKeyFile({ newKey: ['rsa:1024'] });
    expect(await openFirmKey(p384, PASSPHRASE)).toEqual({ ok: false, error: 'unsupported-key' });
    expect(await openFirmKey(short, PASSPHRASE)).toEqual({ ok: false, error: 'unsupported-key' });
  });

  it('is refused where it is not whole or not soundly encrypted', async () => {
    const legacy = makeKeyFile({ ...P_256, export: ['-legacy'] });
    const noCertificate = makeKeyFile({ ...P_256, export: ['-nocerts'] });
    const noKey = makeKeyFile({ ...P_256, export: ['-nokeys'] });
    expect(await openFirmKey(legacy, PASSPHRASE)).toEqual({ ok: false, error: 'unsupported-encryption' });
    expect(await openFirmKey(noCertificate, PASSPHRASE)).toEqual({ ok: false, error: 'no-certificate' });
    expect(await openFirmKey(noKey, PASSPHRASE)).toEqual({ ok: false, error: 'no-private-key' });
  });
});

describe('what is no key file', () => {
  it.each([
    ['empty', new Uint8Array(0)],
    ['text', new TextEncoder().encode('-----BEGIN CERTIFICATE-----')],
    ['zeros', new Uint8Array(5000)],
    ['too large', new Uint8Array(2_000_000)],
    ['nested a thousand times', Uint8Array.from({ length: 4000 }, (_, at) => (at % 2 === 0 ? 0x30 : 0x80))],
  ])('is refused: %s', async (_, bytes) => {
    expect(await openFirmKey(bytes, PASSPHRASE)).toEqual({ ok: false, error: 'not-a-key-file' });
  });

  it('is refused when cut anywhere', async () => {
    const { p12 } = await createFirmKey(REQUEST);
    for (const length of [10, 100, 500, p12.length - 1]) {
      expect(await openFirmKey(p12.subarray(0, length), PASSPHRASE)).toMatchObject({ ok: false });
    }
  });
});

describe('P-256 signatures', () => {
  it('stay in the lower half of the order, so that they have one form', async () => {
    const made = await createFirmKey(REQUEST);
    const key = await openKeyFile(made.p12, PASSPHRASE);
    const half = 0x7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a8n;
    const { publicKey } = new X509Certificate(key.certificates[0] ?? new Uint8Array());
    for (let round = 0; round < 40; round += 1) {
      const signature = Buffer.from(key.sign(MESSAGE));
      const s = BigInt(`0x${signature.subarray(signature.readUInt8(3) + 6).toString('hex')}`);
      expect(s <= half).toBe(true);
      expect(
        verify(
          'sha256',
          MESSAGE,
          createPublicKey(publicKey.export({ format: 'pem', type: 'spki' })),
          signature,
        ),
      ).toBe(true);
    }
  });
});
