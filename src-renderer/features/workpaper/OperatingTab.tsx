import { useState } from 'react';
import { Answered } from '../../app/Answered.tsx';
import { useQuery } from '../../app/client.ts';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import type { DrawerContent } from '../../ui/frame/Drawer.tsx';
import { DateField } from '../../ui/form/DateField.tsx';
import { AttributeGrid } from '../../ui/grid/AttributeGrid.tsx';
import { AttributeKey } from '../../ui/grid/GridLegend.tsx';
import type { CellChange, CellMark } from '../../ui/grid/grid-model.ts';
import { EmptyState } from '../../ui/status/EmptyState.tsx';
import { CellPanel } from './CellPanel.tsx';
import { ConcludeCard } from './ConcludeCard.tsx';
import { attributesOf, cellsOf, columnsOf, itemsOf, type TestGrid } from './grid-view.ts';
import { RateCard } from './RateCard.tsx';
import styles from './WorkpaperPage.module.css';

interface OperatingTabProps {
  readonly controlId: string;
  readonly code: string;
  readonly testId: string;
  readonly onDrawer: (drawer: DrawerContent | undefined) => void;
}

/** The operating test: items by attributes, the evidence beside it, the rate, and what the conclusion may be. */
export function OperatingTab(props: OperatingTabProps) {
  const grid = useQuery('testing.grid', { testId: props.testId });
  return (
    <Answered query={grid} what="the operating test" rows={20} rowHeight={24}>
      {(data) =>
        data.attributes.length === 0 ? (
          <StartTest controlId={props.controlId} />
        ) : (
          <TestBody {...props} grid={data} />
        )
      }
    </Answered>
  );
}

function StartTest({ controlId }: { readonly controlId: string }) {
  const start = useGatedCommand('testing.start');
  return (
    <div className={styles['stack']}>
      <CommandBanner command={start} title="The test cannot start yet" failed="The test did not start" />
      <EmptyState
        sentence="The operating test stands here, with the attributes of the control library."
        action={{
          label: 'Start operating test',
          onPress: () => {
            start.run({ controlId });
          },
        }}
      />
    </div>
  );
}

type Recorder = ReturnType<typeof useRecorder>;

/** Sends changed cells, and remembers how to take the last change back. */
function useRecorder(grid: TestGrid, testedOn: string | undefined) {
  const [undo, setUndo] = useState<readonly CellChange[]>([]);
  const record = useGatedCommand('testing.record', { takesReasons: true });
  const change = (changes: readonly CellChange[], isUndo = false): void => {
    if (changes.length === 0 || testedOn === undefined) return;
    const back = changes.flatMap(({ from, to, ...cell }) =>
      from === 'missing' ? [] : [{ ...cell, from: to, to: from }],
    );
    record.run({ testId: grid.testId, testedOn, cells: cellsOf(grid, changes) }, () => {
      setUndo(isUndo ? [] : back);
    });
  };
  return {
    record,
    change,
    undo: () => {
      change(undo, true);
    },
  };
}

/** The drawer of a cell. */
function cellDrawer(
  grid: TestGrid,
  { itemId, attributeId }: { readonly itemId: string; readonly attributeId: string },
  onClose: () => void,
): DrawerContent | undefined {
  const item = grid.items.find((row) => row.id === itemId);
  const attribute = grid.attributes.find((row) => row.id === attributeId);
  if (item === undefined || attribute === undefined) return undefined;
  const cell = { testId: grid.testId, itemId, attributeId };
  return {
    title: `Item ${String(item.ordinal)}, attribute ${attribute.key}`,
    subtitle: `${item.key}, ${attribute.text}`,
    onClose,
    children: <CellPanel key={`${itemId}-${attributeId}`} {...cell} />,
  };
}

function TestBody({ code, grid, onDrawer }: OperatingTabProps & { readonly grid: TestGrid }) {
  const [testedOn, setTestedOn] = useState<string>();
  const recorder = useRecorder(grid, testedOn);
  const isReadOnly = grid.status === 'concluded' || grid.status === 'reviewed';
  if (grid.items.length === 0)
    return <EmptyState sentence="The items stand here once a sample was drawn under Sample." />;
  return (
    <div className={styles['stack']}>
      <div className={styles['tools']}>
        <AttributeKey attributes={attributesOf(grid)} />
        {isReadOnly ? null : <TestDay testedOn={testedOn} onTestedOn={setTestedOn} />}
      </div>
      <CommandBanner
        command={recorder.record}
        title="The result is not recorded"
        failed="The result was not recorded"
      />
      <TestGridPane {...{ code, grid, onDrawer, recorder, isReadOnly }} />
      <RateCard grid={grid} />
      {isReadOnly ? <Reopen grid={grid} /> : <ConcludeCard grid={grid} />}
    </div>
  );
}

interface TestDayProps {
  readonly testedOn: string | undefined;
  readonly onTestedOn: (date: string | undefined) => void;
}

/** The day of the test, which every result carries (gate T7). */
function TestDay({ testedOn, onTestedOn }: TestDayProps) {
  const note = testedOn === undefined ? { note: 'Give the day of the test, then enter results' } : {};
  return <DateField label="Tested on" value={testedOn} onChange={onTestedOn} {...note} />;
}

interface GridPaneProps extends Pick<OperatingTabProps, 'code' | 'onDrawer'> {
  readonly grid: TestGrid;
  readonly recorder: Recorder;
  readonly isReadOnly: boolean;
}

function TestGridPane({ code, grid, onDrawer, recorder, isReadOnly }: GridPaneProps) {
  const [filter, setFilter] = useState<CellMark>();
  const close = (): void => {
    onDrawer(undefined);
  };
  return (
    <div className={styles['grid']}>
      <AttributeGrid
        label={`${code}, operating test`}
        keyLabel="Key"
        items={itemsOf(grid)}
        columns={columnsOf(grid)}
        attributes={attributesOf(grid)}
        filter={filter}
        onFilter={setFilter}
        onChange={(changes) => {
          recorder.change(changes);
        }}
        onUndo={recorder.undo}
        onRequest={(_request, itemId, attributeId) => {
          onDrawer(cellDrawer(grid, { itemId, attributeId }, close));
        }}
        isReadOnly={isReadOnly}
      />
    </div>
  );
}

/** A concluded test rests; an edit sends it back to work with a reason. */
function Reopen({ grid }: { readonly grid: TestGrid }) {
  const reopen = useGatedCommand('testing.reopen', { takesReasons: true });
  return (
    <>
      <CommandBanner command={reopen} title="The test stays concluded" failed="The test was not reopened" />
      <div className={styles['foot']}>
        <span className={styles['quiet']}>{grid.conclusionText}</span>
        <ActionButton
          label="Reopen test"
          isBusy={reopen.isBusy}
          onPress={() => {
            const reason = 'Reopened in the workpaper to change a result.';
            reopen.run({ testId: grid.testId, revision: grid.revision, reason });
          }}
        />
      </div>
    </>
  );
}
