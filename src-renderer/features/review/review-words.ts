import type { Output } from '../../app/client.ts';
import { shownDate } from '../../ui/form/typed-date.ts';
import type { StampFacts } from '../../ui/stamp/stamp-words.ts';
import type { StatusKind } from '../../ui/status/StatusChip.tsx';
import type { TableGroup } from '../../ui/table/table-lines.ts';
import { countOf } from '../../ui/text/format-number.ts';
import { hashWords } from '../../ui/text/hash-words.ts';
import type { InstantWords } from '../../ui/text/instant-words.ts';

/** A workpaper on the board. */
export type BoardRow = Output<'review.board'>['rows'][number];
/** A stamp as the record gives it. */
export type StampView = BoardRow['stamps'][number];
/** A level of signature. */
export type Level = StampView['level'];
/** What the board shows. */
export type Filter = keyof Output<'review.board'>['counts'];

/** Levels in words. */
export const LEVEL_WORDS: Readonly<Record<Level, string>> = {
  preparer: 'Preparer',
  reviewer: 'Reviewer',
  manager: 'Manager',
  partner: 'Partner',
  eqr: 'Quality reviewer',
};

/** The tabs of the board in their order, with what an empty one says. */
export const FILTERS: readonly { readonly id: Filter; readonly label: string; readonly empty: string }[] = [
  {
    id: 'waiting',
    label: 'Waiting for me',
    empty: 'Papers that wait for your signature or your answer stand here.',
  },
  {
    id: 'changed',
    label: 'Changed since I signed',
    empty: 'Papers that changed after you signed them stand here.',
  },
  { id: 'notes', label: 'Open notes', empty: 'Papers with review notes that are not cleared stand here.' },
  { id: 'overdue', label: 'Overdue', empty: 'Papers past the day they are due stand here.' },
  { id: 'all', label: 'All', empty: 'Workpapers stand here once controls and their tests are in the file.' },
];

/** The groups of the table, the most pressing first. */
export const GROUPS: readonly TableGroup[] = [
  { id: 'changed', label: 'Changed since I signed' },
  { id: 'ready', label: 'Ready for my sign-off' },
  { id: 'answer', label: 'Notes to answer' },
  { id: 'clear', label: 'Notes to clear' },
  { id: 'others', label: 'Waiting for others' },
  { id: 'signed', label: 'Signed by every level' },
];

/** The group a paper stands in. */
export function groupOf(row: BoardRow): string {
  if (row.changedSinceISigned) return 'changed';
  if (row.notesToClear > 0) return 'clear';
  if (row.notesToAnswer > 0) return 'answer';
  if (row.waitsForMe) return 'ready';
  return row.nextLevel === null ? 'signed' : 'others';
}

/** The state of a paper for the one who looks at the board. */
export function stateOf(row: BoardRow): { readonly kind: StatusKind; readonly label: string } {
  switch (groupOf(row)) {
    case 'changed':
      return { kind: 'stale', label: 'Changed since' };
    case 'clear':
      return { kind: 'under-way', label: 'Answered' };
    case 'answer':
      return { kind: 'flagged', label: 'Note open' };
    case 'signed':
      return { kind: 'done', label: 'Signed' };
    case 'ready':
      return isBeingPrepared(row) ? prepared(row) : { kind: 'ready', label: 'Ready for review' };
    default:
      return isBeingPrepared(row) ? prepared(row) : { kind: 'under-way', label: 'In review' };
  }
}

function prepared({ status }: BoardRow): { readonly kind: StatusKind; readonly label: string } {
  if (status === 'notStarted') return { kind: 'not-yet', label: 'Not started' };
  return status === 'inProgress'
    ? { kind: 'under-way', label: 'In progress' }
    : { kind: 'under-way', label: 'To be signed' };
}

function isBeingPrepared({ nextLevel }: BoardRow): boolean {
  return nextLevel === 'preparer';
}

const KIND_WORDS: Readonly<Record<string, string>> = {
  planning: 'Planning',
  walkthrough: 'Walkthrough',
  design: 'Design',
  operating: 'Operation',
  memo: 'Memo',
  uar: 'Access review',
  letter: 'Letter',
  report: 'Report',
};

/** A fact under the title: which signature comes next, and what is open. */
export function factOf(row: BoardRow): string {
  if (row.notesToClear > 0) return `${countOf(row.notesToClear, 'answered note')} to clear`;
  if (row.notesToAnswer > 0) return `${countOf(row.notesToAnswer, 'note')} to answer`;
  const last = row.stamps.findLast((stamp) => stamp.state !== 'missing');
  const signed = last === undefined ? '' : `${last.initials} signed ${shownDate(last.signedOn ?? '')}`;
  const next = row.nextLevel === null ? '' : `next: ${LEVEL_WORDS[row.nextLevel].toLowerCase()}`;
  const kind = row.controlCode !== null && isTestPaper(row.kind) ? '' : (KIND_WORDS[row.kind] ?? row.kind);
  return [kind, next, signed].filter((part) => part !== '').join(', ');
}

/** How long a paper stands where it stands. */
export function waitingWords(since: string, now: number): { readonly days: number; readonly text: string } {
  const days = Math.max(0, Math.floor((now - Date.parse(since)) / 86_400_000));
  return { days, text: days === 0 ? 'today' : countOf(days, 'day') };
}

/** "LA-01 Design: Access provisioning", for a control has a paper on each; one without a control has its title alone. */
export function paperName({
  controlCode,
  kind,
  title,
}: Pick<BoardRow, 'controlCode' | 'kind' | 'title'>): string {
  if (controlCode === null) return title;
  const name = title.startsWith(`${controlCode} `) ? title.slice(controlCode.length + 1) : title;
  const test = isTestPaper(kind) ? `${KIND_WORDS[kind] ?? kind}: ` : '';
  return name === controlCode
    ? `${controlCode} ${test.replace(': ', '')}`.trim()
    : `${controlCode} ${test}${name}`;
}

const isTestPaper = (kind: string): boolean => kind === 'design' || kind === 'operating';

interface StampContext {
  /** Full names by id, for the card on hover. */
  readonly names: ReadonlyMap<string, string>;
  readonly words: InstantWords;
  /** The content as it stands: what a current signature covers. */
  readonly contentHash?: string | undefined;
  /** Changes since each stale signature, where they are known. */
  readonly changes?: ReadonlyMap<string, number>;
}

/** Stamps as they are drawn. The quality reviewer’s is shown where it was given. */
export function stampFacts(stamps: readonly StampView[], context: StampContext): readonly StampFacts[] {
  return stamps
    .filter((stamp) => stamp.level !== 'eqr' || stamp.state !== 'missing')
    .map((stamp) => stampFactsOf(stamp, context));
}

function stampFactsOf(stamp: StampView, { names, words, contentHash, changes }: StampContext): StampFacts {
  const level = LEVEL_WORDS[stamp.level];
  if (stamp.state === 'missing') return { state: 'none', level };
  const signer = {
    level,
    initials: stamp.initials,
    name: names.get(stamp.personId ?? '') ?? stamp.initials,
    date: shownDate(stamp.signedOn ?? ''),
    time: stamp.at === null ? '' : words.time(stamp.at),
  };
  if (stamp.state === 'stale')
    return { ...signer, state: 'stale', changes: changes?.get(stamp.signOffId ?? '') };
  const contentWords = contentHash === undefined ? undefined : hashWords(contentHash);
  return { ...signer, state: 'current', contentWords };
}
