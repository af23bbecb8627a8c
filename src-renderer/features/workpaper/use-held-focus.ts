import { useEffect } from 'react';

/** So many elements that had the focus are remembered, to go back to the button that opened a form. */
const REMEMBERED = 20;
const FOCUSABLE = 'button, input, textarea, select, a[href], [tabindex="0"]';

/**
 * Keeps the focus where the work is. A form that closes after its command takes the focused button with it, and the
 * focus would fall to the start of the window; it goes to the nearest part of the screen that still stands instead.
 */
export function useHeldFocus(): void {
  useEffect(() => {
    let around: readonly Element[] = [];
    let earlier: readonly HTMLElement[] = [];
    const remember = ({ target }: FocusEvent): void => {
      if (!(target instanceof HTMLElement)) return;
      around = ancestorsOf(target);
      earlier = [target, ...earlier.filter((element) => element !== target)].slice(0, REMEMBERED);
    };
    const restore = (): void => {
      const [focused] = around;
      if (document.activeElement !== document.body || focused === undefined || focused.isConnected) return;
      const standing = around.filter((element) => element.isConnected);
      around = [];
      standing
        .map(
          (part) => earlier.find((element) => element.isConnected && part.contains(element)) ?? placeIn(part),
        )
        .find((place) => place !== null)
        ?.focus();
    };
    const observer = new MutationObserver(restore);
    document.addEventListener('focusin', remember);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', remember);
      observer.disconnect();
    };
  }, []);
}

/** Where the focus goes in a part of the screen; in one larger than the page, to the grid, or to the page. */
function placeIn(standing: Element): HTMLElement | null {
  const page = standing.querySelector('main');
  if (page === null) return standing.querySelector<HTMLElement>(FOCUSABLE);
  return (
    page.querySelector<HTMLElement>('[role="gridcell"][tabindex="0"]') ??
    page.querySelector<HTMLElement>(FOCUSABLE)
  );
}

/** An element and what it stands in, from the inside out. */
function ancestorsOf(element: Element): readonly Element[] {
  const found: Element[] = [];
  for (let next: Element | null = element; next !== null; next = next.parentElement) found.push(next);
  return found;
}
