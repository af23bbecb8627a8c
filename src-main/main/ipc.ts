import { ipcMain, type BrowserWindow } from 'electron';
import type { Reply } from '../../shared/contract/reply.ts';
import type { Router } from '../rpc/router.ts';
import { isOwnMainFrame } from './security.ts';

/** The page as the program sees it. */
export interface ConnectedPage {
  readonly send: (name: string, payload: unknown) => void;
  /** When the page last called, in milliseconds since the epoch. */
  readonly lastCall: () => number;
  /** Hands over what answers the calls; those that came before have waited. */
  readonly answer: (router: Router) => void;
}

/** Joins the page to the router: one channel for calls, one for events, and only for the main frame of our own page. */
export function connectPage(windowOf: () => BrowserWindow | null): ConnectedPage {
  const running = new Map<string, AbortController>();
  const { promise: answering, resolve: answer } = Promise.withResolvers<Router>();
  let lastCall = Date.now();
  const send = (name: string, payload: unknown): void => {
    windowOf()?.webContents.send('event', { name, payload });
  };
  ipcMain.handle('rpc', async (event, message: unknown): Promise<Reply> => {
    if (!isOwnMainFrame(event.senderFrame))
      return { ok: false, kind: 'invalid-request', message: 'This frame may not call.' };
    const { name, input, callId } = readMessage(message);
    lastCall = Date.now();
    if (name === 'call.cancel') return cancel(running, input);
    const controller = new AbortController();
    if (callId !== null) running.set(callId, controller);
    try {
      const router = await answering;
      return await router.call(name, input, {
        signal: controller.signal,
        onProgress: (progress) => {
          send('progress', { callId, ...progress });
        },
      });
    } finally {
      if (callId !== null) running.delete(callId);
    }
  });
  return { send, lastCall: () => lastCall, answer };
}

interface PageMessage {
  readonly name: string;
  readonly input: unknown;
  readonly callId: string | null;
}

function readMessage(message: unknown): PageMessage {
  if (typeof message !== 'object' || message === null) return { name: '', input: null, callId: null };
  const { name, input, callId } = message as Readonly<Record<string, unknown>>; // each field is checked below
  return {
    name: typeof name === 'string' ? name : '',
    input: input ?? {},
    callId: typeof callId === 'string' ? callId : null,
  };
}

function cancel(running: Map<string, AbortController>, input: unknown): Reply {
  const callId = readMessage({ callId: (input as { callId?: unknown } | null)?.callId }).callId; // checked by readMessage
  if (callId !== null) running.get(callId)?.abort();
  return { ok: true, value: null };
}
