import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, nativeTheme, type BrowserWindow } from 'electron';
import { createPathTokens } from '../adapters/path-tokens.ts';
import { compose } from '../app/compose.ts';
import { profileFolder } from '../app/profile-folder.ts';
import { programRoot } from '../app/program-root.ts';
import { createDialogs } from './dialogs.ts';
import { connectPage } from './ipc.ts';
import { hardenBeforeReady, hardenSession } from './security.ts';
import { utilityProcesses } from './utility-processes.ts';
import { openMainWindow } from './window.ts';

/** Desk colours of both schemes, shown before the page has painted. */
const deskColor = () => (nativeTheme.shouldUseDarkColors ? '#121413' : '#EFECE5');

const root = programRoot(import.meta.url);
const built = (path: string): string => fileURLToPath(new URL(`out/${path}`, root));
const home = profileFolder();

app.setName('Tickmark');
app.setPath('userData', join(home, 'window'));
hardenBeforeReady();
if (!app.requestSingleInstanceLock()) app.quit();

let opened: BrowserWindow | null = null;
const windowOf = (): BrowserWindow | null => (opened?.isDestroyed() === false ? opened : null);
const tokens = createPathTokens();
const program = compose({
  home,
  root,
  tokens,
  choice: createDialogs(windowOf),
  processes: utilityProcesses(built),
  places: { pathOf: (place) => tokens.take(place), isPresent: existsSync },
  passphraseOf: () => null,
  onTouched: (features) => {
    page.send('touched', { features });
  },
});
const page = connectPage(program.router, windowOf);

app.on('second-instance', () => {
  const window = windowOf();
  if (window?.isMinimized() === true) window.restore();
  window?.focus();
});
app.on('window-all-closed', () => {
  app.quit();
});
app.on('will-quit', () => {
  program.session.replace(null);
});

await app.whenReady();
hardenSession(built('renderer'));
opened = openMainWindow({
  preload: built('preload/preload.cjs'),
  stateFile: join(home, 'window.json'),
  backgroundColor: deskColor(),
});
