import { useEffect, useEffectEvent, useState } from 'react';
import { call, CallError } from '../../app/client.ts';
import type { Output } from '../../app/client.ts';

type HandedFile = NonNullable<Output<'files.takeHanded'>>;

/**
 * Tells of the engagement whose file was double-clicked, before this page stood or while it stands. Answers why the last
 * one could not be taken.
 */
export function useHandedFile(onHanded: (file: HandedFile) => void): CallError | undefined {
  const [failure, setFailure] = useState<CallError>();
  const take = useEffectEvent(async () => {
    try {
      const file = await call('files.takeHanded', {});
      if (file === null) return;
      setFailure(undefined);
      onHanded(file);
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      setFailure(error);
    }
  });
  useEffect(() => {
    void take();
    return window.tickmark.on('handed', () => void take());
  }, []);
  return failure;
}
