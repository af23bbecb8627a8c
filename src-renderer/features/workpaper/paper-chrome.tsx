import { usePageChrome } from '../../app/page-chrome.tsx';
import type { PageChrome } from '../../app/page-chrome.tsx';
import { useGo } from '../../app/use-go.ts';
import type { PaperControl, PaperTab } from './paper-tabs.ts';

const TAB_WORDS: Readonly<Record<PaperTab, string | undefined>> = {
  design: 'Design',
  population: 'Population',
  sample: 'Sample',
  operating: undefined,
  deviations: 'Deviations',
  notes: 'Notes',
  history: 'History',
};

/** The frame around a workpaper: where it is, its reference, and what the tab on screen adds. One call per tab. */
export function usePaperChrome(
  control: PaperControl,
  tab: PaperTab,
  added: Pick<PageChrome, 'drawer' | 'commands'> = {},
): void {
  const { go, hrefOf } = useGo();
  const word = TAB_WORDS[tab];
  usePageChrome({
    breadcrumb: [
      {
        label: 'Tests',
        href: hrefOf('/tests'),
        onGo: () => {
          go('/tests');
        },
      },
      { label: control.code },
      ...(word === undefined ? [] : [{ label: word }]),
    ],
    folio: control.ref ?? control.code,
    ...added,
  });
}

/** Puts the frame around a tab that adds nothing to it. */
export function PaperChrome({ control, tab }: { readonly control: PaperControl; readonly tab: PaperTab }) {
  usePaperChrome(control, tab);
  return null;
}
