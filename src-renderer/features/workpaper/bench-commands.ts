import { useKeys } from '../../ui/keys/KeyProvider.tsx';
import type { PaletteCommand } from '../../ui/palette/rank-commands.ts';
import type { BenchDrawer } from './use-bench-drawer.ts';
import type { Recorder } from './use-recorder.ts';

interface CommandParts {
  readonly drawer: BenchDrawer;
  readonly recorder: Recorder;
  readonly isReadOnly: boolean;
}

/** What the palette can do on a test. */
export function commandsOf({ drawer, recorder, isReadOnly }: CommandParts): readonly PaletteCommand[] {
  const action = (id: string, label: string, run: () => void, keys?: string): PaletteCommand => ({
    ...{ id: `test-${id}`, kind: 'action', label, run },
    ...(keys === undefined ? {} : { keys }),
  });
  return [
    action(
      'evidence',
      'Look at the evidence of the cell',
      () => {
        drawer.open('evidence');
      },
      'Space',
    ),
    action(
      'note',
      'Write a note on the item',
      () => {
        drawer.open('item-notes');
      },
      'M',
    ),
    action(
      'result',
      'Edit the result of the cell',
      () => {
        drawer.open('result');
      },
      'F2',
    ),
    ...(isReadOnly
      ? []
      : [
          action('undo', 'Undo the last result', recorder.undo, 'Ctrl Z'),
          action('attributes', 'Change the attributes and tick-marks', drawer.editAttributes),
          action('conclude', 'Conclude test', drawer.conclude),
        ]),
  ];
}

/** Keys beside those of the grid itself: the next item with the drawer beside it, and the way out. */
export function useBenchKeys(drawer: BenchDrawer): void {
  const group = 'This test';
  const local = (keys: string, label: string) => ({
    keys,
    label,
    group,
    isLocal: true,
    run: () => undefined,
  });
  useKeys([
    local('P', 'No deviation'),
    local('D', 'Deviation'),
    local('N', 'Not applicable'),
    local('Delete', 'Empty'),
    local('Ctrl D', 'Fill down'),
    local('Ctrl C', 'Copy results'),
    local('Ctrl V', 'Paste results'),
    local('Ctrl Z', 'Undo'),
    local('Space', 'Look at the evidence'),
    local('E', 'Add evidence'),
    local('M', 'Write a note'),
    local('F2', 'Edit the result'),
    {
      keys: 'J',
      label: 'Next item',
      group,
      run: () => {
        drawer.step(1);
      },
    },
    {
      keys: 'K',
      label: 'Previous item',
      group,
      run: () => {
        drawer.step(-1);
      },
    },
    { keys: 'Escape', label: 'Close the drawer', group, run: drawer.close },
  ]);
}
