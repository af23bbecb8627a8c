/** Making a firm's key: P-256 with a self-signed certificate for signing documents, as a PKCS#12 file. */
// The decorators of the certificate library look for this on the global object, so it comes before everything.
import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import type { JsonName } from '@peculiar/x509';
import {
  BasicConstraintsExtension,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { OctetString } from 'asn1js';
import {
  AuthenticatedSafe,
  CertBag,
  Certificate,
  PFX,
  PKCS8ShroudedKeyBag,
  PrivateKeyInfo,
  SafeBag,
  SafeContents,
} from 'pkijs';
import type { FirmKeyFile, FirmKeyRequest } from '../../services/ports/signing.ts';
import { readCertificate } from './certificate.ts';

/** RFC 9336: the certificate is for signing documents. */
const DOCUMENT_SIGNING = '1.3.6.1.5.5.7.3.36';
const YEARS_VALID = 10;
/** PBKDF2 and the check value of the file both take this many rounds, so neither is the cheaper one to guess at. */
const ITERATIONS = 600_000;
const SHROUDED_KEY_BAG = '1.2.840.113549.1.12.10.1.2';
const CERTIFICATE_BAG = '1.2.840.113549.1.12.10.1.3';

/** Makes the key and its file. */
export async function createFirmKey(request: FirmKeyRequest): Promise<FirmKeyFile> {
  const keys = await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ]);
  const certificate = await selfSign(keys, request);
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
  const p12 = await encodePfx(pkcs8, certificate, request.passphrase);
  return { p12, certificate: readCertificate(certificate).facts };
}

async function selfSign(keys: webcrypto.CryptoKeyPair, request: FirmKeyRequest): Promise<Uint8Array> {
  const notBefore = new Date(request.createdAt);
  const notAfter = new Date(notBefore);
  notAfter.setUTCFullYear(notAfter.getUTCFullYear() + YEARS_VALID);
  const serialNumber = Buffer.from(webcrypto.getRandomValues(new Uint8Array(16)));
  // A serial number is positive and has no leading zero byte.
  serialNumber.writeUInt8((serialNumber.readUInt8(0) & 0x7f) | 0x40, 0);
  const certificate = await X509CertificateGenerator.createSelfSigned(
    {
      serialNumber: serialNumber.toString('hex'),
      name: nameOf(request),
      notBefore,
      notAfter,
      keys,
      signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' },
      extensions: [
        new BasicConstraintsExtension(false, undefined, true),
        new KeyUsagesExtension(KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation, true),
        new ExtendedKeyUsageExtension([DOCUMENT_SIGNING]),
        await SubjectKeyIdentifierExtension.create(keys.publicKey),
      ],
    },
    webcrypto,
  );
  return new Uint8Array(certificate.rawData);
}

function nameOf({ firmName, city, state }: FirmKeyRequest): JsonName {
  const parts: JsonName = [{ CN: [firmName] }, { O: [firmName] }];
  if (city !== '') parts.push({ L: [city] });
  if (state !== '') parts.push({ ST: [state] });
  return parts;
}

async function encodePfx(
  pkcs8: ArrayBuffer,
  certificate: Uint8Array,
  passphrase: string,
): Promise<Uint8Array> {
  const password = new TextEncoder().encode(passphrase).buffer;
  const keyBag = new PKCS8ShroudedKeyBag({ parsedValue: PrivateKeyInfo.fromBER(pkcs8) });
  await keyBag.makeInternalValues({
    password,
    contentEncryptionAlgorithm: { name: 'AES-CBC', length: 256 },
    hmacHashAlgorithm: 'SHA-256',
    iterationCount: ITERATIONS,
  });
  const certBag = new CertBag({
    certId: '1.2.840.113549.1.9.22.1',
    certValue: new OctetString({ valueHex: Uint8Array.from(certificate) }),
    parsedValue: Certificate.fromBER(Uint8Array.from(certificate)),
  });
  const contents = new SafeContents({
    safeBags: [
      new SafeBag({ bagId: SHROUDED_KEY_BAG, bagValue: keyBag }),
      new SafeBag({ bagId: CERTIFICATE_BAG, bagValue: certBag }),
    ],
  });
  const authenticatedSafe = new AuthenticatedSafe({
    parsedValue: { safeContents: [{ privacyMode: 0, value: contents }] },
  });
  await authenticatedSafe.makeInternalValues({ safeContents: [{}] });
  const pfx = new PFX({ parsedValue: { integrityMode: 0, authenticatedSafe } });
  await pfx.makeInternalValues({
    password,
    iterations: ITERATIONS,
    pbkdf2HashAlgorithm: 'SHA-256',
    hmacHashAlgorithm: 'SHA-256',
  });
  return new Uint8Array(pfx.toSchema().toBER(false));
}
