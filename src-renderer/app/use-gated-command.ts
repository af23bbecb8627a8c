import { useCallback, useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { Refusal } from '../../shared/domain/gates/refusal.ts';
import type { GateAction, GateMessage } from '../ui/gate/gate-message.ts';
import type { CallError, CallProgress, CommandName, Input, Output } from './client.ts';
import { useLongCommand } from './client.ts';
import { gateMessage, refusalsOf } from './gate-messages.ts';
import { useUnlock } from './session-unlock.tsx';

/** The next steps out of a refusal, where the screen knows better ones than the words of the rule. */
export type ActionsFor = (refusal: Refusal) => readonly GateAction[];

interface GatedOptions {
  /** The command takes `reasons`: a warning then shows a field, and the command is sent again with what was typed. */
  readonly takesReasons?: boolean;
  readonly actionsFor?: ActionsFor;
}

/** A command whose refusal stands on the screen as a banner. */
export interface GatedCommand<K extends CommandName> {
  /** Sends the command; `after` is told its answer. */
  readonly run: (input: Input<K>, after?: (value: Output<K>) => void) => void;
  readonly isBusy: boolean;
  /** How far the work is, where it says so. */
  readonly progress: CallProgress | null;
  /** Stops work that is under way; nothing of it is kept. */
  readonly cancel: () => void;
  /** What the rules said to the last attempt. */
  readonly gates: readonly GateMessage[];
  /** The last attempt failed for another reason than the rules. */
  readonly failure: CallError | null;
  /** Takes the banner off, because what it spoke of was changed. */
  readonly clear: () => void;
  /** Moves focus to the banner: for the press on a blocked button. */
  readonly focusBanner: () => void;
  readonly bannerRef: RefObject<HTMLDivElement | null>;
}

interface TypedReason {
  readonly gate: string;
  readonly reason: string;
}

/** A command with its refusals worded, focus moved to them, and warnings answered by a typed reason. */
export function useGatedCommand<K extends CommandName>(
  name: K,
  { takesReasons = false, actionsFor }: GatedOptions = {},
): GatedCommand<K> {
  const { mutate, reset, isPending, progress, cancel } = useLongCommand(name);
  const [error, setError] = useState<CallError | null>(null);
  const unlock = useUnlock();
  const bannerRef = useRef<HTMLDivElement>(null);
  const last = useRef<{ input: Input<K>; after: ((value: Output<K>) => void) | undefined }>(undefined);
  const reasons = useRef<readonly TypedReason[]>([]);
  useEffect(() => {
    if (error !== null) bannerRef.current?.focus();
  }, [error]);

  const send = (): void => {
    const sent = last.current;
    if (sent === undefined) return;
    const withReasons = { ...(sent.input as object), reasons: reasons.current } as Input<K>; // only where the caller says that the command takes reasons
    const input = takesReasons && reasons.current.length > 0 ? withReasons : sent.input;
    mutate(input, {
      onSuccess: (value) => {
        setError(null);
        sent.after?.(value);
      },
      onError: setError,
    });
  };
  const clear = useCallback((): void => {
    reasons.current = [];
    setError(null);
    reset();
  }, [reset]);
  const messageOf = (refusal: Refusal): GateMessage => {
    const usual = refusal.code === 'no-person' ? [{ label: 'Unlock signing key', onPress: unlock }] : [];
    const message = gateMessage(refusal, [...(actionsFor?.(refusal) ?? []), ...usual]);
    if (!takesReasons || refusal.kind !== 'warning') return message;
    return withReason(message, (reason) => {
      reasons.current = withTyped(reasons.current, { gate: refusal.code, reason });
      send();
    });
  };
  const refusal = error?.refusal ?? null;
  return {
    run: (input, after) => {
      last.current = { input, after };
      reasons.current = [];
      send();
    },
    isBusy: isPending,
    progress,
    cancel,
    gates: refusal === null ? [] : refusalsOf(refusal).map(messageOf),
    failure: refusal === null ? error : null,
    clear,
    focusBanner: () => bannerRef.current?.focus(),
    bannerRef,
  };
}

function withTyped(given: readonly TypedReason[], typed: TypedReason): readonly TypedReason[] {
  return [...given.filter((reason) => reason.gate !== typed.gate), typed];
}

function withReason(message: GateMessage, onRecord: (reason: string) => void): GateMessage {
  return {
    ...message,
    reason: { label: 'State why', actionLabel: 'Record reason', leastLength: 10, onRecord },
  };
}
