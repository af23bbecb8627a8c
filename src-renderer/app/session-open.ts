import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

/** Features whose answers do not belong to one engagement. */
const OF_THE_COMPUTER: readonly unknown[] = ['person', 'firm', 'recent'];

/** Forgets every answer that belonged to the engagement open before: call it after another was opened or closed. */
export function useForgetEngagement(): () => void {
  const client = useQueryClient();
  return useCallback(() => {
    client.removeQueries({ predicate: (query) => !OF_THE_COMPUTER.includes(query.queryKey[0]) });
  }, [client]);
}
