/** The place in a control's workpaper where the hands were: ids and names of parts only, no words of the client. */
export interface PaperPlace {
  readonly controlId: string;
  readonly tab: string;
  readonly itemId?: string | undefined;
  readonly attributeId?: string | undefined;
  /** What stood open beside the grid. */
  readonly part?: string | undefined;
}

const PAPER = 'tickmark-left-paper';
const RETURN = 'tickmark-return';
const pathKey = (engagementId: string): string => `tickmark-left-${engagementId}`;

/** Notes the address on screen, so that the next start goes back to it. */
export function notePath(engagementId: string, path: string): void {
  localStorage.setItem(pathKey(engagementId), path);
  if (sessionStorage.getItem(RETURN) !== path) sessionStorage.removeItem(RETURN);
}

/** The engagement was closed on purpose: it opens at its home again. */
export function forgetPath(engagementId: string): void {
  localStorage.removeItem(pathKey(engagementId));
  sessionStorage.removeItem(RETURN);
}

/** Where an engagement is opened: where it was left when the window ended, else its home. */
export function returnPath(engagementId: string): string {
  const left = localStorage.getItem(pathKey(engagementId));
  if (left !== null) sessionStorage.setItem(RETURN, left);
  return left ?? '/home';
}

/** Notes the place in the paper on screen, in place of the one before. */
export function notePaperPlace(place: PaperPlace): void {
  const known = Object.entries(place).filter((entry): entry is [string, string] => entry[1] !== undefined);
  localStorage.setItem(PAPER, new URLSearchParams(known).toString());
}

/** The place in a control's paper that was left when the window ended; only on the way back to it. */
export function returnedPlace(controlId: string): PaperPlace | undefined {
  if (sessionStorage.getItem(RETURN) === null) return undefined;
  const place = readPlace(localStorage.getItem(PAPER));
  return place?.controlId === controlId ? place : undefined;
}

/** The way back is done: papers open as usual from here. */
export function endReturn(): void {
  sessionStorage.removeItem(RETURN);
}

/** Any text can be read so: what is stored may be from another version of the program. */
function readPlace(text: string | null): PaperPlace | undefined {
  const fields = new URLSearchParams(text ?? '');
  const [controlId, tab] = [fields.get('controlId'), fields.get('tab')];
  if (controlId === null || tab === null) return undefined;
  return {
    controlId,
    tab,
    itemId: fields.get('itemId') ?? undefined,
    attributeId: fields.get('attributeId') ?? undefined,
    part: fields.get('part') ?? undefined,
  };
}
