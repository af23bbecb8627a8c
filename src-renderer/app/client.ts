import { useEffect, useRef, useState } from 'react';
import {
  keepPreviousData,
  useMutation,
  useQuery as useTanstackQuery,
  useQueryClient,
  type QueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { Contract } from '../../shared/contract/index.ts';
import type { Reply } from '../../shared/contract/reply.ts';
import type { Refusal } from '../../shared/domain/gates/refusal.ts';
import type { z } from 'zod';

/** What the preload script offers. */
interface Bridge {
  call(name: string, input: unknown, callId?: string): Promise<unknown>;
  on(name: string, listener: (payload: unknown) => void): () => void;
  offerFile(file: File): Promise<unknown>;
}

declare global {
  interface Window {
    readonly tickmark: Bridge;
  }
}

/** Names of procedures by kind. */
export type QueryName = {
  [K in keyof Contract]: Contract[K]['kind'] extends 'query' ? K : never;
}[keyof Contract];
export type CommandName = {
  [K in keyof Contract]: Contract[K]['kind'] extends 'command' ? K : never;
}[keyof Contract];
/** What a procedure is given (defaults may be left out) and what it answers. */
export type Input<K extends keyof Contract> = z.input<Contract[K]['input']>;
export type Output<K extends keyof Contract> = z.output<Contract[K]['output']>;

/** A call that did not give a value: a refusal of the rules, or a failure. */
export class CallError extends Error {
  readonly reply: Exclude<Reply, { ok: true }>;
  constructor(reply: Exclude<Reply, { ok: true }>) {
    super(reply.kind === 'refused' ? reply.refusal.message : reply.message);
    this.name = 'CallError';
    this.reply = reply;
  }

  /** The refusal, where the rules said no. */
  get refusal(): Refusal | null {
    return this.reply.kind === 'refused' ? this.reply.refusal : null;
  }
}

/** Calls a procedure; throws `CallError` where it gives no value. */
export async function call<K extends keyof Contract>(
  name: K,
  input: Input<K>,
  callId?: string,
): Promise<Output<K>> {
  const reply = (await window.tickmark.call(name, input, callId)) as Reply<Output<K>>; // the main process validated it against the contract
  if (reply.ok) return reply.value;
  throw new CallError(reply);
}

const featureOf = (name: string): string => name.split('.')[0] ?? name;

/** Asks a query; it is asked again when a command touches its feature. */
export function useQuery<K extends QueryName>(
  name: K,
  input: Input<K>,
  options: { readonly enabled?: boolean; readonly keepsLast?: boolean } = {},
): UseQueryResult<Output<K>, CallError> {
  return useTanstackQuery<Output<K>, CallError>({
    queryKey: [featureOf(name), name, input],
    queryFn: () => call(name, input),
    retry: false,
    staleTime: Infinity,
    enabled: options.enabled ?? true,
    // The last answer stays on screen until the next is there, and with it the focus of what asked for it.
    ...(options.keepsLast === true ? { placeholderData: keepPreviousData } : {}),
  });
}

/** A command with its state: pending, refused, failed. */
export function useCommand<K extends CommandName>(
  name: K,
): UseMutationResult<Output<K>, CallError, Input<K>> {
  return useMutation<Output<K>, CallError, Input<K>>({ mutationFn: (input) => call(name, input) });
}

/** How far long work is. */
export interface CallProgress {
  readonly done: number;
  readonly total: number | null;
  readonly unit: string;
}

/** A command that may take long: with progress and cancel. */
export function useLongCommand<K extends CommandName>(
  name: K,
): UseMutationResult<Output<K>, CallError, Input<K>> & {
  readonly progress: CallProgress | null;
  cancel: () => void;
} {
  const [progress, setProgress] = useState<CallProgress | null>(null);
  const callId = useRef<string | null>(null);
  useEffect(
    () =>
      window.tickmark.on('progress', (payload) => {
        const event = payload as CallProgress & { readonly callId: string }; // sent by our own main process
        if (event.callId === callId.current) setProgress(event);
      }),
    [],
  );
  const mutation = useMutation<Output<K>, CallError, Input<K>>({
    mutationFn: async (input) => {
      callId.current = crypto.randomUUID();
      setProgress(null);
      try {
        return await call(name, input, callId.current);
      } finally {
        callId.current = null;
      }
    },
  });
  const cancel = (): void => {
    if (callId.current !== null) void window.tickmark.call('call.cancel', { callId: callId.current });
  };
  return { ...mutation, progress, cancel };
}

/** A dropped file as a single-use token. */
export async function offerFile(file: File): Promise<Output<'files.offer'>> {
  const reply = (await window.tickmark.offerFile(file)) as Reply<Output<'files.offer'>>; // validated by the main process
  if (reply.ok) return reply.value;
  throw new CallError(reply);
}

/** Asks queries again after commands touched their features. Use once, at the root. */
export function useRefreshOnTouch(): void {
  const client = useQueryClient();
  useEffect(
    () =>
      window.tickmark.on('touched', (payload) => {
        const { features } = payload as { readonly features: readonly string[] }; // sent by our own main process
        void refresh(client, features);
      }),
    [client],
  );
}

/** Features of which no command writes an entry of the journal. */
const BESIDE_THE_JOURNAL: readonly string[] = ['draft'];

/** Every other command writes an entry, so the journal’s head and the engagement as a whole are asked again with it. */
async function refresh(client: QueryClient, features: readonly string[]): Promise<void> {
  const isBeside = features.length > 0 && features.every((feature) => BESIDE_THE_JOURNAL.includes(feature));
  const touched = new Set(isBeside ? features : [...features, 'engagement', 'home', 'journal']);
  await client.invalidateQueries({ predicate: (query) => touched.has(String(query.queryKey[0])) });
}
