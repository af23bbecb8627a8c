/** A gate of the domain reference (b.3): when it acts, whether a typed reason passes it, and its words. */
export interface GateText {
  /** `block`: nothing passes it. `warning`: a typed reason passes it and is kept in the journal. */
  readonly kind: 'block' | 'warning';
  /** The action that it guards. */
  readonly at: string;
  /** The rule in a few words, as the headline of a banner. */
  readonly title: string;
  /** The message with `{values}` to fill in; `{n|one|many}` agrees in number. */
  readonly message: string;
  /** The next step. */
  readonly next: string;
}

/** A gate that nothing passes. */
export const block = (at: string, title: string, message: string, next: string): GateText => ({
  kind: 'block',
  at,
  title,
  message,
  next,
});
/** A gate that a typed reason passes. */
export const warning = (at: string, title: string, message: string, next: string): GateText => ({
  kind: 'warning',
  at,
  title,
  message,
  next,
});
