import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, nativeTheme, session, shell, type BrowserWindow } from 'electron';
import { profileFolder } from '../app/profile-folder.ts';
import { programRoot } from '../app/program-root.ts';
import { createDialogs } from './dialogs.ts';
import { createHandedFiles } from './handed-files.ts';
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
const handed = createHandedFiles(() =>
  windowOf()?.webContents.send('event', { name: 'handed', payload: null }),
);

/**
 * Opens the window, and builds the program while the page loads beside it: its code is by far the largest part, and the
 * page needs it only for its first call, which waits.
 */
async function start(): Promise<void> {
  const firstFiles = hardenSession(built('renderer'));
  const page = connectPage(windowOf);
  opened = openMainWindow({
    preload: built('preload/preload.cjs'),
    stateFile: join(home, 'window.json'),
    backgroundColor: deskColor(),
  });
  // Not before the page has its code: this thread serves it, and would be held by the program's own.
  await firstFiles;
  const { windowProgram } = await import('../app/window-program.ts');
  const program = windowProgram({
    home,
    root,
    choice: createDialogs(windowOf, handed.take),
    processes: utilityProcesses(built),
    openPath: (path) => shell.openPath(path),
    onTouched: (features) => {
      page.send('touched', { features });
      // Chromium writes what the page noted of its place some seconds late; a crash would lose where the hands were.
      session.defaultSession.flushStorageData();
    },
  });
  page.answer(program.router);
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
    program.outside.removeAll();
  });
}

app.on('second-instance', (_event, words, folder) => {
  handed.noteStart(words, folder);
  const window = windowOf();
  if (window?.isMinimized() === true) window.restore();
  window?.focus();
});
// macOS names the file by an event, also before the program is ready.
app.on('open-file', (event, path) => {
  event.preventDefault();
  handed.note(path);
});
app.on('window-all-closed', () => {
  app.quit();
});

handed.noteStart(process.argv.slice(1), process.cwd());
// Waiting at the top level would hold the module open, and Electron becomes ready only after it has ended.
if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
else app.quit();
