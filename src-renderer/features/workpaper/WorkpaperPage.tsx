import { useEffect, useState } from 'react';
import { Answered } from '../../app/Answered.tsx';
import { useQuery } from '../../app/client.ts';
import { notePaperPlace, returnedPlace } from '../../app/left-place.ts';
import { usePageChrome } from '../../app/page-chrome.tsx';
import { useGo } from '../../app/use-go.ts';
import { useRouteParam } from '../../app/use-route-param.ts';
import { useKeys } from '../../ui/keys/KeyProvider.tsx';
import { PageBody, PageHeader } from '../../ui/page/PageHeader.tsx';
import { TabBar } from '../../ui/page/TabBar.tsx';
import type { TabItem } from '../../ui/page/TabBar.tsx';
import { EmptyState } from '../../ui/status/EmptyState.tsx';
import { ReferenceTag } from '../../ui/text/Folio.tsx';
import { DesignTab } from './design/DesignTab.tsx';
import { DeviationsTab } from './DeviationsTab.tsx';
import { gridQuestion } from './grid-view.ts';
import { HistoryTab } from './HistoryTab.tsx';
import { NotesTab } from './NotesTab.tsx';
import { OperatingTab } from './OperatingTab.tsx';
import { PaperChrome } from './paper-chrome.tsx';
import { PaperSignOffs } from './PaperSignOffs.tsx';
import { isPaperTab, tabsOf, type PaperControl, type PaperTab } from './paper-tabs.ts';
import { PopulationTab } from './population/PopulationTab.tsx';
import { SampleTab } from './sample/SampleTab.tsx';
import { useHeldFocus } from './use-held-focus.ts';
import styles from './WorkpaperPage.module.css';

/** A control's workpaper: design, population, sample, operating test, deviations, notes and history. */
export function WorkpaperPage() {
  const paperId = useRouteParam('paperId') ?? '';
  const controls = useQuery('control.list', {});
  const control = controls.data?.find(
    (row) => row.design?.workpaperId === paperId || row.operating?.workpaperId === paperId,
  );
  return (
    <Answered query={controls} what="the workpaper" rows={12}>
      {() =>
        control === undefined ? (
          <OtherPaper paperId={paperId} />
        ) : (
          <Paper key={control.id} control={control} paperId={paperId} />
        )
      }
    </Answered>
  );
}

/** A paper that is no control's: that of an access review, which has pages of its own, or none at all. */
function OtherPaper({ paperId }: { readonly paperId: string }) {
  const { go } = useGo();
  const reviews = useQuery('accessReview.list', {});
  const review = reviews.data?.find((row) => row.workpaperId === paperId);
  usePageChrome({ breadcrumb: [{ label: 'Tests' }] });
  const [sentence, label, place] =
    review === undefined
      ? ['There is no workpaper of a control at this address.', 'Show all tests', '/tests']
      : [
          `${review.ref} is the workpaper of an access review.`,
          'Open access review',
          `/access-review/${review.reviewId}`,
        ];
  return (
    <PageBody>
      <EmptyState
        sentence={sentence}
        action={{
          label,
          onPress: () => {
            go(place);
          },
        }}
      />
    </PageBody>
  );
}

interface PaperProps {
  readonly control: PaperControl;
  readonly paperId: string;
}

function Paper({ control, paperId }: PaperProps) {
  const { tab, choose } = useHeldTab(control, paperId);
  const tabs = usePaperTabs(control);
  useTabKeys(tabs, tab, choose);
  useHeldFocus();
  return (
    <>
      <div className={styles['paperHead']}>
        <PageHeader
          title={control.title === '' ? control.code : control.title}
          asideAlign="start"
          subtitle={<PaperWords control={control} />}
          aside={
            <PaperSignOffs
              control={control}
              onShowChanges={() => {
                choose('history');
              }}
            />
          }
        />
      </div>
      <TabBar
        label={`Workpaper ${control.code}`}
        tabs={tabs}
        current={tab}
        onChange={(id) => {
          if (isPaperTab(id)) choose(id);
        }}
        place="page"
      />
      <div
        id={`panel-${tab}`}
        role="tabpanel"
        aria-labelledby={`tab-${tab}`}
        className={tab === 'operating' ? styles['fill'] : styles['panel']}
      >
        <PaperPanel tab={tab} control={control} paperId={paperId} onTab={choose} />
      </div>
    </>
  );
}

/** The code, the criteria, and what the control says. */
function PaperWords({ control }: { readonly control: PaperControl }) {
  return (
    <>
      <b className={styles['mono']}>{control.code}</b>
      {control.criteria.map((code) => (
        <ReferenceTag key={code} reference={code} />
      ))}
      <span className={styles['statement']} title={control.text}>
        {control.text}
      </span>
    </>
  );
}

/**
 * The tab on screen. It is kept for the control as long as the window is open, so that coming back finds the place, and
 * noted for the next start.
 */
function useHeldTab(control: PaperControl, paperId: string) {
  const key = `tickmark-tab-${paperId}`;
  const first: PaperTab = control.operating?.workpaperId === paperId ? 'operating' : 'design';
  const [tab, setTab] = useState<PaperTab>(() => {
    const held = returnedPlace(control.id)?.tab ?? sessionStorage.getItem(key) ?? '';
    return isPaperTab(held) ? held : first;
  });
  useEffect(() => {
    // The operating test notes its place itself, with the cell.
    if (tab !== 'operating') notePaperPlace({ controlId: control.id, tab });
  }, [control.id, tab]);
  const choose = (next: PaperTab): void => {
    sessionStorage.setItem(key, next);
    setTab(next);
  };
  return { tab, choose };
}

/** The tabs with what is counted on them. */
function usePaperTabs(control: PaperControl): readonly TabItem[] {
  const testId = control.operating?.testId;
  const isTested = { enabled: testId !== undefined };
  const grid = useQuery('testing.grid', gridQuestion(testId ?? 'none'), isTested);
  const populations = useQuery('population.list', { controlId: control.id }, isTested);
  const deviations = useQuery('testing.deviations', { testId: testId ?? null }, isTested);
  const notes = useQuery('note.list', {});
  const papers = [control.design?.workpaperId, control.operating?.workpaperId];
  const standing = deviations.data?.filter((row) => row.withdrawnReason === null) ?? [];
  const open = notes.data?.filter((note) => papers.includes(note.workpaperId)) ?? [];
  return tabsOf(control, {
    populations: populations.data,
    grid: grid.data,
    deviations: standing.length,
    openNotes: open.length,
  });
}

/** Alt and a figure goes to a tab, brackets to the one before and after. */
function useTabKeys(tabs: readonly TabItem[], current: PaperTab, choose: (tab: PaperTab) => void): void {
  const goTo = (tab: TabItem | undefined): void => {
    if (tab !== undefined && isPaperTab(tab.id)) choose(tab.id);
  };
  const index = tabs.findIndex(({ id }) => id === current);
  const group = 'This workpaper';
  useKeys([
    ...tabs.map((tab, place) => ({
      keys: `Alt ${String(place + 1)}`,
      label: tab.label,
      group,
      run: () => {
        goTo(tab);
      },
    })),
    {
      keys: '[',
      label: 'Previous tab',
      group,
      run: () => {
        goTo(tabs[index - 1]);
      },
    },
    {
      keys: ']',
      label: 'Next tab',
      group,
      run: () => {
        goTo(tabs[index + 1]);
      },
    },
  ]);
}

interface PanelProps extends PaperProps {
  readonly tab: PaperTab;
  readonly onTab: (tab: PaperTab) => void;
}

function PaperPanel({ tab, control, paperId, onTab }: PanelProps) {
  const { operating } = control;
  if (tab === 'operating')
    // Type I has no such tab; one that was held from elsewhere falls back to the design.
    return operating === null ? (
      <PlainPanel tab="design" control={control} paperId={paperId} />
    ) : (
      <OperatingTab control={control} testId={operating.testId} onTab={onTab} />
    );
  if (tab === 'deviations') return <DeviationsTab control={control} />;
  return <PlainPanel tab={tab} control={control} paperId={paperId} />;
}

interface PlainTabProps extends PaperProps {
  readonly tab: Exclude<PaperTab, 'operating' | 'deviations'>;
}

function PlainPanel({ tab, control, paperId }: PlainTabProps) {
  return (
    <>
      <PaperChrome control={control} tab={tab} />
      <PlainTab tab={tab} control={control} paperId={paperId} />
    </>
  );
}

function PlainTab({ tab, control, paperId }: PlainTabProps) {
  switch (tab) {
    case 'population':
      return <PopulationTab controlId={control.id} />;
    case 'sample':
      return <SampleTab controlId={control.id} testId={control.operating?.testId ?? ''} />;
    case 'notes':
      return <NotesTab control={control} paperId={paperId} />;
    case 'history':
      return <HistoryTab control={control} />;
    case 'design':
      return <DesignTab controlId={control.id} />;
  }
}
