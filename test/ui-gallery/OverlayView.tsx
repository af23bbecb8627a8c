import { useState } from 'react';
import { ActionButton } from '../../src-renderer/ui/button/ActionButton.tsx';
import { ConfirmDialog } from '../../src-renderer/ui/dialog/ConfirmDialog.tsx';
import { PassphraseDialog } from '../../src-renderer/ui/dialog/PassphraseDialog.tsx';
import { useToast } from '../../src-renderer/ui/dialog/ToastProvider.tsx';
import { PageBody, PageHeader } from '../../src-renderer/ui/page/PageHeader.tsx';
import { SampleFrame } from './sample-frame.tsx';
import styles from './gallery.module.css';

/** What stands above the page: dialogs, toasts, the palette (Ctrl K) and the keys (?). */
export function OverlayView() {
  const [open, setOpen] = useState<'passphrase' | 'confirm'>();
  const toast = useToast();
  const close = (): void => {
    setOpen(undefined);
  };
  return (
    <SampleFrame current="assembly" breadcrumb={[{ label: 'Overlays' }]}>
      <PageBody>
        <PageHeader title="Overlays" subtitle="Dialogs, toasts, the palette and the keys" />
        <div className={styles['wrap']}>
          <ActionButton
            label="Sign as reviewer"
            onPress={() => {
              setOpen('passphrase');
            }}
          />
          <ActionButton
            label="Delete draft"
            onPress={() => {
              setOpen('confirm');
            }}
          />
          <ActionButton
            label="Show toast"
            onPress={() => {
              toast({
                text: '20 items drawn',
                action: { label: 'See certificate', onPress: () => undefined },
              });
            }}
          />
        </div>
      </PageBody>
      <PassphraseDialog
        isOpen={open === 'passphrase'}
        onClose={close}
        title="Sign as reviewer"
        confirmLabel="Sign as reviewer"
        onConfirm={close}
        error="This passphrase does not open your signing key."
      >
        You sign the operating test of LA-02 as it is now.
      </PassphraseDialog>
      <ConfirmDialog
        isOpen={open === 'confirm'}
        onClose={close}
        title="Delete draft"
        confirmLabel="Delete draft"
        onConfirm={close}
        isDestructive
      >
        The draft of version 2 is removed. Version 1 stays as it was issued.
      </ConfirmDialog>
    </SampleFrame>
  );
}
