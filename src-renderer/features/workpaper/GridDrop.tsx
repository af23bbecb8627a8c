import { useState } from 'react';
import type { DragEvent, ReactNode } from 'react';
import { CallError } from '../../app/client.ts';
import { failureWords } from '../../app/failure-words.ts';
import { FailedState } from '../../ui/status/FailedState.tsx';
import { offerFiles } from './evidence/AddEvidence.tsx';
import type { PendingFile } from './evidence/AddEvidence.tsx';
import type { CellPlace, TestGrid } from './grid-view.ts';
import styles from './WorkpaperPage.module.css';

interface GridDropProps {
  readonly grid: TestGrid;
  readonly onFiles: (place: CellPlace, files: readonly PendingFile[]) => void;
  readonly children: ReactNode;
}

/** Takes files that are dropped on a row or a cell of the grid; the drawer then asks for their dates. */
export function GridDrop({ grid, onFiles, children }: GridDropProps) {
  const [failure, setFailure] = useState<CallError>();
  return (
    <div
      className={styles['dropArea']}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes('Files')) event.preventDefault();
      }}
      onDrop={(event) => {
        event.preventDefault();
        setFailure(undefined);
        const place = placeUnder(grid, event);
        const files = [...event.dataTransfer.files];
        if (place === undefined || files.length === 0) return;
        offerFiles(files).then(
          (offered) => {
            onFiles(place, offered);
          },
          (cause: unknown) => {
            if (!(cause instanceof CallError)) throw cause;
            setFailure(cause);
          },
        );
      }}
    >
      {children}
      {failure === undefined ? null : <FailedState {...failureWords('The files were not taken', failure)} />}
    </div>
  );
}

/** The cell under the pointer; a drop on another column of a row counts for its first attribute. */
function placeUnder(grid: TestGrid, event: DragEvent): CellPlace | undefined {
  const target = event.target instanceof Element ? event.target : null;
  const row = target?.closest('[role="row"]')?.querySelector('[role="rowheader"]');
  const item = grid.items.find(({ ordinal }) => String(ordinal) === row?.textContent);
  const column = target?.closest<HTMLElement>('[data-column]')?.dataset['column'];
  const attribute = grid.attributes[Number(column ?? 0)];
  return item === undefined || attribute === undefined
    ? undefined
    : { itemId: item.id, attributeId: attribute.id };
}
