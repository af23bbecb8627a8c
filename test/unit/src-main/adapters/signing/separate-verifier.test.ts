import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createPadesSigning } from '../../../../../src-main/adapters/signing/pades-signing.ts';
import type { StartVerifierProcess } from '../../../../../src-main/adapters/signing/separate-verifier.ts';
import { verifySeparately } from '../../../../../src-main/adapters/signing/separate-verifier.ts';
import { LARGEST_FILE } from '../../../../../src-main/adapters/signing/unverified.ts';
import { verifyReportBytes } from '../../../../../src-main/adapters/signing/verify-report.ts';
import { verifyReportFile } from '../../../../../src-main/adapters/signing/verify-report-file.ts';
import type { FirmKeyHandle, ReportVerification } from '../../../../../src-main/services/ports/signing.ts';
import { makeFirmKey, REQUEST } from '../../../../helpers/signing/firm-keys.ts';
import { makeReportPdf } from '../../../../helpers/signing/report-pdf.ts';

const SOURCES = new URL('../../../../../src-main/', import.meta.url);
const NOBODY = { knownFirmFingerprints: [] };
const started: ChildProcess[] = [];

/** As the command line starts it. */
const startNode: StartVerifierProcess = (entry, { memoryMegabytes }) => {
  const child = fork(new URL(`${entry}.ts`, SOURCES), {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${memoryMegabytes}`],
    stdio: 'ignore',
  });
  started.push(child);
  return child;
};

/** Starts a script in place of the checker. */
function startScript(script: string): { start: StartVerifierProcess; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'verifier-'));
  const path = join(folder, 'script.mjs');
  writeFileSync(path, script);
  const start: StartVerifierProcess = (_, { memoryMegabytes }) => {
    const execArgv = [`--max-old-space-size=${memoryMegabytes}`];
    const child = fork(path, {
      serialization: 'advanced',
      execArgv,
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    started.push(child);
    return child;
  };
  return { start, remove: () => rmSync(folder, { recursive: true }) };
}

let key: FirmKeyHandle;
let signed: Uint8Array;

beforeAll(async () => {
  key = await makeFirmKey();
  signed = await createPadesSigning(startNode).signPdf(makeReportPdf(), key, REQUEST);
});

describe('checking in a process of its own', () => {
  it('gives the answer of the checker and ends the process', async () => {
    const context = { knownFirmFingerprints: [key.certificate.fingerprint] };
    const answer = await createPadesSigning(startNode).verifyReport(signed, context);
    expect(answer).toEqual(verifyReportBytes(signed, context));
    expect(answer.unchanged).toBe(true);
    const last = started.at(-1);
    await new Promise<void>((resolve) => {
      if (last?.exitCode !== null || last.signalCode !== null) resolve();
      else last.on('exit', () => resolve());
    });
    expect(last?.connected).toBe(false);
  });

  it('gives the answer for a file that is none', async () => {
    const answer = await verifySeparately(startNode, new TextEncoder().encode('no pdf'), NOBODY);
    expect(answer.problems.map(({ code }) => code)).toEqual(['not-a-pdf']);
  });

  it('stops a checker that takes too long', async () => {
    const { start, remove } = startScript('setInterval(() => {}, 1000); for (;;);');
    const answer = await verifySeparately(start, signed, NOBODY, { milliseconds: 500, memoryMegabytes: 64 });
    remove();
    expect(answer.problems).toEqual([
      {
        code: 'check-stopped',
        message: 'The file could not be checked to its end: it took longer than 0.5 seconds.',
      },
    ]);
    expect(started.at(-1)?.killed).toBe(true);
  });

  it('survives a checker that runs out of memory', async () => {
    const { start, remove } = startScript(
      'const all = []; for (;;) all.push(new Array(1e6).fill(all.length));',
    );
    const answer = await verifySeparately(start, signed, NOBODY, {
      milliseconds: 30_000,
      memoryMegabytes: 32,
    });
    remove();
    expect(answer).toMatchObject({ unchanged: false, problems: [{ code: 'check-stopped' }] });
  });

  it('answers where no process can be started', async () => {
    const failing: StartVerifierProcess = () => {
      throw new Error('no process for you');
    };
    const answer = await verifySeparately(failing, signed, NOBODY);
    expect(answer).toMatchObject({ unchanged: false, problems: [{ code: 'check-stopped' }] });
  });
});

describe('checking a file', () => {
  const verify = (bytes: Uint8Array): Promise<ReportVerification> =>
    Promise.resolve(verifyReportBytes(bytes, NOBODY));

  it('reads it and hands the bytes on', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'verify-file-'));
    const path = join(folder, 'report.pdf');
    writeFileSync(path, signed);
    const answer = await verifyReportFile(path, verify);
    const missing = verifyReportFile(join(folder, 'missing.pdf'), verify);
    await expect(missing).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(verifyReportFile(folder, verify)).rejects.toMatchObject({ code: 'EISDIR' });
    rmSync(folder, { recursive: true });
    expect(answer.unchanged).toBe(true);
  });

  it('does not read a file larger than any report', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'verify-file-'));
    const path = join(folder, 'large.pdf');
    const { truncate } = await import('node:fs/promises');
    writeFileSync(path, '%PDF-1.7');
    await truncate(path, LARGEST_FILE + 1);
    const answer = await verifyReportFile(path, () => Promise.reject(new Error('it was read')));
    rmSync(folder, { recursive: true });
    expect(answer).toMatchObject({ unchanged: false, problems: [{ code: 'file-too-large' }] });
  });
});
