/** The calendar day, `YYYY-MM-DD`, on which an instant falls in a time zone (IANA name); without one, on this computer. */
export function dayInZone(at: Date, timeZone?: string): string {
  const format = new Intl.DateTimeFormat('en-US', {
    ...(timeZone === undefined ? {} : { timeZone }),
    ...({ calendar: 'gregory', numberingSystem: 'latn' } as const),
    ...({ year: 'numeric', month: '2-digit', day: '2-digit' } as const),
  });
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}
