/**
 * The process in which one report is typeset: one request in, one answer out, then it ends.
 *
 * The typesetter keeps its memory between reports, so every report has a process of its own. Runs as a forked Node
 * process (messages on `process`) or as Electron's utility process (messages on `process.parentPort`).
 */
import { typesetDocument } from './typeset-document.ts';
import type { TypesetRequest } from './typeset-request.ts';

/** The part of Electron's port that is used; Node's own types do not know it. */
interface ParentPort {
  on(event: 'message', listener: (event: { readonly data: TypesetRequest }) => void): void;
  postMessage(message: unknown): void;
}

// Electron puts the port on `process` in a utility process and nowhere else.
const { parentPort } = process as { parentPort?: ParentPort };

if (parentPort !== undefined) {
  const port = parentPort;
  port.on('message', ({ data }) => port.postMessage(typesetDocument(data)));
} else {
  process.once('message', (request) => {
    // Only the parent writes to this channel, and it writes requests.
    process.send?.(typesetDocument(request as TypesetRequest), () => process.disconnect());
  });
}
