import { useEffect, useState } from 'react';
import type { RefObject } from 'react';
import { useCommand } from '../../app/client.ts';
import { endReturn, notePaperPlace, returnedPlace } from '../../app/left-place.ts';
import type { AttributeGridHandle, CellMark } from '../../ui/grid/grid-model.ts';
import type { CellRequest } from '../../ui/grid/use-grid-entry.ts';
import { isCellTab } from './cell-tabs.ts';
import type { CellTab } from './cell-tabs.ts';
import type { CellDrawerState } from './CellDrawer.tsx';
import type { PendingFile } from './evidence/AddEvidence.tsx';
import type { CellPlace, TestGrid } from './grid-view.ts';

/** What stands in the drawer beside the grid. */
export type BenchContent =
  | { readonly kind: 'conclude' }
  | { readonly kind: 'attributes' }
  | ({ readonly kind: 'cell' } & CellDrawerState);

/** The drawer beside the grid, and what leads to it. */
export interface BenchDrawer {
  readonly shown: BenchContent | undefined;
  /** The cell that has the focus of the grid. */
  readonly focus: CellPlace | undefined;
  /** The mark that filters the grid. */
  readonly mark: CellMark | undefined;
  readonly filter: (mark: CellMark | undefined) => void;
  readonly open: (tab: CellTab) => void;
  readonly conclude: () => void;
  readonly editAttributes: () => void;
  readonly close: () => void;
  readonly change: (part: Partial<CellDrawerState>) => void;
  /** The same attribute of the next or previous item. */
  readonly step: (by: 1 | -1) => void;
  readonly follow: (itemId: string, attributeId: string) => void;
  readonly request: (request: CellRequest, itemId: string, attributeId: string) => void;
  readonly dropOn: (place: CellPlace, files: readonly PendingFile[]) => void;
  /** Goes to a cell and opens a part of its drawer. */
  readonly goTo: (place: CellPlace, tab: CellTab, evaluates?: boolean) => void;
  readonly focusGrid: () => void;
}

const TAB_OF: Readonly<Record<CellRequest, CellTab>> = {
  'add-evidence': 'evidence',
  'show-evidence': 'evidence',
  'write-note': 'item-notes',
  edit: 'result',
};

/** Holds what the drawer shows; it follows the focus of the grid as long as it is open. */
export function useBenchDrawer(grid: TestGrid, handle: RefObject<AttributeGridHandle | null>): BenchDrawer {
  const [returned] = useState(() => returnedBench(grid));
  const [focus, setFocus] = useState(returned?.place);
  const [shown, setShown] = useState(returned?.shown);
  const [mark, setMark] = useState<CellMark>();
  const current = focus ?? firstCell(grid);
  useReturn(returned?.place, handle);
  useNotedPlace(grid.controlId, current, shown);

  const openAt = (place: CellPlace | undefined, part: Partial<CellDrawerState>): void => {
    if (place === undefined) return;
    setShown({ kind: 'cell', ...freshState(place, shown), ...part });
  };
  const moveTo = (place: CellPlace): void => {
    setFocus(place);
    setShown((before) => (before?.kind === 'cell' ? { ...before, ...freshState(place, before) } : before));
  };
  const goTo = (place: CellPlace, tab: CellTab, evaluates = false): void => {
    setMark(undefined);
    setFocus(place);
    handle.current?.goTo(place.itemId, place.attributeId);
    openAt(place, { tab, evaluates });
  };
  const ask = useCellRequests(openAt);
  const shows = (content: BenchContent | undefined) => () => {
    setShown(content);
  };
  return {
    ...{ shown, focus: current, mark, goTo },
    filter: setMark,
    open: (tab) => {
      openAt(current, { tab });
    },
    conclude: shows({ kind: 'conclude' }),
    editAttributes: shows({ kind: 'attributes' }),
    close: shows(undefined),
    change: (part) => {
      setShown((before) => (before?.kind === 'cell' ? { ...before, ...part } : before));
    },
    step: (by) => {
      const next = neighbour(grid, current, by);
      if (next === undefined) return;
      handle.current?.goTo(next.itemId, next.attributeId);
      moveTo(next);
    },
    follow: (itemId, attributeId) => {
      moveTo({ itemId, attributeId });
    },
    request: (request, itemId, attributeId) => {
      ask(request, { itemId, attributeId });
    },
    dropOn: (place, pending) => {
      goTo(place, 'evidence');
      openAt(place, { tab: 'evidence', pending });
    },
    focusGrid: () => {
      if (current !== undefined) handle.current?.goTo(current.itemId, current.attributeId);
    },
  };
}

/** The cell and the part of the drawer that were left when the window ended. */
function returnedBench(grid: TestGrid) {
  const left = returnedPlace(grid.controlId);
  const attribute = grid.attributes.find(({ id }) => id === left?.attributeId);
  if (left?.tab !== 'operating' || attribute === undefined) return undefined;
  const place = cellOf(grid, left.itemId, attribute.key);
  if (place === undefined) return undefined;
  return { place, shown: returnedContent(place, left.part) };
}

function returnedContent(place: CellPlace, part: string | undefined): BenchContent | undefined {
  if (part === 'conclude' || part === 'attributes') return { kind: part };
  if (part === undefined || !isCellTab(part)) return undefined;
  return { kind: 'cell', ...freshState(place, undefined), tab: part };
}

/** Puts the focus back on the cell, once. */
function useReturn(place: CellPlace | undefined, handle: RefObject<AttributeGridHandle | null>): void {
  useEffect(() => {
    if (place !== undefined) handle.current?.goTo(place.itemId, place.attributeId);
    endReturn();
    // Only where the grid appears: later the hands lead.
  }, [place, handle]);
}

/** Notes the cell and what stands beside the grid for the next start. */
function useNotedPlace(
  controlId: string,
  place: CellPlace | undefined,
  shown: BenchContent | undefined,
): void {
  const { itemId, attributeId } = place ?? {};
  const part = shown?.kind === 'cell' ? shown.tab : shown?.kind;
  useEffect(() => {
    notePaperPlace({ controlId, tab: 'operating', itemId, attributeId, part });
  }, [controlId, itemId, attributeId, part]);
}

/** What the keys of the grid ask of a cell: its part is opened, and files are chosen where evidence is to be added. */
function useCellRequests(openAt: (place: CellPlace, part: Partial<CellDrawerState>) => void) {
  const choose = useEvidenceChoice();
  return (request: CellRequest, place: CellPlace): void => {
    openAt(place, { tab: TAB_OF[request], takesFocus: request === 'write-note' || request === 'edit' });
    if (request !== 'add-evidence') return;
    choose((pending) => {
      openAt(place, { tab: 'evidence', pending });
    });
  };
}

/** Asks for files of evidence; nothing happens where none was chosen. */
function useEvidenceChoice() {
  const choose = useCommand('files.choose');
  return (onFiles: (files: readonly PendingFile[]) => void): void => {
    choose.mutate(
      { kind: 'evidence', multiple: true },
      {
        onSuccess: (files) => {
          if (files.length > 0) onFiles(files);
        },
      },
    );
  };
}

/** The drawer of another cell: the same part, nothing that waits. */
function freshState(place: CellPlace, before: BenchContent | undefined): CellDrawerState {
  const kept = before?.kind === 'cell' ? before : undefined;
  return {
    place,
    tab: kept?.tab ?? 'evidence',
    pending: [],
    isLarge: kept?.isLarge ?? false,
    takesFocus: false,
    evaluates: false,
  };
}

/** A cell by its item and the letter of its attribute, as a refusal names it. */
export function cellOf(grid: TestGrid, itemId: string | undefined, letter: unknown): CellPlace | undefined {
  const attribute = grid.attributes.find(({ key }) => key === letter) ?? grid.attributes[0];
  const isItem = grid.items.some(({ id }) => id === itemId);
  return itemId === undefined || attribute === undefined || !isItem
    ? undefined
    : { itemId, attributeId: attribute.id };
}

function firstCell(grid: TestGrid): CellPlace | undefined {
  const [item] = grid.items;
  const [attribute] = grid.attributes;
  return item === undefined || attribute === undefined
    ? undefined
    : { itemId: item.id, attributeId: attribute.id };
}

function neighbour(grid: TestGrid, place: CellPlace | undefined, by: 1 | -1): CellPlace | undefined {
  const index = grid.items.findIndex(({ id }) => id === place?.itemId);
  const item = grid.items[index + by];
  return item === undefined || place === undefined || index < 0
    ? undefined
    : { itemId: item.id, attributeId: place.attributeId };
}
