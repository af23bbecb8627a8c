import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, nativeTheme, type BrowserWindow } from 'electron';
import { profileFolder } from '../app/profile-folder.ts';
import { programRoot } from '../app/program-root.ts';
import { windowProgram } from '../app/window-program.ts';
import { createDialogs } from './dialogs.ts';
import { lockWhenIdle } from './idle-lock.ts';
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

let opened: BrowserWindow | null = null;
const windowOf = (): BrowserWindow | null => (opened?.isDestroyed() === false ? opened : null);

/** Builds the program and opens the window. */
function start(): void {
  hardenSession(built('renderer'));
  const program = windowProgram({
    home,
    root,
    choice: createDialogs(windowOf),
    processes: utilityProcesses(built),
    onTouched: (features) => {
      page.send('touched', { features });
    },
  });
  const page = connectPage(program.router, windowOf);
  lockWhenIdle({
    lastCall: page.lastCall,
    lock: () => {
      if (program.session.actor() === null) return;
      program.session.setActor(null);
      page.send('touched', { features: ['person', 'engagement', 'review'] });
    },
  });
  app.on('will-quit', () => {
    program.session.replace(null);
  });
  opened = openMainWindow({
    preload: built('preload/preload.cjs'),
    stateFile: join(home, 'window.json'),
    backgroundColor: deskColor(),
  });
}

app.on('second-instance', () => {
  const window = windowOf();
  if (window?.isMinimized() === true) window.restore();
  window?.focus();
});
app.on('window-all-closed', () => {
  app.quit();
});

// Waiting at the top level would hold the module open, and Electron becomes ready only after it has ended.
if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
else app.quit();
