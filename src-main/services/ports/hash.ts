/** SHA-256 (FIPS 180-4). Text is hashed as UTF-8; a lone surrogate would be replaced there, so callers refuse it before. */
export type HashPort = {
  /** The digest as 64 lower-case hexadecimal digits. */
  readonly sha256Hex: (content: string | Uint8Array) => string;
  /** The digest as 32 bytes. */
  readonly sha256Bytes: (content: string | Uint8Array) => Uint8Array;
};
