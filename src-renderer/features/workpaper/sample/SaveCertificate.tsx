import { useCommand } from '../../../app/client.ts';
import { CommandBanner } from '../../../app/CommandBanner.tsx';
import { useGatedCommand } from '../../../app/use-gated-command.ts';
import { ActionButton } from '../../../ui/button/ActionButton.tsx';
import { useToast } from '../../../ui/dialog/ToastProvider.tsx';
import styles from './Sample.module.css';

interface SaveCertificateProps {
  readonly planId: string;
  /** Reference of the workpaper, for the name of the file. */
  readonly workpaper: string;
  readonly draw: number;
}

const FORMATS = [
  { format: 'pdf', label: 'Save as PDF' },
  { format: 'json', label: 'Save as JSON' },
] as const;

/** Saves the certificate as one page or as data. */
export function SaveCertificate({ planId, workpaper, draw }: SaveCertificateProps) {
  const toast = useToast();
  const choose = useCommand('files.chooseSave');
  const save = useGatedCommand('certificate.export');
  const press = (format: 'pdf' | 'json'): void => {
    const suggestedName = `${workpaper}-draw-${String(draw)}.${format}`;
    const onSuccess = (place: { readonly token: string; readonly name: string } | null): void => {
      if (place === null) return;
      save.run({ planId, format, token: place.token }, () => {
        toast({ text: `${place.name} is saved` });
      });
    };
    choose.mutate({ kind: 'certificate', suggestedName }, { onSuccess });
  };
  return (
    <>
      <div className={styles['buttons']}>
        {FORMATS.map(({ format, label }) => (
          <ActionButton
            key={format}
            label={label}
            isBusy={save.isBusy}
            onPress={() => {
              press(format);
            }}
          />
        ))}
      </div>
      <CommandBanner
        command={save}
        title="The certificate was not saved"
        failed="The certificate was not saved"
      />
    </>
  );
}
