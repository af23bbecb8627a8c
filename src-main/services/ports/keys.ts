import type { Result } from '../../../shared/lib/result.ts';

/**
 * Why a wrapped secret was not opened.
 *
 * - `wrong-passphrase`: the blob is whole, but this passphrase does not open it.
 * - `weak-parameters`: the blob names a key derivation below the floor (scrypt N 2^17, r 8, p 1), so someone may have
 *   swapped it for one that is cheap to guess; it is refused before any work is done.
 * - `damaged`: not a wrapped secret, cut short, or its bytes changed.
 */
export type UnwrapRefusal = 'wrong-passphrase' | 'weak-parameters' | 'damaged';

/** A person's opened Ed25519 key. It stays in memory until the person locks or switches. */
export interface PersonKey {
  /** The raw 32-byte public key as 64 lower-case hexadecimal digits. */
  readonly publicKey: string;
  /** Signs the bytes as they stand (Ed25519, RFC 8032); 128 lower-case hexadecimal digits. */
  sign(bytes: Uint8Array): string;
}

/** A new person key: what is published and what is kept in the profile. */
export interface WrappedPersonKey {
  /** The raw 32-byte public key as 64 lower-case hexadecimal digits. */
  readonly publicKey: string;
  /** The PKCS#8 private key wrapped by the person's passphrase. */
  readonly wrapped: Uint8Array;
}

/**
 * Secrets under a passphrase and the signing keys of persons.
 *
 * A passphrase is stretched by scrypt and the result wraps the secret with AES-256-GCM (engineering/security-and-reliability
 * "Keys"). Passphrases are normalised (NFKC), so the same words typed on another system open the same blob. How long a
 * passphrase must be is the caller's rule.
 */
export interface KeysPort {
  /** Wraps a secret of 1 to 65,536 bytes. Takes most of a second and 128 MiB, off the main thread. */
  wrapSecret(secret: Uint8Array, passphrase: string): Promise<Uint8Array>;
  /** Opens what `wrapSecret` made. Never throws on the content of the blob. */
  unwrapSecret(blob: Uint8Array, passphrase: string): Promise<Result<Uint8Array, UnwrapRefusal>>;
  /** Makes a person's Ed25519 key and wraps it under their passphrase. */
  createPersonKey(passphrase: string): Promise<WrappedPersonKey>;
  /** Opens a person's key; a blob that holds another kind of secret is `damaged`. */
  openPersonKey(wrapped: Uint8Array, passphrase: string): Promise<Result<PersonKey, UnwrapRefusal>>;
  /** True where the signature over these bytes was made by this public key. Malformed text is false, never an error. */
  verifySignature(publicKey: string, bytes: Uint8Array, signature: string): boolean;
}
