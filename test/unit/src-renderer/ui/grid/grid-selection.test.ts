import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clampSelection,
  moveSelection,
  selectCell,
  selectedRange,
} from '../../../../../src-renderer/ui/grid/grid-selection.ts';
import type { GridKey, GridSelection } from '../../../../../src-renderer/ui/grid/grid-selection.ts';

const SIZE = { rows: 20, columns: 4, page: 10 };

function press(selection: GridSelection, ...keys: readonly string[]): GridSelection | undefined {
  let current: GridSelection | undefined = selection;
  for (const combination of keys) {
    if (current === undefined) return undefined;
    const parts = combination.split('+');
    const key: GridKey = {
      key: parts.at(-1) ?? '',
      shift: parts.includes('Shift'),
      command: parts.includes('Ctrl'),
    };
    current = moveSelection(current, key, SIZE);
  }
  return current;
}

describe('moveSelection', () => {
  it('moves by arrows and stays inside', () => {
    expect(press(selectCell(0, 0), 'ArrowDown', 'ArrowRight')).toEqual(selectCell(1, 1));
    expect(press(selectCell(0, 0), 'ArrowUp', 'ArrowLeft')).toEqual(selectCell(0, 0));
    expect(press(selectCell(19, 3), 'ArrowDown', 'ArrowRight')).toEqual(selectCell(19, 3));
  });

  it('jumps with Ctrl, Home, End and the page keys', () => {
    expect(press(selectCell(5, 2), 'Ctrl+ArrowDown')).toEqual(selectCell(19, 2));
    expect(press(selectCell(5, 2), 'Home')).toEqual(selectCell(5, 0));
    expect(press(selectCell(5, 2), 'Ctrl+End')).toEqual(selectCell(19, 3));
    expect(press(selectCell(5, 2), 'PageDown', 'PageDown')).toEqual(selectCell(19, 2));
    expect(press(selectCell(5, 2), 'PageUp')).toEqual(selectCell(0, 2));
  });

  it('extends with Shift from where the selection began', () => {
    const extended = press(selectCell(3, 1), 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowRight');
    expect(extended).toEqual({ focus: { row: 5, column: 2 }, anchor: { row: 3, column: 1 } });
    expect(selectedRange(extended ?? selectCell(0, 0))).toEqual({ top: 3, left: 1, bottom: 5, right: 2 });
  });

  it('turns round the anchor when the focus passes it', () => {
    expect(
      selectedRange(press(selectCell(3, 1), 'Shift+ArrowUp', 'Shift+ArrowLeft') ?? selectCell(0, 0)),
    ).toEqual({
      top: 2,
      left: 0,
      bottom: 3,
      right: 1,
    });
  });

  it('goes along the row with Tab and on to the next row', () => {
    expect(press(selectCell(0, 3), 'Tab')).toEqual(selectCell(1, 0));
    expect(press(selectCell(1, 0), 'Shift+Tab')).toEqual(selectCell(0, 3));
  });

  it('lets Tab leave at both ends', () => {
    expect([press(selectCell(19, 3), 'Tab'), press(selectCell(0, 0), 'Shift+Tab')]).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('goes down the column with Enter and on to the head of the next', () => {
    expect(press(selectCell(4, 1), 'Enter')).toEqual(selectCell(5, 1));
    expect(press(selectCell(19, 1), 'Enter')).toEqual(selectCell(0, 2));
    expect(press(selectCell(0, 0), 'Shift+Enter')).toEqual(selectCell(19, 3));
  });

  it('selects all with Ctrl A, and leaves other keys alone', () => {
    expect(selectedRange(press(selectCell(4, 1), 'Ctrl+a') ?? selectCell(0, 0))).toEqual({
      top: 0,
      left: 0,
      bottom: 19,
      right: 3,
    });
    expect([press(selectCell(0, 0), 'a'), press(selectCell(0, 0), 'F2')]).toEqual([undefined, undefined]);
  });

  it('has nowhere to go in an empty grid', () => {
    const key = { key: 'ArrowDown', shift: false, command: false };
    expect(moveSelection(selectCell(0, 0), key, { rows: 0, columns: 4, page: 10 })).toBeUndefined();
  });

  it('never leaves the grid, whatever the keys', () => {
    const keys = [
      'ArrowUp',
      'ArrowDown',
      'ArrowLeft',
      'ArrowRight',
      'PageUp',
      'PageDown',
      'Home',
      'End',
      'Enter',
      'Tab',
    ];
    const key = fc.record({ key: fc.constantFrom(...keys), shift: fc.boolean(), command: fc.boolean() });
    fc.assert(
      fc.property(
        fc.array(key, { maxLength: 40 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 5 }),
        (pressed, rows, columns) => {
          let selection = selectCell(0, 0);
          for (const next of pressed)
            selection = moveSelection(selection, next, { rows, columns, page: 3 }) ?? selection;
          const range = selectedRange(selection);
          expect(range.top >= 0 && range.left >= 0 && range.bottom < rows && range.right < columns).toBe(
            true,
          );
        },
      ),
    );
  });
});

describe('clampSelection', () => {
  it('comes back when rows went away, and keeps its identity when nothing changed', () => {
    const selection = selectCell(19, 3);
    expect(clampSelection(selection, { rows: 3, columns: 2, page: 10 })).toEqual(selectCell(2, 1));
    expect(clampSelection(selection, SIZE)).toBe(selection);
  });
});
