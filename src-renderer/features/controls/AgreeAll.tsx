import { useState } from 'react';
import { call, CallError } from '../../app/client.ts';
import { gateMessage, refusalsOf } from '../../app/gate-messages.ts';
import { useToast } from '../../ui/dialog/ToastProvider.tsx';
import { ActionButton } from '../../ui/button/ActionButton.tsx';
import type { GateMessage } from '../../ui/gate/gate-message.ts';
import { GateBanner } from '../../ui/gate/GateBanner.tsx';
import { countOf } from '../../ui/text/format-number.ts';
import type { Control } from './messages.ts';
import styles from './ControlsPage.module.css';

/** Agrees every draft that lacks nothing, one after the other; each is an entry of its own. */
export function AgreeAll({ controls }: { readonly controls: readonly Control[] }) {
  const toast = useToast();
  const [isBusy, setBusy] = useState(false);
  const [gates, setGates] = useState<readonly GateMessage[]>([]);
  const ready = controls.filter((control) => control.status === 'draft' && control.missing.length === 0);
  const agree = async (): Promise<void> => {
    setBusy(true);
    setGates([]);
    let done = 0;
    try {
      for (const control of ready) {
        await call('control.agree', { id: control.id });
        done += 1;
      }
    } catch (error) {
      if (!(error instanceof CallError) || error.refusal === null) throw error;
      setGates(refusalsOf(error.refusal).map((refusal) => gateMessage(refusal)));
    } finally {
      setBusy(false);
      if (done > 0) toast({ text: `${countOf(done, 'control')} agreed` });
    }
  };
  if (ready.length < 2 && gates.length === 0) return null;
  return (
    <>
      <div className={styles['actions']}>
        <span>{String(ready.length)} drafts lack nothing.</span>
        <ActionButton
          label={`Agree ${countOf(ready.length, 'control')}`}
          isBusy={isBusy}
          onPress={() => {
            void agree();
          }}
        />
      </div>
      <GateBanner gates={gates} title="The controls were not agreed" isAnnounced />
    </>
  );
}
