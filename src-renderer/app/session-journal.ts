import { useQuery as useTanstackQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { JournalFacts } from '../ui/frame/StatusBar.tsx';
import { call } from './client.ts';
import type { CallError, Output } from './client.ts';
import { useInstantWords } from './use-instant-words.ts';

/** The verification waits until the first page is drawn, so that opening a file stays quick. */
const VERIFY_AFTER = 1200;

/**
 * What the status bar says of the journal. The whole file is verified once after it was opened; later entries are
 * chained to the verified ones by this program itself, so they need no second verification.
 */
export function useJournalFacts(engagement: Output<'engagement.get'> | undefined): JournalFacts | undefined {
  const id = engagement?.engagementId;
  const verdict = useVerdict(id);
  const words = useInstantWords();
  if (engagement === undefined || verdict === undefined) return undefined;
  const { entries, head, lastAt } = engagement.journal;
  return {
    entries,
    head,
    isIntact: verdict.intact,
    lastChange: lastAt === null ? undefined : words.clock(lastAt),
  };
}

/** What the verification after opening found; `undefined` while it runs. */
function useVerdict(engagementId: string | undefined): Output<'journal.verify'> | undefined {
  const [mayRun, setMayRun] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setMayRun(true);
    }, VERIFY_AFTER);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  const { data } = useTanstackQuery<Output<'journal.verify'>, CallError>({
    // A key of its own: commands ask the queries of the journal again, but not this one.
    queryKey: ['verdict', engagementId],
    queryFn: () => call('journal.verify', {}),
    enabled: mayRun && engagementId !== undefined,
    staleTime: Infinity,
    retry: false,
  });
  return data;
}
