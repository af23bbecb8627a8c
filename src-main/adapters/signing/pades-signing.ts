import type { SigningPort } from '../../services/ports/signing.ts';
import type { StartVerifierProcess } from './separate-verifier.ts';
import { verifySeparately } from './separate-verifier.ts';

/**
 * The signing port. Files from outside are checked in a process of their own; ours are signed in this one. The code
 * of PDF and PKCS is loaded at its first use, since no start of the program needs it.
 */
export function createPadesSigning(startProcess: StartVerifierProcess): SigningPort {
  return {
    createFirmKey: async (request) => (await import('./create-firm-key.ts')).createFirmKey(request),
    openKey: async (p12, passphrase) => (await import('./firm-key.ts')).openFirmKey(p12, passphrase),
    signPdf: async (pdf, key, request) => (await import('./sign-pdf.ts')).signReport(pdf, key, request),
    verifyReport: (bytes, context) => verifySeparately(startProcess, bytes, context),
  };
}
