import { memo, useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { createRoot } from 'react-dom/client';

/*
 * The least that a grid of 500 by 12 in React does: a letter stands in the cell that has the focus, and the arrows move it.
 * Rows that did not change are not made anew, as anybody would write it.
 */

const ROWS = 500;
const COLUMNS = 12;

type Marks = readonly (readonly string[])[];
const EMPTY: Marks = Array.from({ length: ROWS }, () => Array.from({ length: COLUMNS }, () => ''));

function EmptyGrid() {
  const [marks, setMarks] = useState(EMPTY);
  const [focus, setFocus] = useState(0);
  const onKeyDown = ({ key }: KeyboardEvent): void => {
    if (key === 'ArrowDown') setFocus((row) => Math.min(row + 1, ROWS - 1));
    if (key === 'p')
      setMarks((before) => before.map((row, index) => (index === focus ? ['P', ...row.slice(1)] : row)));
  };
  return (
    <main role="grid" onKeyDown={onKeyDown}>
      {marks.map((row, index) => (
        <Row key={index} marks={row} hasFocus={index === focus} />
      ))}
    </main>
  );
}

const Row = memo(function Row({
  marks,
  hasFocus,
}: {
  readonly marks: readonly string[];
  readonly hasFocus: boolean;
}) {
  const first = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (hasFocus) first.current?.focus();
  }, [hasFocus]);
  return (
    <div role="row">
      {marks.map((mark, column) => (
        <div
          key={column}
          role="gridcell"
          tabIndex={hasFocus && column === 0 ? 0 : -1}
          ref={column === 0 ? first : null}
        >
          {mark}
        </div>
      ))}
    </div>
  );
});

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<EmptyGrid />);
