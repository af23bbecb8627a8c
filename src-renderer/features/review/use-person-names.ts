import { useMemo } from 'react';
import { useQuery } from '../../app/client.ts';

/** Full names of the team by person, for what is shown as initials. */
export function usePersonNames(): ReadonlyMap<string, string> {
  const { data } = useQuery('team.list', {});
  return useMemo(() => new Map((data ?? []).map((member) => [member.personId, member.name])), [data]);
}
