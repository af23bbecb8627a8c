/** A SHA-256 that takes its content piece by piece; text is hashed as UTF-8. */
export interface RunningHash {
  update(piece: string | Uint8Array): void;
  /** The digest as 64 lower-case hexadecimal digits; ends the hash. */
  hex(): string;
}

/** Starts a hash over content that does not fit in memory at once. */
export type StartHash = () => RunningHash;
