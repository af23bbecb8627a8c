import { rule, type Refusal } from '../../shared/domain/gates/refusal.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import type { UnwrapRefusal } from './ports/keys.ts';
import type { ProfilePort } from './ports/profile.ts';
import type { CertificateFacts, FirmKeyHandle, OpenKeyRefusal, SigningPort } from './ports/signing.ts';

/** What keeping and opening a firm's key needs. */
export interface FirmKeyTools {
  readonly profile: ProfilePort;
  readonly signing: SigningPort;
}

/** Shortest passphrase of a key file that is taken over: the same as for a key that the program makes. */
const leastCharacters = 8;
/** A key with the longest chain takes a tenth of this; what is larger holds something else. */
const largestKeyFile = 65_536;

/** Takes over a key file after opening it with its passphrase; the profile keeps it wrapped by the same passphrase. */
export async function keepFirmKey(
  { profile, signing }: FirmKeyTools,
  p12: Uint8Array,
  passphrase: string,
): Promise<Result<CertificateFacts, Refusal>> {
  if (p12.length > largestKeyFile) return err(refusalOfKey('not-a-key-file'));
  const opened = await signing.openKey(p12, passphrase);
  if (!opened.ok) return err(refusalOfKey(opened.error));
  if (passphrase.length < leastCharacters) return err(tooShort());
  const { certificate } = opened.value;
  await profile.saveFirmKey(p12, passphrase, certificate.fingerprint);
  return ok(certificate);
}

/** Opens the firm's key of this computer. */
export async function keptFirmKey(
  { profile, signing }: FirmKeyTools,
  passphrase: string,
): Promise<Result<FirmKeyHandle, Refusal>> {
  const p12 = await profile.firmKey(passphrase);
  if (p12 === null)
    return err(
      rule('not-found', 'This computer holds no key of the firm.', 'Make a firm key, or import one.'),
    );
  if (!p12.ok) return err(refusalOfWrapping(p12.error));
  const opened = await signing.openKey(p12.value, passphrase);
  return opened.ok ? opened : err(refusalOfKey(opened.error));
}

const keyWords: Readonly<Record<OpenKeyRefusal, string>> = {
  'wrong-passphrase': 'The passphrase does not open the key.',
  'not-a-key-file': 'This is not a key file.',
  'unsupported-encryption': 'The key file is protected by a method that is no longer sound.',
  'no-private-key': 'The key file holds no private key.',
  'several-private-keys': 'The key file holds several private keys.',
  'no-certificate': 'The key file holds no certificate for its key.',
  'unsupported-key': 'The key is neither RSA of 2,048 to 8,192 bits nor P-256.',
};

function refusalOfKey(code: OpenKeyRefusal): Refusal {
  const isPassphrase = code === 'wrong-passphrase';
  const next = isPassphrase ? 'Type the passphrase again.' : 'Export the key again as PKCS#12 with AES.';
  return rule(isPassphrase ? 'wrong-passphrase' : 'unreadable-file', keyWords[code], next, { reason: code });
}

const tooShort = (): Refusal =>
  rule(
    'unreadable-file',
    `The passphrase of the key file has fewer than ${String(leastCharacters)} characters.`,
    'Export the key again under a longer passphrase.',
    { reason: 'short-passphrase' },
  );

/** Why the wrapping of the profile does not let the key out. */
const refusalOfWrapping = (reason: UnwrapRefusal): Refusal =>
  reason === 'wrong-passphrase'
    ? refusalOfKey('wrong-passphrase')
    : rule(
        'unreadable-file',
        'The firm’s key on this computer is damaged or weakly protected.',
        'Import the key file again, or restore the profile from a copy.',
        { reason },
      );
