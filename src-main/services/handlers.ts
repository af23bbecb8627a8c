import type { InputOf, OutputOf, Procedures } from '../../shared/contract/procedure.ts';
import type { Refusal } from '../../shared/domain/gates/refusal.ts';
import type { Result } from '../../shared/lib/result.ts';

/** Progress of long work: how much of how many units, where known. */
export interface Progress {
  readonly done: number;
  readonly total: number | null;
  readonly unit: string;
}

/** What a handler may use beside its input. */
export interface CallContext {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** The answer of a handler: a value, or a refusal of the rules. */
export type Answer<T> = Result<T, Refusal> | Promise<Result<T, Refusal>>;

/** One handler per procedure of a feature: a missing, extra or wrongly typed one does not compile. */
export type Handlers<C extends Procedures> = {
  readonly [K in keyof C]: (input: InputOf<C[K]>, call: CallContext) => Answer<OutputOf<C[K]>>;
};
