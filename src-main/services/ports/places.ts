/**
 * Where files lie. The page never names a path: dialogs hand out places (single-use tokens) and only this side knows what
 * they stand for. On the command line a place is the path itself.
 */
export interface PlacesPort {
  /** The path behind a place, or `null` where the place is unknown or has served. A mistyped passphrase leaves the place as it is. */
  pathOf(place: string): string | null;
  /** The place has served: a file was opened or made there, and the place stands for nothing any more. */
  served(place: string): void;
  /** Whether something is there. */
  isPresent(path: string): boolean;
}
