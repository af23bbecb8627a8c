/** When a file came, and for which day or days it speaks: two different things. */
export interface Dates {
  readonly receivedOn: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** The day, or the span of days, for which a file speaks. */
export function spokenFor({ from, to }: Dates) {
  const isSpan = from !== undefined && to !== undefined;
  return {
    asOf: isSpan ? null : (from ?? to ?? null),
    coversFrom: isSpan ? from : null,
    coversTo: isSpan ? to : null,
  };
}
