/**
 * The process in which a foreign file is checked: one request in, one answer out, then it ends.
 *
 * Runs as a forked Node process (messages on `process`) or as Electron's utility process (messages on
 * `process.parentPort`, wrapped in an event).
 */
import type { VerifyContext } from '../../services/ports/signing.ts';
import { verifyReportBytes } from './verify-report.ts';

interface Request {
  readonly bytes: Uint8Array;
  readonly context: VerifyContext;
}

/** The part of Electron's port that is used; Node's own types do not know it. */
interface ParentPort {
  on(event: 'message', listener: (event: { readonly data: Request }) => void): void;
  postMessage(message: unknown): void;
}

// Electron puts the port on `process` in a utility process and nowhere else.
const { parentPort } = process as { parentPort?: ParentPort };

if (parentPort !== undefined) {
  const port = parentPort;
  port.on('message', ({ data }) => port.postMessage(answer(data)));
} else {
  // Only the parent writes to this channel, and it writes requests.
  process.once(
    'message',
    (request) => void process.send?.(answer(request as Request), () => process.disconnect()),
  );
}

function answer({ bytes, context }: Request): unknown {
  return verifyReportBytes(bytes, context);
}
