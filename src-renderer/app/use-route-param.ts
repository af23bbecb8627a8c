import { useParams } from '@tanstack/react-router';

/** A part of the address on screen: `paperId` of `/tests/$paperId`; `undefined` where the address has none. */
export function useRouteParam(name: string): string | undefined {
  const params: Readonly<Record<string, string | undefined>> = useParams({ strict: false });
  return params[name];
}
