/** The regions of the window in the order in which F6 visits them. */
const REGION_ORDER: readonly string[] = ['navigation', 'main', 'drawer'];

/**
 * The region after `current` among those on screen, or before it when `isBackwards`; from outside every region
 * the first one. `undefined` when no region is on screen.
 */
export function nextRegion(
  current: string | undefined,
  onScreen: readonly string[],
  isBackwards: boolean,
): string | undefined {
  const regions = REGION_ORDER.filter((region) => onScreen.includes(region));
  const index = current === undefined ? -1 : regions.indexOf(current);
  if (index < 0) return isBackwards ? regions.at(-1) : regions[0];
  const step = isBackwards ? -1 : 1;
  return regions[(index + step + regions.length) % regions.length];
}
