import { Outlet } from '@tanstack/react-router';
import { useMantineColorScheme } from '@mantine/core';
import { useEffect } from 'react';
import type { PersonMenuItem } from '../ui/frame/TopBar.tsx';
import { useKeyHelp } from '../ui/keys/KeyProvider.tsx';
import { AppLayout } from './AppLayout.tsx';
import { useCommand, useQuery } from './client.ts';
import type { Output } from './client.ts';
import { navigationOf } from './navigation.ts';
import { usePreferences } from './preferences.tsx';
import { useJournalFacts } from './session-journal.ts';
import { roleWord, useSessionPersons } from './session-persons.ts';
import { useUnlock } from './session-unlock.tsx';
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
  return <OpenEngagement engagement={engagement.data} />;
}

function OpenEngagement({ engagement }: { readonly engagement: Output<'engagement.get'> }) {
  const { actor, present } = useSessionPersons();
  const journal = useJournalFacts(engagement);
  const menu = usePersonMenu();
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
      {...navigationOf(engagement)}
      journal={journal}
      commands={[
        ...menu.map((item) => ({
          id: `menu-${item.label}`,
          kind: 'action' as const,
          label: item.label,
          run: item.onPress,
          ...(item.keys === undefined ? {} : { keys: item.keys }),
        })),
      ]}
    >
      <Outlet />
    </AppLayout>
  );
}

function usePersonMenu(): readonly PersonMenuItem[] {
  const { go } = useGo();
  const unlock = useUnlock();
  const showKeys = useKeyHelp();
  const { actor } = useSessionPersons();
  const lock = useCommand('person.lock');
  const close = useCommand('engagement.close');
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
              go('/');
            },
          },
        );
      },
    },
  ];
}
