import { lstatSync } from 'node:fs';
import { basename } from 'node:path';
import { dialog, type BrowserWindow, type FileFilter } from 'electron';
import type { ChosenPath, FileChoicePort } from '../services/ports/file-choice.ts';

const filters: Readonly<Record<string, readonly FileFilter[]>> = {
  engagement: [{ name: 'Tickmark engagement', extensions: ['tickmark'] }],
  list: [{ name: 'Lists', extensions: ['csv', 'tsv', 'txt', 'xlsx'] }],
  controls: [{ name: 'Control lists', extensions: ['csv', 'xlsx'] }],
  report: [{ name: 'PDF', extensions: ['pdf'] }],
  workbook: [{ name: 'Excel workbook', extensions: ['xlsx'] }],
  certificate: [
    { name: 'PDF', extensions: ['pdf'] },
    { name: 'JSON', extensions: ['json'] },
  ],
  library: [
    { name: 'Tickmark library', extensions: ['json'] },
    { name: 'Excel workbook', extensions: ['xlsx'] },
  ],
  kit: [{ name: 'ZIP archive', extensions: ['zip'] }],
  firmKey: [{ name: 'Signing key', extensions: ['p12', 'pfx'] }],
};

/** The system's dialogs over the window, and the files that the system hands over. */
export function createDialogs(
  windowOf: () => BrowserWindow | null,
  takeHanded: () => string | null,
): FileChoicePort {
  return {
    takeHanded,
    async open(kind, isMultiple) {
      const window = windowOf();
      if (window === null) return [];
      const chosen = await dialog.showOpenDialog(window, {
        filters: [...(filters[kind] ?? []), { name: 'All files', extensions: ['*'] }],
        properties: isMultiple ? ['openFile', 'multiSelections'] : ['openFile'],
      });
      return chosen.filePaths.flatMap((path) => describe(path) ?? []);
    },
    async save(kind, suggestedName) {
      const window = windowOf();
      if (window === null) return null;
      const options = { defaultPath: suggestedName, filters: [...(filters[kind] ?? [])] };
      const chosen = await dialog.showSaveDialog(window, options);
      return chosen.canceled ? null : chosen.filePath;
    },
    describe,
  };
}

function describe(path: string): ChosenPath | null {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found?.isFile() === true ? { path, name: basename(path), size: found.size } : null;
}
