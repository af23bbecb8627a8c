import { useState } from 'react';
import type { RefObject } from 'react';
import { useCommand } from '../../app/client.ts';
import type { AttributeGridHandle, CellMark } from '../../ui/grid/grid-model.ts';
import type { CellRequest } from '../../ui/grid/use-grid-entry.ts';
import type { CellDrawerState, CellTab } from './CellDrawer.tsx';
import type { PendingFile } from './evidence/AddEvidence.tsx';
import type { CellPlace, TestGrid } from './grid-view.ts';

/** What stands in the drawer beside the grid. */
export type BenchContent = { readonly kind: 'conclude' } | ({ readonly kind: 'cell' } & CellDrawerState);

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
  const [focus, setFocus] = useState<CellPlace>();
  const [shown, setShown] = useState<BenchContent>();
  const [mark, setMark] = useState<CellMark>();
  const choose = useEvidenceChoice();
  const current = focus ?? firstCell(grid);

  const openAt = (place: CellPlace | undefined, part: Partial<CellDrawerState>): void => {
    if (place === undefined) return;
    setShown({ kind: 'cell', ...freshState(place, shown), ...part });
  };
  const goTo = (place: CellPlace, tab: CellTab, evaluates = false): void => {
    setMark(undefined);
    setFocus(place);
    handle.current?.goTo(place.itemId, place.attributeId);
    openAt(place, { tab, evaluates });
  };
  return {
    ...{ shown, focus: current, mark, goTo },
    filter: setMark,
    open: (tab) => {
      openAt(current, { tab });
    },
    conclude: () => {
      setShown({ kind: 'conclude' });
    },
    close: () => {
      setShown(undefined);
    },
    change: (part) => {
      setShown((before) => (before?.kind === 'cell' ? { ...before, ...part } : before));
    },
    step: (by) => {
      const next = neighbour(grid, current, by);
      if (next === undefined) return;
      setFocus(next);
      handle.current?.goTo(next.itemId, next.attributeId);
      setShown((before) => (before?.kind === 'cell' ? { ...before, ...freshState(next, before) } : before));
    },
    follow: (itemId, attributeId) => {
      const place = { itemId, attributeId };
      setFocus(place);
      setShown((before) => (before?.kind === 'cell' ? { ...before, ...freshState(place, before) } : before));
    },
    request: (request, itemId, attributeId) => {
      const place = { itemId, attributeId };
      openAt(place, { tab: TAB_OF[request], takesFocus: request === 'write-note' || request === 'edit' });
      if (request !== 'add-evidence') return;
      choose((pending) => {
        openAt(place, { tab: 'evidence', pending });
      });
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
