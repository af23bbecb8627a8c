import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { nextRegion } from './region-cycle.ts';

/** F6 and Shift F6 move focus between the elements marked `data-region`, to where it last was in each. */
export function useRegionCycle(frame: RefObject<HTMLElement | null>): void {
  const lastFocused = useRef(new Map<string, HTMLElement>());
  useEffect(() => {
    const remember = (event: FocusEvent): void => {
      const target = event.target;
      if (!(target instanceof HTMLElement)) return;
      const region = regionOf(target);
      if (region !== undefined) lastFocused.current.set(region, target);
    };
    const cycle = (event: KeyboardEvent): void => {
      const root = frame.current;
      if (event.key !== 'F6' || root === null) return;
      event.preventDefault();
      const regions = [...root.querySelectorAll<HTMLElement>('[data-region]')].filter(isShown);
      const names = regions.map((element) => element.dataset['region'] ?? '');
      const next = nextRegion(regionOf(document.activeElement), names, event.shiftKey);
      const element = regions.find((candidate) => candidate.dataset['region'] === next);
      if (next === undefined || element === undefined) return;
      const last = lastFocused.current.get(next);
      (last?.isConnected === true ? last : element).focus();
    };
    document.addEventListener('focusin', remember);
    document.addEventListener('keydown', cycle);
    return () => {
      document.removeEventListener('focusin', remember);
      document.removeEventListener('keydown', cycle);
    };
  }, [frame]);
}

function regionOf(element: Element | null): string | undefined {
  const region = element?.closest('[data-region]');
  return region instanceof HTMLElement ? region.dataset['region'] : undefined;
}

function isShown(element: HTMLElement): boolean {
  return element.getClientRects().length > 0;
}
