import type { SigningPort } from '../../services/ports/signing.ts';
import { createFirmKey } from './create-firm-key.ts';
import { openFirmKey } from './firm-key.ts';
import type { StartVerifierProcess } from './separate-verifier.ts';
import { verifySeparately } from './separate-verifier.ts';
import { signReport } from './sign-pdf.ts';

/** The signing port. Files from outside are checked in a process of their own; ours are signed in this one. */
export function createPadesSigning(startProcess: StartVerifierProcess): SigningPort {
  return {
    createFirmKey,
    openKey: openFirmKey,
    signPdf: (pdf, key, request) => Promise.resolve().then(() => signReport(pdf, key, request)),
    verifyReport: (bytes, context) => verifySeparately(startProcess, bytes, context),
  };
}
