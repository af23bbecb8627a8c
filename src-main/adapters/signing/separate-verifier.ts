/**
 * Checking a foreign file in a process of its own, ended when it takes too long or dies: what breaks the checker is an
 * answer about the file and never reaches the program.
 */
import type { ReportVerification, VerifyContext } from '../../services/ports/signing.ts';
import { unverified } from './unverified.ts';

/** The entry of the process, by its place below src-main, without extension. */
export const VERIFY_ENTRY = 'adapters/signing/verify-process';

/** What the verifier needs of a process; a ChildProcess forked with `serialization: 'advanced'` has it. */
export interface VerifierProcess {
  send(message: object): unknown;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'exit' | 'error', listener: () => void): unknown;
  kill(signal: 'SIGKILL'): unknown;
}

/** Starts a process by its entry, with the heap limited as named. How, depends on the shell it runs in. */
export type StartVerifierProcess = (
  entry: typeof VERIFY_ENTRY,
  limits: { readonly memoryMegabytes: number },
) => VerifierProcess;

/** How long one check may take and how much memory its heap may have. */
export interface VerifierLimits {
  readonly milliseconds: number;
  readonly memoryMegabytes: number;
}

const USUAL_LIMITS: VerifierLimits = { milliseconds: 30_000, memoryMegabytes: 256 };

/** Checks the bytes in a separate process. Never rejects. */
export function verifySeparately(
  startProcess: StartVerifierProcess,
  bytes: Uint8Array,
  context: VerifyContext,
  limits: VerifierLimits = USUAL_LIMITS,
): Promise<ReportVerification> {
  return new Promise((resolve) => {
    const stopped = (why: string): ReportVerification =>
      unverified({ code: 'check-stopped', message: `The file could not be checked to its end: ${why}.` });
    let child: VerifierProcess | undefined;
    const settle = (verification: ReportVerification): void => {
      clearTimeout(timer);
      child?.kill('SIGKILL');
      resolve(verification);
    };
    const timer = setTimeout(
      () => settle(stopped(`it took longer than ${limits.milliseconds / 1000} seconds`)),
      limits.milliseconds,
    );
    try {
      child = startProcess(VERIFY_ENTRY, { memoryMegabytes: limits.memoryMegabytes });
      // The process runs our own verify-process.ts, which answers with nothing else.
      child.on('message', (message) => settle(message as ReportVerification));
      child.on('exit', () => settle(stopped('the checker ran out of memory or broke off')));
      child.on('error', () => settle(stopped('the checker could not be started')));
      child.send({ bytes, context });
    } catch {
      settle(stopped('the checker could not be started'));
    }
  });
}
