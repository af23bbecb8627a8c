import { useLongCommand } from '../../../app/client.ts';
import type { CallError, CallProgress, Input } from '../../../app/client.ts';
import { refusalsOf } from '../../../app/gate-messages.ts';
import type { Finding } from '../../../app/gate-messages.ts';
import { useSeconds } from '../../../app/use-seconds.ts';

/** The import of a list, which may take long. */
export interface ListImport {
  readonly run: (input: Input<'population.import'>) => void;
  readonly cancel: () => void;
  readonly clear: () => void;
  readonly isBusy: boolean;
  readonly isCancelled: boolean;
  readonly progress: CallProgress | null;
  readonly seconds: number;
  /** What the rules said to the last attempt. */
  readonly refused: readonly Finding[];
  readonly failure: CallError | null;
}

/** Imports a list with progress and cancel; a cancelled import keeps nothing. */
export function useImport(): ListImport {
  const { mutate, reset, cancel, isPending, progress, error } = useLongCommand('population.import');
  const seconds = useSeconds(isPending);
  const refusal = error?.refusal ?? null;
  const isCancelled = refusal?.code === 'cancelled';
  return {
    run: (input) => {
      mutate(input);
    },
    cancel,
    clear: reset,
    isBusy: isPending,
    isCancelled,
    progress,
    seconds,
    refused: refusal === null || isCancelled ? [] : refusalsOf(refusal),
    failure: refusal === null ? error : null,
  };
}
