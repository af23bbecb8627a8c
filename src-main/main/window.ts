import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { BrowserWindow, screen } from 'electron';
import { PAGE_URL } from './page-files.ts';
import { hardenedPreferences } from './security.ts';
import {
  DEFAULT_SIZE,
  MINIMUM_SIZE,
  parseWindowState,
  placeWindow,
  type WindowState,
} from './window-bounds.ts';

export type MainWindowOptions = {
  /** The built preload script. */
  readonly preload: string;
  /** Where size and place are kept between two runs; a file in the user's profile. */
  readonly stateFile: string;
  /** Shown until the page has painted; one of the page's own background colours. */
  readonly backgroundColor: string;
};

/** Opens the main window on the page and remembers where the user leaves it. */
export function openMainWindow(options: MainWindowOptions): BrowserWindow {
  const state = readState(options.stateFile);
  const screens = screen.getAllDisplays().map((display) => display.workArea);
  const bounds = placeWindow(state?.bounds ?? null, screens);
  const window = new BrowserWindow({
    ...DEFAULT_SIZE,
    ...bounds,
    minWidth: MINIMUM_SIZE.width,
    minHeight: MINIMUM_SIZE.height,
    show: false,
    title: 'Tickmark',
    backgroundColor: options.backgroundColor,
    autoHideMenuBar: true,
    webPreferences: hardenedPreferences(options.preload),
  });
  if (state?.isMaximized === true) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => {
    writeState(options.stateFile, {
      bounds: window.getNormalBounds(),
      isMaximized: window.isMaximized(),
    });
  });
  void window.loadURL(PAGE_URL);
  return window;
}

function readState(file: string): WindowState | null {
  try {
    return parseWindowState(readFileSync(file, 'utf8'));
  } catch {
    // The first run, or a profile that cannot be read: the window opens at its default place.
    return null;
  }
}

/** Written whole under another name first, so that a crash leaves the old state. */
function writeState(file: string, state: WindowState): void {
  try {
    writeFileSync(`${file}.new`, JSON.stringify(state));
    renameSync(`${file}.new`, file);
  } catch {
    // A full or read-only profile must not keep the window from closing; the place is forgotten, nothing else.
  }
}
