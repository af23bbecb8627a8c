import type { FromReader, ToReader } from './process-protocol.ts';

/** The line to the process that started this one. */
export interface ParentChannel {
  send(message: FromReader): void;
  listen(listener: (message: ToReader) => void): void;
}

/** Electron hands a utility process its port under this name; Node's own types do not know it. */
interface UtilityPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
}

/** Opens the line; where it breaks, nobody waits for this process any more and it ends. */
export function parentChannel(): ParentChannel {
  // Electron adds this property to a utility process, and to that only; it then has exactly this form.
  const port = (process as { readonly parentPort?: UtilityPort | null }).parentPort ?? null;
  if (port !== null) {
    return {
      send: (message) => port.postMessage(message),
      // Only the process that started us can write to the port.
      listen: (listener) => port.on('message', (event) => listener(event.data as ToReader)),
    };
  }
  process.on('disconnect', () => process.exit(1));
  return {
    send: (message) => process.send?.(message),
    // Only the process that started us can write to the channel.
    listen: (listener) => process.on('message', (message) => listener(message as ToReader)),
  };
}
