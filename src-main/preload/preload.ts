import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';

/*
 * All that the page can do: call a procedure of the contract, listen to an event of the contract, and offer a file
 * that the user dropped. The page never sees Electron, a channel or a path.
 */

/** The procedure that takes a path; only this script may call it, so that the page cannot name a file. */
const OFFER = 'files.offer';

type EventMessage = { readonly name: string; readonly payload: unknown };

/**
 * Calls a procedure and resolves to the router's reply. `callId` names the call, so that its progress can be followed
 * and `call.cancel` can end it.
 */
function call(name: string, input: unknown, callId?: string): Promise<unknown> {
  if (name === OFFER) return Promise.reject(new Error(`${OFFER} is not for the page`));
  return ipcRenderer.invoke('rpc', { name, input, callId });
}

/** Listens to one event; the returned function ends it. */
function on(name: string, listener: (payload: unknown) => void): () => void {
  const deliver = (_event: IpcRendererEvent, message: EventMessage): void => {
    if (message.name === name) listener(message.payload);
  };
  ipcRenderer.on('event', deliver);
  return () => {
    ipcRenderer.off('event', deliver);
  };
}

/**
 * Hands a dropped file over: the path goes straight to the main process, and the router's reply holds a single-use
 * token for it. A `File` that the page made up has no path and is refused.
 */
function offerFile(file: File): Promise<unknown> {
  const path = webUtils.getPathForFile(file);
  if (path === '') return Promise.reject(new Error('this file does not come from the disk'));
  return ipcRenderer.invoke('rpc', { name: OFFER, input: { path } });
}

contextBridge.exposeInMainWorld('tickmark', { call, on, offerFile });

/*
 * The first look into either storage waits for the main process. Here it is free; a moment later it reads the program's
 * code, and the page would stand still until then (docs/decisions/0008).
 */
for (const storage of [sessionStorage, localStorage]) storage.getItem('');
