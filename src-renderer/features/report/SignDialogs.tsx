import { useQuery } from '../../app/client.ts';
import type { Output } from '../../app/client.ts';
import type { GatedCommand } from '../../app/use-gated-command.ts';
import { isRefusedOtherwise, wrongPassphrase } from '../../app/wrong-passphrase.ts';
import { PassphraseDialog } from '../../ui/dialog/PassphraseDialog.tsx';
import { useToast } from '../../ui/dialog/ToastProvider.tsx';
import { FirmKeyDialog } from './FirmKeyDialog.tsx';
import type { Version } from './messages.ts';

interface SignDialogsProps {
  readonly version: Version;
  readonly sign: GatedCommand<'report.sign'>;
  readonly isAsked: boolean;
  readonly onClose: () => void;
  readonly onSigned: (certificate: Output<'report.sign'>['certificate']) => void;
}

/** Asks for the firm's key, making or importing it first where this computer has none. */
export function SignDialogs({ version, sign, isAsked, onClose, onSigned }: SignDialogsProps) {
  const key = useQuery('firmKey.get', {});
  const toast = useToast();
  const hasKey = key.data?.isPresent === true;
  return (
    <>
      <FirmKeyDialog isOpen={isAsked && key.data?.isPresent === false} onClose={onClose} />
      <PassphraseDialog
        isOpen={isAsked && hasKey && !isRefusedOtherwise(sign)}
        onClose={onClose}
        title={`Sign version ${String(version.version)} of the report`}
        confirmLabel="Sign report"
        isBusy={sign.isBusy}
        error={wrongPassphrase(sign)}
        onConfirm={(passphrase) => {
          sign.run({ id: version.id, revision: version.revision, passphrase }, ({ certificate, pages }) => {
            onClose();
            onSigned(certificate);
            toast({ text: `${String(pages)} pages signed by ${certificate.name}` });
          });
        }}
      >
        <p>
          The report is typeset from the present state, signed with the firm’s key, read back and stored in
          the file. Every gate from L1 to L12 is asked once more.
        </p>
      </PassphraseDialog>
    </>
  );
}
