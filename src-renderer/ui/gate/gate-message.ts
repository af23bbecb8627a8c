/** A next step out of a refusal: a button, or a link to the cause. */
export interface GateAction {
  readonly label: string;
  readonly onPress: () => void;
  readonly kind?: 'button' | 'link';
}

/** Where the person states why a warning is accepted; the reason is kept in the record. */
export interface GateReason {
  /** What the field asks: "State why". */
  readonly label: string;
  readonly onRecord: (reason: string) => void;
  /** The verb of the button: "Record reason". */
  readonly actionLabel: string;
  /** The least number of characters; 1 unless the rule says more. */
  readonly leastLength?: number;
}

/** A rule that says no, or asks for a reason: its code, the rule, the fact and the next step. */
export interface GateMessage {
  /** `E2`, `T1`: shown at the right end. */
  readonly code: string;
  readonly kind: 'block' | 'warning';
  /** The rule in a few words. */
  readonly headline: string;
  /** The fact with its values. */
  readonly message: string;
  /** The fact in short form, for a row among several; the message when there is none. */
  readonly short?: string;
  readonly actions?: readonly GateAction[];
  readonly reason?: GateReason;
}
