import { useInstantWords } from '../../app/use-instant-words.ts';
import type { InstantWords } from '../../ui/text/instant-words.ts';
import { useQuery } from '../../app/client.ts';
import type { Output } from '../../app/client.ts';
import { shownDate } from '../../ui/form/typed-date.ts';
import { SignOffBlock, type SignOffRow } from '../../ui/stamp/SignOffBlock.tsx';
import type { StampFacts } from '../../ui/stamp/stamp-words.ts';
import { hashWords } from '../../ui/text/hash-words.ts';
import type { PaperControl } from './paper-tabs.ts';

type Paper = Output<'review.paper'>;
type StampView = Paper['row']['stamps'][number];

const levels = ['preparer', 'reviewer', 'manager'] as const;
const levelWords: Readonly<Record<StampView['level'], string>> = {
  preparer: 'Preparer',
  reviewer: 'Reviewer',
  manager: 'Manager',
  partner: 'Partner',
  eqr: 'Quality reviewer',
};

interface PaperSignOffsProps {
  readonly control: PaperControl;
  /** Goes to what changed since a sign-off that is stale. */
  readonly onShowChanges: () => void;
}

/** The sign-off block of a workpaper: a row for design, and one for operation where there is one. */
export function PaperSignOffs({ control, onShowChanges }: PaperSignOffsProps) {
  const words = useInstantWords();
  const design = usePaper(control.design?.workpaperId);
  const operating = usePaper(control.operating?.workpaperId);
  const rows = [
    ...(design === undefined ? [] : [rowOf('Design', design, words)]),
    ...(operating === undefined ? [] : [rowOf('Operation', operating, words)]),
  ];
  return rows.length === 0 ? null : (
    <SignOffBlock
      levels={levels.map((level) => levelWords[level])}
      rows={rows}
      onShowChanges={onShowChanges}
    />
  );
}

interface SignedPaper {
  readonly paper: Paper;
  /** How many changes there were since each sign-off that is stale. */
  readonly changes: Readonly<Record<(typeof levels)[number], number | undefined>>;
}

function usePaper(workpaperId: string | undefined): SignedPaper | undefined {
  const isThere = workpaperId !== undefined;
  const paper = useQuery('review.paper', { workpaperId: workpaperId ?? 'none' }, { enabled: isThere }).data;
  const changes = {
    preparer: useChanges(paper, 'preparer'),
    reviewer: useChanges(paper, 'reviewer'),
    manager: useChanges(paper, 'manager'),
  };
  return paper === undefined ? undefined : { paper, changes };
}

function useChanges(paper: Paper | undefined, level: StampView['level']): number | undefined {
  const stamp = paper?.row.stamps.find((row) => row.level === level);
  const signOffId = stamp?.state === 'stale' ? stamp.signOffId : null;
  const asked = { workpaperId: paper?.row.workpaperId ?? 'none', signOffId };
  return useQuery('review.changes', asked, { enabled: signOffId !== null }).data?.total;
}

function rowOf(label: string, paper: SignedPaper, words: InstantWords): SignOffRow {
  return { label, stamps: levels.map((level) => factsOf(level, paper, words)) };
}

function factsOf(
  level: (typeof levels)[number],
  { paper, changes }: SignedPaper,
  words: InstantWords,
): StampFacts {
  const stamp = paper.row.stamps.find((row) => row.level === level);
  if (stamp === undefined || stamp.state === 'missing') return { state: 'none', level: levelWords[level] };
  const signer = {
    initials: stamp.initials,
    name: stamp.initials,
    level: levelWords[level],
    date: shownDate(stamp.signedOn ?? ''),
    time: stamp.at === null ? '' : words.time(stamp.at),
    contentWords: hashWords(paper.contentHash) ?? paper.contentHash.slice(0, 12),
  };
  return stamp.state === 'valid'
    ? { state: 'current', ...signer }
    : { state: 'stale', ...signer, changes: changes[level] };
}
