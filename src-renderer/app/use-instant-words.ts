import { useMemo } from 'react';
import { instantWordsIn, type InstantWords } from '../ui/text/instant-words.ts';
import { useQuery } from './client.ts';

/** Words for instants in the time zone of the open engagement; in UTC until it is known. */
export function useInstantWords(): InstantWords {
  const zone = useQuery('engagement.get', {}).data?.timeZone ?? 'UTC';
  return useMemo(() => instantWordsIn(zone), [zone]);
}
