import type { ReactNode } from 'react';
import { HashWords } from '../../ui/text/HashWords.tsx';
import { shownInstant } from './verify-words.ts';
import type { Verification } from './verify-words.ts';

type Signature = NonNullable<Verification['signature']>;

/** What the signature and its certificate say. */
export function signatureFacts(
  signature: Signature,
): readonly { readonly label: string; readonly value: ReactNode }[] {
  const { certificate, issuers, algorithm, reason, location, coversWholeFile, permitsNoChange } = signature;
  const chain = issuers.map((issuer) => issuer.name).join(', ');
  return [
    { label: 'Name', value: certificate.name },
    {
      label: 'Vouched for by',
      value: certificate.selfSigned ? 'Nobody but itself: self-signed' : chain || certificate.issuer,
    },
    {
      label: 'Fingerprint',
      value: <HashWords hex={certificate.fingerprint} label="Fingerprint of the certificate" />,
    },
    {
      label: 'Valid',
      value: `${shownInstant(certificate.validFrom)} to ${shownInstant(certificate.validTo)}`,
    },
    { label: 'Key', value: `${certificate.key}, ${algorithm}` },
    { label: 'Reason', value: reason ?? 'none given' },
    { label: 'Place', value: location ?? 'none given' },
    { label: 'Covers', value: coversWholeFile ? 'the whole file' : 'a part of the file' },
    { label: 'Later changes', value: permitsNoChange ? 'none permitted' : 'not forbidden by the signature' },
  ];
}
