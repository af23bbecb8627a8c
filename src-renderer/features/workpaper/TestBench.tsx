import { IconPencil } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { Refusal } from '../../../shared/domain/gates/refusal.ts';
import { useQuery } from '../../app/client.ts';
import type { Output } from '../../app/client.ts';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import { usePreferences } from '../../app/preferences.tsx';
import type { DrawerContent } from '../../ui/frame/Drawer.tsx';
import { AttributeGrid } from '../../ui/grid/AttributeGrid.tsx';
import type { AttributeGridHandle, CellMark } from '../../ui/grid/grid-model.ts';
import { countOf } from '../../ui/text/format-number.ts';
import { useToday } from '../../ui/form/today.tsx';
import { AttributesPanel } from './AttributesPanel.tsx';
import { AskedWordsBar } from './AskedWordsBar.tsx';
import { commandsOf, useBenchKeys } from './bench-commands.ts';
import { BenchTools } from './BenchTools.tsx';
import { cellDrawer } from './CellDrawer.tsx';
import { ConcludePanel } from './ConcludePanel.tsx';
import { GateStrip } from './GateStrip.tsx';
import type { TestGrid } from './grid-view.ts';
import { GridDrop } from './GridDrop.tsx';
import { usePaperChrome } from './paper-chrome.tsx';
import type { PaperControl, PaperTab } from './paper-tabs.ts';
import { RateCards } from './RateCard.tsx';
import { ReopenForm } from './ReopenForm.tsx';
import { strippedActions } from './strip-actions.ts';
import { cellOf, useBenchDrawer } from './use-bench-drawer.ts';
import type { BenchDrawer } from './use-bench-drawer.ts';
import { useShownGrid } from './use-shown-grid.ts';
import { useRecorder } from './use-recorder.ts';
import type { Recorder } from './use-recorder.ts';
import styles from './WorkpaperPage.module.css';

interface TestBenchProps {
  readonly control: PaperControl;
  readonly grid: TestGrid;
  readonly populations: Output<'population.list'>;
  readonly onTab: (tab: PaperTab) => void;
}

/** The grid of a test with its drawer, the rate and the gates: everything an auditor compares, on one screen. */
export function TestBench({ control, grid, populations, onTab }: TestBenchProps) {
  const today = useToday();
  const [testedOn, setTestedOn] = useState(today);
  const handle = useRef<AttributeGridHandle>(null);
  const strip = useRef<{ focus: () => void }>(null);
  const drawer = useBenchDrawer(grid, handle);
  const recorder = useRecorder(grid, testedOn, (refusal) => supportActions(refusal, grid, drawer));
  const notes = useQuery('note.list', { workpaperId: grid.workpaperId });
  const isReadOnly = grid.status === 'concluded' || grid.status === 'reviewed';
  usePaperChrome(control, 'operating', {
    drawer: drawerOf({ grid, drawer, testedOn, notes: notes.data ?? [] }),
    commands: commandsOf({ drawer, recorder, isReadOnly }),
  });
  useBenchKeys(drawer);
  return (
    <>
      <BenchTools {...{ grid, drawer, testedOn, isReadOnly }} onTestedOn={setTestedOn} />
      <CommandBanner
        command={recorder.command}
        title="The result is not recorded"
        failed="The result was not recorded"
      />
      {recorder.asked === undefined ? null : (
        <AskedWordsBar
          grid={grid}
          asked={recorder.asked}
          onAnswer={(text) => {
            recorder.answer(text);
            drawer.focusGrid();
          }}
          onDrop={() => {
            recorder.drop();
            drawer.focusGrid();
          }}
        />
      )}
      <BenchGrid {...{ control, grid, populations, drawer, recorder, isReadOnly, handle }} />
      <div className={styles['strip']}>
        <div className={styles['stripOne']}>
          <RateCards grid={grid} />
        </div>
        {isReadOnly ? (
          <ReopenForm grid={grid} />
        ) : (
          <GateStrip
            ref={strip}
            grid={grid}
            actionsFor={(code) => strippedActions(code, { drawer, handle, onTab })}
          />
        )}
      </div>
    </>
  );
}

/** The way from "link evidence" (gate T1) to the cell that lacks it. */
function supportActions({ code, target, facts }: Refusal, grid: TestGrid, drawer: BenchDrawer) {
  const place = code === 'T1' ? cellOf(grid, target?.id, facts['k']) : undefined;
  if (place === undefined) return [];
  return [
    {
      label: 'Add evidence',
      onPress: () => {
        drawer.goTo(place, 'evidence');
      },
    },
  ];
}

interface DrawerParts {
  readonly grid: TestGrid;
  readonly drawer: BenchDrawer;
  readonly testedOn: string;
  readonly notes: Output<'note.list'>;
}

function drawerOf({ grid, drawer, testedOn, notes }: DrawerParts): DrawerContent | undefined {
  const { shown } = drawer;
  if (shown === undefined) return undefined;
  if (shown.kind === 'conclude') {
    return {
      title: 'Conclude operating test',
      subtitle: `${grid.ref}, ${countOf(grid.total, 'item')}`,
      onClose: drawer.close,
      children: <ConcludePanel grid={grid} onDone={drawer.close} />,
    };
  }
  if (shown.kind === 'attributes') {
    return {
      title: 'Attributes',
      subtitle: grid.ref,
      onClose: drawer.close,
      children: <AttributesPanel grid={grid} onDone={drawer.close} />,
    };
  }
  return cellDrawer({
    ...{ grid, state: shown, testedOn, notes, change: drawer.change },
    onClose: drawer.close,
    onStep: drawer.step,
  });
}

interface BenchGridProps extends Omit<TestBenchProps, 'onTab'> {
  readonly drawer: BenchDrawer;
  readonly recorder: Recorder;
  readonly isReadOnly: boolean;
  readonly handle: React.RefObject<AttributeGridHandle | null>;
}

function BenchGrid(props: BenchGridProps) {
  const { control, grid, populations, drawer, recorder, isReadOnly, handle } = props;
  const { hasLetterKeys } = usePreferences();
  const [unread, setUnread] = useState<readonly string[]>([]);
  const shown = useShownGrid(grid, populations, roomFor(drawer.shown), recorder.underWay);
  const setFilter = (mark: CellMark | undefined): void => {
    drawer.filter(mark);
  };
  return (
    <GridDrop grid={grid} onFiles={drawer.dropOn}>
      <AttributeGrid
        ref={handle}
        label={`${control.code}, operating test`}
        {...shown}
        filter={drawer.mark}
        onFilter={setFilter}
        onChange={(changes) => {
          setUnread([]);
          recorder.enter(changes);
        }}
        onUndo={recorder.undo}
        onUnread={setUnread}
        onRequest={drawer.request}
        onFocusCell={drawer.follow}
        isReadOnly={isReadOnly}
        hasLetterKeys={hasLetterKeys}
      />
      {unread.length === 0 ? null : (
        <p className={styles['quiet']} role="alert">
          <IconPencil size={14} stroke={1.6} aria-hidden="true" /> Nothing was pasted:{' '}
          {unread.slice(0, 3).join(', ')} {unread.length === 1 ? 'is no result' : 'are no results'}. Paste P,
          D, N or empty cells.
        </p>
      )}
    </GridDrop>
  );
}

/** How many columns of the list can be read beside the drawer. */
function roomFor(shown: BenchDrawer['shown']): number {
  if (shown === undefined) return 3;
  return shown.kind === 'cell' && shown.isLarge ? 1 : 2;
}
