/** Instants of the record in words, where the client's clocks stand. */
export interface InstantWords {
  /** "10 Jul 2026": the calendar day on which the instant falls. */
  readonly day: (instant: string) => string;
  /** "10 Jul 2026, 09:14": to the minute, for places that show many. */
  readonly time: (instant: string) => string;
  /** "10 Jul 2026, 09:14:05". */
  readonly second: (instant: string) => string;
  /** "10 Jul 2026, 09:14 Europe/Berlin": to the minute, with the zone. */
  readonly minute: (instant: string) => string;
  /** "09:14:05": the time of day. */
  readonly clock: (instant: string) => string;
}

/** Words for instants in a time zone (IANA name). A text that is no instant is given back as it is. */
export function instantWordsIn(timeZone: string): InstantWords {
  const days = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  const hours = { timeZone, hour: '2-digit', minute: '2-digit' } as const;
  const times = new Intl.DateTimeFormat('en-GB', hours);
  const clocks = new Intl.DateTimeFormat('en-GB', { ...hours, second: '2-digit' });
  const worded = (instant: string, words: (date: Date) => string): string => {
    const date = new Date(instant);
    return Number.isNaN(date.getTime()) ? instant : words(date);
  };
  const dayOf = (date: Date): string => days.format(date).replace('Sept', 'Sep');
  return {
    day: (instant) => worded(instant, dayOf),
    time: (instant) => worded(instant, (date) => `${dayOf(date)}, ${times.format(date)}`),
    second: (instant) => worded(instant, (date) => `${dayOf(date)}, ${clocks.format(date)}`),
    minute: (instant) => worded(instant, (date) => `${dayOf(date)}, ${times.format(date)} ${timeZone}`),
    clock: (instant) => worded(instant, (date) => clocks.format(date)),
  };
}
