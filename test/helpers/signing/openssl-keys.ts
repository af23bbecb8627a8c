/** Key files as a firm's own tools make them. Every certificate names a fictional firm. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTool } from './outside-tool.ts';

export const PASSPHRASE = 'café in the drawer';

/** What `openssl req -newkey` and `openssl pkcs12 -export` are asked for. */
export interface OpensslKeyRequest {
  readonly newKey: readonly string[];
  readonly export?: readonly string[];
}

export const RSA_3072: OpensslKeyRequest = { newKey: ['rsa:3072'] };
export const P_256: OpensslKeyRequest = { newKey: ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'] };

/** A self-signed key file. */
export function makeKeyFile(request: OpensslKeyRequest): Uint8Array {
  return inFolder((at) => {
    selfSign(at, request.newKey, 'firm', '/O=Example Firm LLP/CN=Example Firm LLP');
    return exportKey(at, 'firm', request.export ?? []);
  });
}

/** A key file whose certificate a certification authority issued, with the authority's in it. */
export function makeIssuedKeyFile(): Uint8Array {
  return inFolder((at) => {
    selfSign(at, P_256.newKey, 'authority', '/O=Example Authority/CN=Example Authority');
    const subject = ['-subj', '/O=Example Firm LLP/CN=Example Firm LLP'];
    const files = ['-keyout', at('firm.key'), '-out', at('firm.csr')];
    runTool('openssl', ['req', '-new', '-newkey', ...RSA_3072.newKey, '-nodes', ...subject, ...files]);
    writeFileSync(at('firm.ext'), 'keyUsage=critical,digitalSignature,nonRepudiation\n');
    const authority = ['-CA', at('authority.crt'), '-CAkey', at('authority.key'), '-CAcreateserial'];
    const output = ['-extfile', at('firm.ext'), '-days', '365', '-out', at('firm.crt')];
    runTool('openssl', ['x509', '-req', '-in', at('firm.csr'), ...authority, ...output]);
    return exportKey(at, 'firm', ['-certfile', at('authority.crt')]);
  });
}

function selfSign(
  at: (name: string) => string,
  newKey: readonly string[],
  name: string,
  subject: string,
): void {
  const files = ['-keyout', at(`${name}.key`), '-out', at(`${name}.crt`)];
  runTool('openssl', [
    'req',
    '-x509',
    '-newkey',
    ...newKey,
    '-nodes',
    '-days',
    '365',
    '-subj',
    subject,
    ...files,
  ]);
}

function exportKey(at: (name: string) => string, name: string, more: readonly string[]): Uint8Array {
  const files = ['-inkey', at(`${name}.key`), '-in', at(`${name}.crt`), '-out', at(`${name}.p12`)];
  runTool('openssl', ['pkcs12', '-export', ...files, ...more, '-passout', `pass:${PASSPHRASE}`]);
  return new Uint8Array(readFileSync(at(`${name}.p12`)));
}

function inFolder(work: (at: (name: string) => string) => Uint8Array): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'openssl-keys-'));
  try {
    return work((name) => join(folder, name));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
