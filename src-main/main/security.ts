import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import {
  app,
  protocol,
  session,
  shell,
  type ProtocolRequest,
  type ProtocolResponse,
  type Session,
  type WebContents,
  type WebFrameMain,
  type WebPreferences,
} from 'electron';
import { PAGE_ORIGIN, PAGE_SCHEME, pageFile, pageHeaders, withStyleNonce } from './page-files.ts';

/*
 * The hardening of the window, in the order of docs/security-checklist.md. Nothing here decides an audit question;
 * everything here makes sure that a page which was taken over by a hostile file can do nothing but ask the router.
 */

/** The only addresses that a link of the page may open, in the user's browser: about SOC reports, about the draw. */
const EXTERNAL_ADDRESSES: readonly string[] = [
  'https://www.aicpa-cima.com/resources/landing/system-and-organization-controls-soc-suite-of-services',
  'https://arxiv.org/abs/1808.10016',
];

/** Requests that Chromium itself makes for the page without reaching a network. */
const LOCAL_PROTOCOLS = new Set([`${PAGE_SCHEME}:`, 'blob:', 'data:', 'devtools:']);

/** Before `ready`: our scheme is an ordinary secure origin, and every renderer runs in Chromium's sandbox. */
export function hardenBeforeReady(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: PAGE_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
  // With --no-sandbox (tests as root) enableSandbox() makes every child process end at once, in a loop.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app.on('web-contents-created', (_event, contents) => confine(contents));
}

/**
 * After `ready`: serves the page from `pageDirectory` only, denies every permission and every network request. The
 * promise is kept once the page has its first scripts and styles.
 */
export function hardenSession(pageDirectory: string): Promise<void> {
  const own = session.defaultSession;
  // By its older interface: the newer loads all of Node's fetch first, 60 ms of every start (docs/decisions/0008).
  own.protocol.registerBufferProtocol(PAGE_SCHEME, (request, respond) => {
    void answer(pageDirectory, request).then(respond);
  });
  denyPermissions(own);
  own.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !LOCAL_PROTOCOLS.has(new URL(details.url).protocol) });
  });
  own.on('will-download', (event) => event.preventDefault());
  return firstFiles(own);
}

/** Kept when nothing is under way any more after the first script. */
function firstFiles(own: Session): Promise<void> {
  return new Promise((resolve) => {
    const underWay = new Set<number>();
    let hasScript = false;
    own.webRequest.onSendHeaders((details) => {
      underWay.add(details.id);
    });
    own.webRequest.onCompleted((details) => {
      underWay.delete(details.id);
      hasScript ||= details.resourceType === 'script';
      if (!hasScript || underWay.size > 0) return;
      own.webRequest.onSendHeaders(null);
      own.webRequest.onCompleted(null);
      resolve();
    });
  });
}

/** The web preferences of every window of the program. */
export const hardenedPreferences = (preload: string): WebPreferences => ({
  preload,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  devTools: !app.isPackaged,
});

/** Whether a message comes from the main frame of our own page; every call is refused otherwise. */
export const isOwnMainFrame = (frame: WebFrameMain | null): boolean =>
  frame?.parent === null && frame.url.startsWith(`${PAGE_ORIGIN}/`);

/** No contents leave their page, open another one, or take in a web view. */
function confine(contents: WebContents): void {
  const stay = (event: { preventDefault: () => void }): void => event.preventDefault();
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-attach-webview', stay);
  contents.setWindowOpenHandler(({ url }) => {
    if (EXTERNAL_ADDRESSES.includes(url)) void shell.openExternal(url);
    return { action: 'deny' };
  });
}

function denyPermissions(own: Session): void {
  own.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  own.setPermissionCheckHandler(() => false);
  own.setDevicePermissionHandler(() => false);
  own.setDisplayMediaRequestHandler(null);
}

/** With an empty body: an answer without one would be a failure of the network. */
const NOT_FOUND: ProtocolResponse = { statusCode: 404, data: Buffer.alloc(0) };

async function answer(pageDirectory: string, request: ProtocolRequest): Promise<ProtocolResponse> {
  const file = request.method === 'GET' ? pageFile(pageDirectory, request.url) : null;
  if (file === null) return NOT_FOUND;
  const nonce = randomBytes(16).toString('base64');
  try {
    const bytes = await readFile(file.path);
    const [mimeType = ''] = file.contentType.split(';');
    const data =
      mimeType === 'text/html' ? Buffer.from(withStyleNonce(bytes.toString('utf8'), nonce)) : bytes;
    return { data, mimeType, headers: pageHeaders(file.contentType, nonce) };
  } catch {
    return NOT_FOUND;
  }
}
