const FOCUSABLE = 'button, input, textarea, select, a[href], [tabindex="0"]';

/** What is asked of an element of the page to find where the focus goes. */
export interface Place {
  readonly isConnected: boolean;
  contains(other: this): boolean;
  querySelector(selectors: string): this | null;
}

/**
 * Where the focus goes when the element that had it is gone. `around` is that element and what it stood in, from the
 * inside out; `earlier` what had the focus before, the latest first. The nearest part that still stands is taken, and in
 * it what had the focus last, else its first element that takes it; in a part larger than the page, the grid or the page.
 */
export function focusPlace<T extends Place>(around: readonly T[], earlier: readonly T[]): T | null {
  for (const part of around.filter(({ isConnected }) => isConnected)) {
    const before = earlier.find((element) => element.isConnected && part.contains(element));
    const place = before ?? placeIn(part);
    if (place !== null) return place;
  }
  return null;
}

function placeIn<T extends Place>(standing: T): T | null {
  const page = standing.querySelector('main');
  if (page === null) return standing.querySelector(FOCUSABLE);
  return page.querySelector('[role="gridcell"][tabindex="0"]') ?? page.querySelector(FOCUSABLE);
}
