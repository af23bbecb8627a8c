import { useState } from 'react';
import { Answered } from '../../app/Answered.tsx';
import { useQuery } from '../../app/client.ts';
import { usePageChrome } from '../../app/page-chrome.tsx';
import { useGo } from '../../app/use-go.ts';
import { useRouteParam } from '../../app/use-route-param.ts';
import type { DrawerContent } from '../../ui/frame/Drawer.tsx';
import { useKeys } from '../../ui/keys/KeyProvider.tsx';
import { PageBody, PageHeader } from '../../ui/page/PageHeader.tsx';
import { TabBar } from '../../ui/page/TabBar.tsx';
import { EmptyState } from '../../ui/status/EmptyState.tsx';
import { DesignTab } from './DesignTab.tsx';
import { DeviationsTab } from './DeviationsTab.tsx';
import { HistoryTab } from './HistoryTab.tsx';
import { NotesTab } from './NotesTab.tsx';
import { OperatingTab } from './OperatingTab.tsx';
import { PaperSignOffs } from './PaperSignOffs.tsx';
import { isPaperTab, tabsOf, type PaperControl, type PaperTab } from './paper-tabs.ts';
import { PopulationTab } from './population/PopulationTab.tsx';
import { SampleTab } from './sample/SampleTab.tsx';

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
        control === undefined ? <NoPaper /> : <Paper key={control.id} control={control} paperId={paperId} />
      }
    </Answered>
  );
}

function NoPaper() {
  const { go } = useGo();
  usePageChrome({ breadcrumb: [{ label: 'Tests' }] });
  return (
    <PageBody>
      <EmptyState
        sentence="There is no workpaper of a control at this address."
        action={{
          label: 'Show all tests',
          onPress: () => {
            go('/tests');
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
  const { go, hrefOf } = useGo();
  const isOperating = control.operating?.workpaperId === paperId;
  const [tab, setTab] = useState<PaperTab>(isOperating ? 'operating' : 'design');
  const [drawer, setDrawer] = useState<DrawerContent>();
  const tabs = usePaperTabs(control, paperId);
  const choose = (id: string): void => {
    setDrawer(undefined);
    if (isPaperTab(id)) setTab(id);
  };
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
    ],
    folio: control.ref ?? control.code,
    drawer: tab === 'operating' ? drawer : undefined,
  });
  useKeys(
    tabs.map((item, index) => ({
      keys: `Alt ${String(index + 1)}`,
      label: item.label,
      group: 'This workpaper',
      run: () => {
        choose(item.id);
      },
    })),
  );
  return (
    <PageBody>
      <PageHeader
        title={control.title}
        subtitle={`${control.code}, ${control.criteria.join(', ')}`}
        aside={<PaperSignOffs control={control} />}
      />
      <TabBar label={`Workpaper ${control.code}`} tabs={tabs} current={tab} onChange={choose} place="page" />
      <div id={`panel-${tab}`} role="tabpanel" aria-labelledby={`tab-${tab}`}>
        <PaperPanel tab={tab} control={control} paperId={paperId} onDrawer={setDrawer} />
      </div>
    </PageBody>
  );
}

/** The tabs with what is counted on them. */
function usePaperTabs(control: PaperControl, workpaperId: string): ReturnType<typeof tabsOf> {
  const testId = control.operating?.testId ?? null;
  const deviations = useQuery('testing.deviations', { testId }, { enabled: testId !== null });
  const notes = useQuery('note.list', { workpaperId });
  const standing = deviations.data?.filter((row) => row.withdrawnReason === null) ?? [];
  const open = notes.data?.filter((note) => note.status !== 'cleared') ?? [];
  return tabsOf(control, standing.length, open.length);
}

interface PanelProps extends PaperProps {
  readonly tab: PaperTab;
  readonly onDrawer: (drawer: DrawerContent | undefined) => void;
}

function PaperPanel({ tab, control, paperId, onDrawer }: PanelProps) {
  const testId = control.operating?.testId ?? '';
  switch (tab) {
    case 'design':
      return <DesignTab controlId={control.id} />;
    case 'population':
      return <PopulationTab controlId={control.id} />;
    case 'sample':
      return <SampleTab controlId={control.id} testId={testId} />;
    case 'operating':
      return <OperatingTab controlId={control.id} code={control.code} testId={testId} onDrawer={onDrawer} />;
    case 'deviations':
      return <DeviationsTab testId={testId} />;
    case 'notes':
      return <NotesTab workpaperId={paperId} />;
    case 'history':
      return <HistoryTab workpaperId={paperId} />;
  }
}
