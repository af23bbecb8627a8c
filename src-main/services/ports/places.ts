/**
 * Where files lie. The page never names a path: dialogs hand out places (single-use tokens) and only this side knows what
 * they stand for. On the command line a place is the path itself.
 */
export interface PlacesPort {
  /** The path behind a place, or `null` where the place is unknown or was used up. */
  pathOf(place: string): string | null;
  /** Whether something is there. */
  isPresent(path: string): boolean;
}
