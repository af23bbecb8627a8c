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
const words: Readonly<Record<StampView['level'], string>> = {
  preparer: 'Preparer',
  reviewer: 'Reviewer',
  manager: 'Manager',
  partner: 'Partner',
  eqr: 'Quality reviewer',
};

/** The sign-off block of a workpaper: a row for design, and one for operation where there is one. */
export function PaperSignOffs({ control }: { readonly control: PaperControl }) {
  const design = usePaper(control.design?.workpaperId);
  const operating = usePaper(control.operating?.workpaperId);
  const rows = [
    ...(design === undefined ? [] : [rowOf('Design', design)]),
    ...(operating === undefined ? [] : [rowOf('Operation', operating)]),
  ];
  return rows.length === 0 ? null : <SignOffBlock levels={levels.map((level) => words[level])} rows={rows} />;
}

function usePaper(workpaperId: string | undefined): Paper | undefined {
  const isThere = workpaperId !== undefined;
  return useQuery('review.paper', { workpaperId: workpaperId ?? 'none' }, { enabled: isThere }).data;
}

function rowOf(label: string, paper: Paper): SignOffRow {
  return { label, stamps: levels.map((level) => factsOf(level, paper)) };
}

function factsOf(level: StampView['level'], paper: Paper): StampFacts {
  const stamp = paper.row.stamps.find((row) => row.level === level);
  if (stamp === undefined || stamp.state === 'missing') return { state: 'none', level: words[level] };
  const signer = {
    initials: stamp.initials,
    name: stamp.initials,
    level: words[level],
    date: shownDate(stamp.signedOn ?? ''),
    time: stamp.at ?? '',
    contentWords: hashWords(paper.contentHash) ?? paper.contentHash.slice(0, 12),
  };
  return stamp.state === 'valid'
    ? { state: 'current', ...signer }
    : { state: 'stale', ...signer, changes: undefined };
}
