import { createContext, useCallback, useContext } from 'react';
import type { ReactNode } from 'react';
import { dayInZone } from './day-in-zone.ts';

const ZoneContext = createContext<string | undefined>(undefined);

interface TodayProviderProps {
  /** The time zone of what is worked on (IANA name). */
  readonly timeZone: string;
  readonly children: ReactNode;
}

/** Within an engagement, today is the day where the client's clocks stand. */
export function TodayProvider({ timeZone, children }: TodayProviderProps) {
  return <ZoneContext value={timeZone}>{children}</ZoneContext>;
}

/** Gives today as `YYYY-MM-DD`: in the engagement's time zone, and before one is open where this computer stands. */
export function useToday(): () => string {
  const timeZone = useContext(ZoneContext);
  return useCallback(() => dayInZone(new Date(), timeZone), [timeZone]);
}
