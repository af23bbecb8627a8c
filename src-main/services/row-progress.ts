import type { CallContext } from './handlers.ts';
import type { TabularProgress } from './ports/tabular.ts';

/**
 * Progress of a list in rows. How many there are is not known until the list was read, so it is told from the part of the
 * file that the rows so far have taken; what was read before the first row (for the encoding, or shared texts) is no part
 * of it.
 */
export function createRowProgress(onProgress: CallContext['onProgress']) {
  let done = 0;
  let before: number | null = null;
  let part = 0;
  return {
    bytes: (progress: TabularProgress): void => {
      part = progress.done / Math.max(1, progress.total);
      // A workbook is told part by part, each from its beginning.
      if (before !== null && part < before) before = 0;
    },
    rows: (count: number): void => {
      before ??= part;
      done += count;
      const share = (part - before) / (1 - before);
      const total = share > 0 ? Math.max(done, Math.round(done / share)) : null;
      onProgress({ done, total, unit: 'rows' });
    },
  };
}
