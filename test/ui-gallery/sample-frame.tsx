import { IconKeyboard, IconMoon, IconSettings } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { PHASES } from '../../src-renderer/app/places.ts';
import { AppFrame } from '../../src-renderer/ui/frame/AppFrame.tsx';
import type { DrawerContent } from '../../src-renderer/ui/frame/Drawer.tsx';
import type { Crumb } from '../../src-renderer/ui/frame/TopBar.tsx';
import { useKeyHelp, useKeys } from '../../src-renderer/ui/keys/KeyProvider.tsx';
import { CommandPalette } from '../../src-renderer/ui/palette/CommandPalette.tsx';
import { SAMPLE_COMMANDS } from './sample-commands.ts';

/** The counts of the drawn engagement. */
const COUNTS: Readonly<Record<string, { readonly count?: string; readonly blocks?: number }>> = {
  review: { count: '9' },
  controls: { blocks: 1 },
  requests: { count: '41/58' },
  populations: { count: '19/31' },
  tests: { count: '12/59' },
  'access-review': { count: '1/4' },
  deviations: { count: '3' },
  criteria: { count: '3/38' },
  letters: { count: '0/2' },
  report: { blocks: 6 },
};

const PROGRESS = {
  plan: { isDone: true },
  fieldwork: { isDone: false, text: '12 of 59' },
  conclude: { isDone: false, text: '3 of 38' },
} as const;

export const HEAD = '32f1a2e0d4b7c6a5988d7e1f0a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d';

interface SampleFrameProps {
  readonly current: string;
  readonly breadcrumb: readonly Crumb[];
  readonly folio?: string;
  readonly drawer?: DrawerContent | undefined;
  readonly person?: { readonly initials: string; readonly name: string; readonly role: string };
  readonly children: ReactNode;
}

/** The frame of the drawn engagement around a view. */
export function SampleFrame({ current, breadcrumb, folio, drawer, person, children }: SampleFrameProps) {
  const [isOpen, setOpen] = useState(false);
  const showKeys = useKeyHelp();
  const open = (): void => {
    setOpen(true);
  };
  useKeys([{ keys: 'Ctrl K', label: 'Search or run a command', group: 'Everywhere', run: open }]);
  return (
    <>
      <AppFrame
        topBar={{
          breadcrumb: [{ label: 'Northwind Hosting, Inc.', href: '#/home' }, ...breadcrumb],
          folio,
          person: person ?? { initials: 'AK', name: 'AK', role: 'Staff' },
          personMenu: [
            { label: 'Settings', icon: IconSettings, onPress: () => undefined },
            { label: 'Dark scheme', icon: IconMoon, onPress: () => undefined },
            { label: 'Keys of this screen', icon: IconKeyboard, keys: '?', onPress: showKeys },
          ],
          onSearch: open,
        }}
        navigation={{ groups: sampleGroups(), current, onGo: () => undefined }}
        statusBar={{ journal: { entries: 2318, isIntact: true, head: HEAD, lastChange: '14:32:07' } }}
        drawer={drawer}
      >
        {children}
      </AppFrame>
      <CommandPalette
        isOpen={isOpen}
        onClose={() => {
          setOpen(false);
        }}
        commands={SAMPLE_COMMANDS}
      />
    </>
  );
}

function sampleGroups() {
  const progress: Readonly<Record<string, (typeof PROGRESS)[keyof typeof PROGRESS] | undefined>> = PROGRESS;
  return PHASES.map((phase) => ({
    id: phase.id,
    ...(phase.label === undefined ? {} : { label: phase.label }),
    progress: progress[phase.id],
    items: phase.places.map((place) => ({ ...place, href: `#${place.path}`, ...COUNTS[place.id] })),
  }));
}
