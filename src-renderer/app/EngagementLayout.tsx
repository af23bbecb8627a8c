import { Outlet, useRouterState } from '@tanstack/react-router';
import { useMantineColorScheme } from '@mantine/core';
import { useEffect } from 'react';
import type { PersonMenuItem } from '../ui/frame/TopBar.tsx';
import { useKeyHelp } from '../ui/keys/KeyProvider.tsx';
import type { PaletteCommand } from '../ui/palette/rank-commands.ts';
import { AppLayout } from './AppLayout.tsx';
import { useCommand, useQuery } from './client.ts';
import type { Output } from './client.ts';
import { navigationOf } from './navigation.ts';
import { usePreferences } from './preferences.tsx';
import { useJournalFacts } from './session-journal.ts';
import { forgetPath, notePath } from './left-place.ts';
import { useForgetEngagement } from './session-open.ts';
import { roleWord, useSessionPersons } from './session-persons.ts';
import { useUnlock } from './session-unlock.tsx';
import { TodayProvider } from '../ui/form/today.tsx';
import { paperPath } from './target-path.ts';
import { useGo } from './use-go.ts';

/** The frame of the open engagement. Where none is open, the start screen takes its place. */
export function EngagementLayout() {
  const engagement = useQuery('engagement.get', {});
  const { go } = useGo();
  const isClosed = engagement.error?.refusal?.code === 'no-engagement';
  useEffect(() => {
    if (isClosed) go('/');
  }, [isClosed, go]);
  if (engagement.data === undefined) return null;
  return (
    <TodayProvider timeZone={engagement.data.timeZone}>
      <OpenEngagement engagement={engagement.data} />
    </TodayProvider>
  );
}

function OpenEngagement({ engagement }: { readonly engagement: Output<'engagement.get'> }) {
  const { actor, present } = useSessionPersons();
  const { go } = useGo();
  const home = useQuery('home.get', {});
  const journal = useJournalFacts(engagement);
  const menu = usePersonMenu(engagement.engagementId);
  useNotedPath(engagement.engagementId);
  const name = present === undefined ? 'Nobody' : present.name;
  return (
    <AppLayout
      engagement={engagement.clientName}
      person={{
        initials: present?.initials ?? '–',
        name,
        role: actor === undefined ? 'Key locked' : roleWord(engagement.actor?.role ?? null),
      }}
      personMenu={menu}
      {...navigationOf(engagement, home.data)}
      journal={journal}
      commands={[
        ...menu.map((item) => ({
          id: `menu-${item.label}`,
          kind: 'action' as const,
          label: item.label,
          run: item.onPress,
          ...(item.keys === undefined ? {} : { keys: item.keys }),
        })),
        ...paperCommands(home.data?.papers ?? [], go),
      ]}
    >
      <Outlet />
    </AppLayout>
  );
}

/** Workpapers as the palette finds them: by reference, by the number of the control, by title. */
function paperCommands(
  papers: Output<'home.get'>['papers'],
  go: (path: string) => void,
): readonly PaletteCommand[] {
  return papers.map(({ id, ref, title, kind, code }) => ({
    id: `paper-${id}`,
    kind: 'paper',
    reference: code ?? ref,
    label: paperLabel(kind, title),
    detail: ref,
    run: () => {
      go(paperPath(id));
    },
  }));
}

/** The two papers of a control have one title: which of them it is stands before. */
function paperLabel(kind: string, title: string): string {
  if (kind === 'design') return `Design: ${title}`;
  return kind === 'operating' ? `Operating test: ${title}` : title;
}

/** The address on screen is where the next start goes back to. */
function useNotedPath(engagementId: string): void {
  const path = useRouterState({ select: (state) => state.location.pathname });
  useEffect(() => {
    notePath(engagementId, path);
  }, [engagementId, path]);
}

function usePersonMenu(engagementId: string): readonly PersonMenuItem[] {
  const { go } = useGo();
  const unlock = useUnlock();
  const showKeys = useKeyHelp();
  const { actor } = useSessionPersons();
  const lock = useCommand('person.lock');
  const close = useCommand('engagement.close');
  const forget = useForgetEngagement();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { hasLetterKeys, setLetterKeys } = usePreferences();
  const next = colorScheme === 'dark' ? 'light' : 'dark';
  return [
    { label: actor === undefined ? 'Unlock signing key' : 'Switch person', onPress: unlock },
    ...(actor === undefined
      ? []
      : [
          {
            label: 'Lock signing key',
            onPress: () => {
              lock.mutate({});
            },
          },
        ]),
    {
      label: 'Persons and firm',
      onPress: () => {
        go('/persons');
      },
    },
    { label: 'Keys of this screen', keys: '?', onPress: showKeys },
    {
      label: next === 'dark' ? 'Use dark colours' : 'Use light colours',
      onPress: () => {
        setColorScheme(next);
      },
    },
    {
      label: hasLetterKeys ? 'Switch single-letter keys off' : 'Switch single-letter keys on',
      onPress: () => {
        setLetterKeys(!hasLetterKeys);
      },
    },
    {
      label: 'Close engagement',
      onPress: () => {
        close.mutate(
          {},
          {
            onSuccess: () => {
              forget();
              forgetPath(engagementId);
              go('/');
            },
          },
        );
      },
    },
  ];
}
