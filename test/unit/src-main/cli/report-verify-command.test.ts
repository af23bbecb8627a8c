import { describe, expect, it } from 'vitest';
import { describeVerification, runReportVerify } from '../../../../src-main/cli/report-verify-command.ts';
import type { ReportVerification } from '../../../../src-main/services/ports/signing.ts';

const FACTS: ReportVerification = {
  unchanged: true,
  signedBy: 'Harbor & Finch, LLP',
  signedAt: '2026-07-14T15:30:00Z',
  firmKnown: false,
  problems: [],
  remarks: [{ code: 'certificate-self-signed', message: 'The certificate is self-signed.' }],
  signature: {
    certificate: {
      name: 'Harbor & Finch, LLP',
      subject: 'CN=Harbor & Finch\\, LLP',
      issuer: 'CN=Harbor & Finch\\, LLP',
      serialNumber: '4a',
      fingerprint: 'ab'.repeat(32),
      validFrom: '2026-01-01T00:00:00Z',
      validTo: '2036-01-01T00:00:00Z',
      selfSigned: true,
      key: 'P-256',
    },
    issuers: [],
    algorithm: 'ECDSA P-256 with SHA-256',
    reason: null,
    location: null,
    coversWholeFile: true,
    permitsNoChange: true,
  },
};
const CHANGED: ReportVerification = {
  ...FACTS,
  unchanged: false,
  problems: [{ code: 'content-changed', message: 'The content of the document is not what was signed.' }],
};

describe('report verify', () => {
  it('ends with 0 for a report as it was signed', () => {
    const { json, text, exitCode } = describeVerification(FACTS);
    expect(exitCode).toBe(0);
    expect(json).toMatchObject({
      unchanged: true,
      signedBy: 'Harbor & Finch, LLP',
      firmKnown: false,
      problems: [],
    });
    expect(text.split('\n')).toEqual([
      'Unchanged: the file is byte for byte as it was signed.',
      'Signed by: Harbor & Finch, LLP (not a firm on record here)',
      'Signed at: 2026-07-14T15:30:00Z, by the clock of the signer',
      'Certificate: CN=Harbor & Finch\\, LLP, self-signed',
      `Fingerprint (SHA-256): ${'ab'.repeat(32)}`,
      'Note: The certificate is self-signed.',
    ]);
  });

  it('ends with 4 and every reason for anything else', () => {
    const { json, text, exitCode } = describeVerification(CHANGED);
    expect(exitCode).toBe(4);
    expect(json).toMatchObject({ unchanged: false, problems: [{ code: 'content-changed' }] });
    expect(text).toContain('- The content of the document is not what was signed. (content-changed)');
    expect(text).not.toContain('byte for byte as it was signed');
  });

  it('ends with 3 only where the file cannot be opened', async () => {
    const missing = Object.assign(new Error('no such file'), { code: 'ENOENT' });
    const outcome = await runReportVerify('away.pdf', () => Promise.reject(missing));
    expect(outcome).toMatchObject({
      exitCode: 3,
      json: { error: 'file-unreadable', path: 'away.pdf', reason: 'ENOENT' },
    });
    expect(outcome.text).not.toContain('at ');
    expect(await runReportVerify('here.pdf', () => Promise.resolve(CHANGED))).toMatchObject({ exitCode: 4 });
  });
});
