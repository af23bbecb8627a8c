import { IconCertificate } from '@tabler/icons-react';
import { useState } from 'react';
import { CommandBanner } from '../../app/CommandBanner.tsx';
import { useCommand, useQuery } from '../../app/client.ts';
import type { Output } from '../../app/client.ts';
import { useGatedCommand } from '../../app/use-gated-command.ts';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import { PassphraseField } from '../../ui/dialog/PassphraseField.tsx';
import { shownDate } from '../../ui/form/typed-date.ts';
import { FactList } from '../../ui/form/ReadOnlyField.tsx';
import { Card } from '../../ui/page/Card.tsx';
import { StatusChip } from '../../ui/status/StatusChip.tsx';
import { HashWords } from '../../ui/text/HashWords.tsx';
import styles from './PersonsPage.module.css';

type Certificate = Output<'firmKey.create'>;

const SHORTEST = 8;

/** The key with which the firm signs its reports: made here, or taken over from a file. */
export function FirmKeyCard() {
  const key = useQuery('firmKey.get', {});
  const [certificate, setCertificate] = useState<Certificate>();
  const isPresent = key.data?.isPresent === true;
  return (
    <Card
      title="Signing key of the firm"
      icon={IconCertificate}
      aside={
        isPresent ? (
          <StatusChip kind="done" label="On this computer" />
        ) : (
          <StatusChip kind="not-yet" label="None yet" />
        )
      }
    >
      <div className={styles['form']}>
        <p className={styles['text']}>
          Reports are signed with it. A key made here has a self-signed certificate: a reader recognises the
          firm by the fingerprint that it publishes. A key from a certificate authority is taken over from its
          .p12 file.
        </p>
        {certificate === undefined ? null : <CertificateFacts certificate={certificate} />}
        <NewKey isPresent={isPresent} onKept={setCertificate} />
      </div>
    </Card>
  );
}

function CertificateFacts({ certificate }: { readonly certificate: Certificate }) {
  const { name, issuer, selfSigned, validFrom, validTo, fingerprint, key } = certificate;
  return (
    <FactList
      facts={[
        { label: 'Name', value: name },
        { label: 'Issued by', value: selfSigned ? 'itself (self-signed)' : issuer },
        {
          label: 'Valid',
          value: `${shownDate(validFrom.slice(0, 10))} to ${shownDate(validTo.slice(0, 10))}`,
        },
        { label: 'Key', value: key },
        {
          label: 'Fingerprint',
          value: <HashWords hex={fingerprint} label="Fingerprint of the certificate" />,
        },
      ]}
    />
  );
}

interface NewKeyProps {
  readonly isPresent: boolean;
  readonly onKept: (certificate: Certificate) => void;
}

function NewKey({ isPresent, onKept }: NewKeyProps) {
  const [passphrase, setPassphrase] = useState('');
  const [isAsked, setAsked] = useState(false);
  const create = useGatedCommand('firmKey.create');
  const take = useGatedCommand('firmKey.import');
  const choose = useCommand('files.choose');
  const kept = (certificate: Certificate): void => {
    setPassphrase('');
    setAsked(false);
    onKept(certificate);
  };
  const isShort = passphrase.length < SHORTEST;
  return (
    <>
      <div className={styles['fields']}>
        <PassphraseField
          label={isPresent ? 'Passphrase of another key' : 'Passphrase of the key'}
          isNew
          value={passphrase}
          error={isAsked && isShort ? 'At least 8 characters' : undefined}
          hint="For a new key, or the one that opens the file"
          onChange={setPassphrase}
        />
      </div>
      <CommandBanner command={create} title="The key was not made" failed="The key was not made" />
      <CommandBanner command={take} title="The key was not taken over" failed="The key was not taken over" />
      <div className={styles['actions']}>
        <ActionButton
          label={isPresent ? 'Make another key' : 'Make key'}
          isBusy={create.isBusy}
          onPress={() => {
            setAsked(true);
            if (!isShort) create.run({ passphrase }, kept);
          }}
        />
        <ActionButton
          label="Take over key file"
          isBusy={take.isBusy}
          onPress={() => {
            choose.mutate(
              { kind: 'firmKey' },
              {
                onSuccess: ([file]) => {
                  if (file !== undefined) take.run({ token: file.token, passphrase }, kept);
                },
              },
            );
          }}
        />
      </div>
    </>
  );
}
