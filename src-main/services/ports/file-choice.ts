/** A file or place that the user chose. */
export interface ChosenPath {
  readonly path: string;
  readonly name: string;
  readonly size: number;
}

/** The system's dialogs. On the command line there are none: every answer is empty. */
export interface FileChoicePort {
  open(kind: string, isMultiple: boolean): Promise<readonly ChosenPath[]>;
  save(kind: string, suggestedName: string): Promise<string | null>;
  /** The path of the engagement file that the system handed over last, once. */
  takeHanded(): string | null;
  /** A regular file by its path, or `null`. */
  describe(path: string): ChosenPath | null;
}

/** Paths behind single-use tokens. */
export interface PathTokens {
  /** Remembers a path and gives a token for it. */
  issue(path: string): string;
  /** The path behind a token, which stays usable. */
  look(token: string): string | null;
  /** The path behind a token, which is used up by this. */
  take(token: string): string | null;
}
