import { useInstantWords } from '../../app/use-instant-words.ts';
import { useEffect, useRef } from 'react';
import { useQuery } from '../../app/client.ts';
import type { DrawerContent } from '../../ui/frame/Drawer.tsx';
import { DrawerSection } from '../../ui/frame/Drawer.tsx';
import { shownDate } from '../../ui/form/typed-date.ts';
import { TabBar } from '../../ui/page/TabBar.tsx';
import type { TabItem } from '../../ui/page/TabBar.tsx';
import { CELL_TABS } from './cell-tabs.ts';
import type { CellTab } from './cell-tabs.ts';
import { CellResult } from './CellResult.tsx';
import { DeviationPanel } from './DeviationPanel.tsx';
import type { Deviation } from './deviation-words.ts';
import type { PendingFile } from './evidence/AddEvidence.tsx';
import { EvidencePart } from './evidence/EvidencePart.tsx';
import type { EvidenceTarget } from './evidence/evidence-words.ts';
import { cellAt } from './grid-view.ts';
import type { CellPlace, TestGrid } from './grid-view.ts';
import { NewNote, NoteList, NoteState } from './NoteList.tsx';
import type { Note } from './NoteList.tsx';
import { ReplaceItem } from './sample/ReplaceItem.tsx';
import styles from './WorkpaperPage.module.css';

/** What the drawer of a cell holds beside the cell itself. */
export interface CellDrawerState {
  readonly place: CellPlace;
  readonly tab: CellTab;
  /** Files that were dropped on the cell and wait for their dates. */
  readonly pending: readonly PendingFile[];
  readonly isLarge: boolean;
  /** The part was asked for to write in it: its field takes the focus. */
  readonly takesFocus: boolean;
  /** "Evaluate" was pressed at a gate. */
  readonly evaluates: boolean;
}

interface CellDrawerProps {
  readonly grid: TestGrid;
  readonly state: CellDrawerState;
  readonly testedOn: string;
  readonly change: (part: Partial<CellDrawerState>) => void;
}

/** The drawer of a cell: title, way to the neighbours, content, and the open note at its foot. */
export function cellDrawer(
  props: CellDrawerProps & {
    readonly notes: readonly Note[];
    readonly onClose: () => void;
    readonly onStep: (by: 1 | -1) => void;
  },
): DrawerContent | undefined {
  const { grid, state, notes, onClose, onStep } = props;
  const found = cellAt(grid, state.place);
  if (found === undefined) return undefined;
  const { item, letter } = found;
  const note = notes.find((known) => known.anchor === item.id && known.status !== 'cleared');
  const day = item.occurredOn === null ? '' : `, ${shownDate(item.occurredOn)}`;
  return {
    title: `Item ${String(item.ordinal)}, attribute ${letter}`,
    subtitle: `${item.key}${day}`,
    width: state.isLarge ? 'preview' : 'normal',
    onClose,
    onPrevious: () => {
      onStep(-1);
    },
    onNext: () => {
      onStep(1);
    },
    children: <CellContent key={`${item.id} ${letter}`} {...props} />,
    ...(note === undefined ? {} : { footer: <FootNote note={note} /> }),
  };
}

function FootNote({ note }: { readonly note: Note }) {
  const words = useInstantWords();
  return (
    <div className={styles['tight']}>
      <div className={styles['head']}>
        <span>
          <b>{note.author}</b> <span className={styles['quiet']}>{words.time(note.createdAt)}</span>
        </span>
        <NoteState status={note.status} />
      </div>
      <p className={styles['text']}>{note.text}</p>
    </div>
  );
}

function CellContent({ grid, state, testedOn, change }: CellDrawerProps) {
  const deviations = useQuery('testing.deviations', { testId: grid.testId });
  const notes = useQuery('note.list', { workpaperId: grid.workpaperId });
  const panel = useWritingFocus(state);
  const found = cellAt(grid, state.place);
  if (found === undefined) return null;
  const { item, cell, letter } = found;
  const own = (deviations.data ?? []).filter((row) => row.itemId === item.id && row.attributeKey === letter);
  const itemNotes = (notes.data ?? []).filter(({ anchor }) => anchor === item.id);
  const isOn = (tab: CellTab): boolean => shownTab(state.tab, own) === tab;
  return (
    <>
      <TabBar
        label={`Item ${String(item.ordinal)}, attribute ${letter}`}
        place="drawer"
        tabs={tabsOf(item.evidenceCount, own, itemNotes)}
        current={shownTab(state.tab, own)}
        onChange={(id) => {
          const tab = CELL_TABS.find((known) => known === id);
          if (tab !== undefined) change({ tab, evaluates: false, takesFocus: false });
        }}
      />
      <div
        role="tabpanel"
        id={`panel-${shownTab(state.tab, own)}`}
        aria-labelledby={`tab-${shownTab(state.tab, own)}`}
        ref={panel}
      >
        {isOn('evidence') ? <EvidenceTab grid={grid} state={state} change={change} deviations={own} /> : null}
        {isOn('result') ? <ResultTab grid={grid} state={state} testedOn={testedOn} change={change} /> : null}
        {isOn('deviation') ? <Deviations rows={own} note={cell.note} startsOpen={state.evaluates} /> : null}
        {isOn('item-notes') ? (
          <>
            <NoteList notes={itemNotes} empty="Notes on this item stand here." />
            <DrawerSection title="New note">
              <NewNote workpaperId={grid.workpaperId} anchor={item.id} />
            </DrawerSection>
          </>
        ) : null}
      </div>
    </>
  );
}

/** Puts the focus into the field of a part that was opened to write in it. */
function useWritingFocus({ takesFocus, tab }: CellDrawerState) {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) panel.current?.querySelector('textarea')?.focus();
  }, [takesFocus, tab]);
  return panel;
}

function isConcluded({ status }: TestGrid): boolean {
  return status === 'concluded' || status === 'reviewed';
}

/** A cell without a deviation has no tab for one. */
function shownTab(tab: CellTab, deviations: readonly Deviation[]): CellTab {
  return tab === 'deviation' && deviations.length === 0 ? 'evidence' : tab;
}

function tabsOf(files: number, deviations: readonly Deviation[], notes: readonly Note[]): readonly TabItem[] {
  const count = (amount: number) => (amount === 0 ? {} : { count: String(amount) });
  return [
    { id: 'evidence', label: 'Evidence', ...count(files) },
    { id: 'result', label: 'Result' },
    ...(deviations.length === 0
      ? []
      : [{ id: 'deviation', label: 'Deviation', ...count(deviations.length) }]),
    { id: 'item-notes', label: 'Notes', ...count(notes.length) },
  ];
}

function ResultTab({ grid, state, testedOn, change }: CellDrawerProps) {
  const found = cellAt(grid, state.place);
  if (found === undefined) return null;
  const { item, cell } = found;
  return (
    <>
      <DrawerSection>
        <CellResult key={cell.revision ?? 0} grid={grid} place={state.place} testedOn={testedOn} />
      </DrawerSection>
      {isConcluded(grid) ? null : (
        <DrawerSection title={`Item ${String(item.ordinal)}`}>
          <ReplaceItem
            key={item.id}
            item={item}
            isChosen={item.isTargeted}
            onReplaced={(itemId) => {
              change({ place: { ...state.place, itemId } });
            }}
          />
        </DrawerSection>
      )}
    </>
  );
}

interface EvidenceTabProps extends Omit<CellDrawerProps, 'testedOn'> {
  readonly deviations: readonly Deviation[];
}

function EvidenceTab({ grid, state, change, deviations }: EvidenceTabProps) {
  const found = cellAt(grid, state.place);
  if (found === undefined) return null;
  const { item, cell, letter } = found;
  const onItem: EvidenceTarget = { kind: 'sampleItem', id: item.id };
  const target = cell.resultId === null ? onItem : ({ kind: 'attributeResult', id: cell.resultId } as const);
  return (
    <>
      <DrawerSection>
        <EvidencePart
          target={target}
          beside={target === onItem ? undefined : onItem}
          place={`item ${String(item.ordinal)}, attribute ${letter}`}
          letter={letter}
          pending={state.pending}
          onPending={(pending) => {
            change({ pending });
          }}
          isLarge={state.isLarge}
          onLarge={(isLarge) => {
            change({ isLarge });
          }}
        />
      </DrawerSection>
      {deviations.length === 0 ? null : <Deviations rows={deviations} note={cell.note} startsOpen={false} />}
    </>
  );
}

interface DeviationsProps {
  readonly rows: readonly Deviation[];
  readonly note: string;
  readonly startsOpen: boolean;
}

function Deviations({ rows, note, startsOpen }: DeviationsProps) {
  return rows.map((row) => (
    <DrawerSection key={row.id}>
      <DeviationPanel deviation={row} note={note} startsOpen={startsOpen} />
    </DrawerSection>
  ));
}
