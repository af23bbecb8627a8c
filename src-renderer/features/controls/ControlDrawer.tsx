import type { DrawerContent } from '../../ui/frame/Drawer.tsx';
import { ControlCard } from './ControlCard.tsx';
import type { Control } from './messages.ts';

/** One control beside the list, with the ones before and after it. */
export function controlDrawer(
  control: Control,
  controls: readonly Control[],
  go: (path: string) => void,
): DrawerContent {
  const index = controls.findIndex((known) => known.id === control.id);
  const before = controls[index - 1];
  const after = controls[index + 1];
  return {
    title: `${control.code} ${control.title}`,
    onClose: () => {
      go('/controls');
    },
    ...(before === undefined
      ? {}
      : {
          onPrevious: () => {
            go(`/controls/${before.id}`);
          },
        }),
    ...(after === undefined
      ? {}
      : {
          onNext: () => {
            go(`/controls/${after.id}`);
          },
        }),
    children: <ControlCard key={control.id} control={control} />,
  };
}
