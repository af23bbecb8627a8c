import { useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { AppFrame } from '../ui/frame/AppFrame.tsx';
import type { NavGroup } from '../ui/frame/Navigation.tsx';
import type { JournalFacts } from '../ui/frame/StatusBar.tsx';
import type { Crumb, PersonMenuItem, TopBarProps } from '../ui/frame/TopBar.tsx';
import { useKeys } from '../ui/keys/KeyProvider.tsx';
import { CommandPalette } from '../ui/palette/CommandPalette.tsx';
import type { PaletteCommand } from '../ui/palette/rank-commands.ts';
import { useCurrentChrome } from './page-chrome.tsx';
import { PHASES, placeOfPath, PLACES } from './places.ts';
import type { PhaseId, Place, PlaceId } from './places.ts';
import { useGo } from './use-go.ts';

/** What stands at the right of a place in the navigation. */
export interface PlaceCount {
  /** What is done or waits: `9`, `12/59`. */
  readonly count?: string | undefined;
  /** How many gates block there; shown instead of the count. */
  readonly blocks?: number | undefined;
}

export interface AppLayoutProps {
  /** The client: the first step of every breadcrumb. */
  readonly engagement: string;
  readonly person: TopBarProps['person'];
  readonly personMenu: readonly PersonMenuItem[];
  readonly counts: Partial<Readonly<Record<PlaceId, PlaceCount>>>;
  readonly phases: Partial<Readonly<Record<PhaseId, NavGroup['progress']>>>;
  /** Places this engagement does not have: a Type I has no populations. */
  readonly hidden?: readonly PlaceId[];
  readonly journal: JournalFacts | undefined;
  /** Papers, controls and found evidence for the palette; the places and the page's own commands are added. */
  readonly commands: readonly PaletteCommand[];
  readonly onQuery?: (query: string) => void;
  readonly children: ReactNode;
}

/** The frame of an open engagement around the page on screen, with the palette and the keys that go places. */
export function AppLayout(props: AppLayoutProps) {
  const { go, hrefOf } = useGo();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const chrome = useCurrentChrome();
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const shown = PLACES.filter((place) => props.hidden?.includes(place.id) !== true);
  const goHome = (): void => {
    go('/home');
  };
  const openPalette = (): void => {
    setPaletteOpen(true);
  };
  useKeys([
    { keys: 'Ctrl K', label: 'Search or run a command', group: 'Everywhere', run: openPalette },
    ...placeKeys(shown, go),
  ]);
  useTitle(props.engagement, chrome.breadcrumb);
  return (
    <>
      <AppFrame
        topBar={{
          breadcrumb: [
            { label: props.engagement, href: hrefOf('/home'), onGo: goHome },
            ...chrome.breadcrumb,
          ],
          folio: chrome.folio,
          person: props.person,
          personMenu: props.personMenu,
          onSearch: openPalette,
        }}
        navigation={{
          groups: navGroups(props, hrefOf),
          current: placeOfPath(path)?.id,
          onGo: (item) => {
            go(pathOf(item.id));
          },
        }}
        statusBar={{ journal: props.journal }}
        drawer={chrome.drawer}
      >
        {props.children}
      </AppFrame>
      <CommandPalette
        isOpen={isPaletteOpen}
        onClose={() => {
          setPaletteOpen(false);
        }}
        commands={[...(chrome.commands ?? []), ...placeCommands(shown, go), ...props.commands]}
        {...(props.onQuery === undefined ? {} : { onQuery: props.onQuery })}
      />
    </>
  );
}

function useTitle(engagement: string, breadcrumb: readonly Crumb[]): void {
  useEffect(() => {
    document.title = [...breadcrumb.map((crumb) => crumb.label).toReversed(), engagement].join(' - ');
  }, [breadcrumb, engagement]);
}

function navGroups(props: AppLayoutProps, hrefOf: (path: string) => string): readonly NavGroup[] {
  return PHASES.map((phase) => ({
    id: phase.id,
    ...(phase.label === undefined ? {} : { label: phase.label }),
    progress: props.phases[phase.id],
    items: phase.places
      .filter((place) => props.hidden?.includes(place.id) !== true)
      .map((place) => ({
        id: place.id,
        label: place.label,
        icon: place.icon,
        href: hrefOf(place.path),
        count: props.counts[place.id]?.count,
        blocks: props.counts[place.id]?.blocks,
      })),
  })).filter((group) => group.items.length > 0);
}

function pathOf(placeId: string): string {
  return PLACES.find((place) => place.id === placeId)?.path ?? '/home';
}

function placeCommands(places: readonly Place[], go: (path: string) => void): readonly PaletteCommand[] {
  return places.map((place) => ({
    id: `place-${place.id}`,
    kind: 'place',
    label: place.label,
    icon: place.icon,
    ...(place.keys === undefined ? {} : { keys: place.keys }),
    run: () => {
      go(place.path);
    },
  }));
}

function placeKeys(places: readonly Place[], go: (path: string) => void) {
  return places.flatMap((place) =>
    place.keys === undefined
      ? []
      : [
          {
            keys: place.keys,
            label: place.label,
            group: 'Go to',
            run: () => {
              go(place.path);
            },
          },
        ],
  );
}
