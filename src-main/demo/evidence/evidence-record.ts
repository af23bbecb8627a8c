/** What an evidence file says, before it becomes a picture, a paper, a message or a log. */
export interface EvidenceRecord {
  readonly title: string;
  /** The system or place it was taken from. */
  readonly source: string;
  /** Date with time of the capture. */
  readonly capturedAt: string;
  /** Who took it, as a role. */
  readonly capturedBy: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly paragraphs: readonly string[];
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}
