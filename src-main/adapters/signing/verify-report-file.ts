/** Checking a report that lies somewhere on the computer. */
import { open } from 'node:fs/promises';
import type { ReportVerification } from '../../services/ports/signing.ts';
import { LARGEST_FILE, tooLarge } from './unverified.ts';

/**
 * Reads a file and hands its bytes to the checker. Rejects with the operating system's error where the file cannot be
 * opened and read; a file larger than any report is answered without reading it.
 */
export async function verifyReportFile(
  path: string,
  verify: (bytes: Uint8Array) => Promise<ReportVerification>,
): Promise<ReportVerification> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    return size > LARGEST_FILE ? tooLarge() : await verify(await file.readFile());
  } finally {
    await file.close();
  }
}
