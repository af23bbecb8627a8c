import { papersOfEntry, type PaperEntry } from '../../shared/domain/review/paper-history.ts';
import type { EngagementStore, JournalLine } from './ports/engagement-store.ts';
import type { Session } from './session.ts';

/** The entries of the journal that touch each workpaper, oldest first. */
export interface PaperJournal {
  entriesOf(workpaperId: string): readonly PaperEntry[];
}

interface Index {
  upTo: number;
  readonly byPaper: Map<string, PaperEntry[]>;
}

/** Entries are read from the store once; later questions read only what was written since. */
export function createPaperJournal(session: Session): PaperJournal {
  const indexes = new WeakMap<EngagementStore, Index>();
  return {
    entriesOf: (workpaperId) => {
      const store = session.store();
      const index = indexes.get(store) ?? { upTo: 0, byPaper: new Map<string, PaperEntry[]>() };
      indexes.set(store, index);
      extend(index, store);
      return index.byPaper.get(workpaperId) ?? [];
    },
  };
}

const pageSize = 500;

function extend(index: Index, store: EngagementStore): void {
  const state = store.state();
  for (const line of linesSince(index.upTo, store)) {
    for (const paper of papersOfEntry(state, line.ops)) {
      const entries = index.byPaper.get(paper) ?? [];
      entries.push(line);
      index.byPaper.set(paper, entries);
    }
    index.upTo = line.position;
  }
}

/** The entries after a position, oldest first. */
function linesSince(position: number, store: EngagementStore): readonly JournalLine[] {
  const lines: JournalLine[] = [];
  let before: number | null = null;
  for (;;) {
    const page: readonly JournalLine[] = store.journal(before, pageSize);
    lines.push(...page.filter((line) => line.position > position));
    const last = page.at(-1);
    if (last === undefined || last.position <= position + 1) return lines.reverse();
    before = last.position;
  }
}
