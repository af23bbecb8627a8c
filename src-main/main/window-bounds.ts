/** A rectangle on the desktop, in device-independent pixels. */
export type Bounds = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** What is remembered of the window between two runs. */
export type WindowState = { readonly bounds: Bounds; readonly isMaximized: boolean };

export const DEFAULT_SIZE = { width: 1400, height: 900 };
export const MINIMUM_SIZE = { width: 1100, height: 700 };

/** How much of the title bar has to lie on a screen for a person to be able to catch it. */
const REACHABLE = { width: 120, height: 40 };

/** Reads a remembered state; anything but a state that we wrote ourselves is forgotten. */
export function parseWindowState(text: string): WindowState | null {
  const value = parseJson(text);
  if (typeof value !== 'object' || value === null || !('bounds' in value)) return null;
  const bounds = parseBounds(value.bounds);
  if (bounds === null) return null;
  return { bounds, isMaximized: 'isMaximized' in value && value.isMaximized === true };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function parseBounds(value: unknown): Bounds | null {
  if (typeof value !== 'object' || value === null) return null;
  const x = wholeNumber(value, 'x');
  const y = wholeNumber(value, 'y');
  const width = wholeNumber(value, 'width');
  const height = wholeNumber(value, 'height');
  return x === null || y === null || width === null || height === null ? null : { x, y, width, height };
}

function wholeNumber(value: object, key: string): number | null {
  const found: unknown = Object.getOwnPropertyDescriptor(value, key)?.value;
  return typeof found === 'number' && Number.isSafeInteger(found) ? found : null;
}

/**
 * Where the window opens: as remembered where it can still be reached on one of the screens, else in the middle of
 * the first screen (`null`), because a screen may have been unplugged since.
 */
export function placeWindow(remembered: Bounds | null, screens: readonly Bounds[]): Bounds | null {
  if (remembered === null) return null;
  const bounds = {
    ...remembered,
    width: Math.max(remembered.width, MINIMUM_SIZE.width),
    height: Math.max(remembered.height, MINIMUM_SIZE.height),
  };
  return screens.some((screen) => isReachable(bounds, screen)) ? bounds : null;
}

function isReachable(bounds: Bounds, screen: Bounds): boolean {
  const across = Math.min(bounds.x + bounds.width, screen.x + screen.width) - Math.max(bounds.x, screen.x);
  const isTitleBarOnScreen = bounds.y >= screen.y && bounds.y + REACHABLE.height <= screen.y + screen.height;
  return across >= REACHABLE.width && isTitleBarOnScreen;
}
