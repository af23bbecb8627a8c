const ZOOMS = [0.25, 0.4, 0.5, 0.6, 0.7, 0.85, 1, 1.25, 1.5, 2, 3];

/** The next zoom up (1) or down (-1); the ends stay. */
export function zoomStep(zoom: number, direction: 1 | -1): number {
  const others = ZOOMS.filter((candidate) => (direction === 1 ? candidate > zoom : candidate < zoom));
  return (direction === 1 ? others[0] : others.at(-1)) ?? zoom;
}

/** The zoom at which a page of `pageWidth` points fills `room` CSS pixels. */
export function zoomToFit(pageWidth: number, room: number): number {
  return Math.max(0.25, Math.min(3, room / (pageWidth * (96 / 72))));
}
