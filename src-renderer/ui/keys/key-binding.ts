/** Keys that do something on the screen. */
export interface KeyBinding {
  /** As it is written for the reader: `Ctrl K`, `G H` (one after the other), `Alt 1`, `[`, `F2`. */
  readonly keys: string;
  /** What they do: "Go to the review board". */
  readonly label: string;
  /** The heading under which `?` lists them. */
  readonly group: string;
  readonly run: () => void;
  /** Listed for the reader, but handled by the component that has the focus, such as P D N in a grid. */
  readonly isLocal?: boolean;
}
