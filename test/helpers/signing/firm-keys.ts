import { createFirmKey } from '../../../src-main/adapters/signing/create-firm-key.ts';
import { openFirmKey } from '../../../src-main/adapters/signing/firm-key.ts';
import type { FirmKeyHandle, SignatureRequest } from '../../../src-main/services/ports/signing.ts';

/** How sample reports are signed. */
export const REQUEST: SignatureRequest = {
  reason: 'Issued as the independent service auditor’s report',
  signedAt: '2026-07-14T15:30:00Z',
  location: 'Akron, Ohio',
};

/** A P-256 key made by the program, opened. */
export async function makeFirmKey(firmName = 'Harbor & Finch, LLP'): Promise<FirmKeyHandle> {
  const passphrase = 'words for a test key';
  const file = await createFirmKey({
    firmName,
    city: 'Akron',
    state: 'Ohio',
    passphrase,
    createdAt: '2026-01-01T00:00:00Z',
  });
  return openKeyFile(file.p12, passphrase);
}

/** Opens a key file that has to open. */
export async function openKeyFile(p12: Uint8Array, passphrase: string): Promise<FirmKeyHandle> {
  const opened = await openFirmKey(p12, passphrase);
  if (!opened.ok) throw new Error(opened.error);
  return opened.value;
}
