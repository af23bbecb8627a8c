import { useEffect } from 'react';
import { focusPlace } from './focus-place.ts';

/** So many elements that had the focus are remembered, to go back to the button that opened a form. */
const REMEMBERED = 20;

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
      const place = focusPlace<Element>(around, earlier);
      around = [];
      if (place instanceof HTMLElement) place.focus();
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

/** An element and what it stands in, from the inside out. */
function ancestorsOf(element: Element): readonly Element[] {
  const found: Element[] = [];
  for (let next: Element | null = element; next !== null; next = next.parentElement) found.push(next);
  return found;
}
